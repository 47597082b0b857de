package org.rpusim.workload.execution;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.array.BurstOutcome;
import org.rpusim.chip.array.ReadOutcome;
import org.rpusim.chip.array.UpdateOutcome;

/**
 * The numbers of the operations that run: from whoever computes them, and through a replay where
 * one writes down what samples do.
 */
final class CycleNumbers {
  private @Nullable ProgramState program;
  private @Nullable Numbers numbers;

  /** Follows known schedules while samples run one by one. */
  private @Nullable SampleReplay replay;

  void begin(ProgramState ofProgram, Numbers computedBy) {
    program = ofProgram;
    numbers = computedBy;
  }

  /** From now on computations are written down, or no more. */
  void writeTo(@Nullable SampleReplay follower) {
    replay = follower;
  }

  /** Whether a replay looks after the ends of samples. */
  boolean isWritten() {
    return replay != null;
  }

  Numbers numbers() {
    return Objects.requireNonNull(numbers, "no program runs");
  }

  private ProgramState program() {
    return Objects.requireNonNull(program, "no program runs");
  }

  void compute(int operation, int slot) {
    if (replay == null) {
      numbers().compute(operation, slot);
    } else {
      replay.compute(numbers(), operation);
    }
  }

  void read(int token, int attempt, ReadOutcome outcome) {
    if (replay == null) {
      ProgramState of = program();
      numbers().read(of.operationOf(token), of.slotOf[token], attempt, outcome);
    } else {
      replay.read(numbers(), token, attempt, outcome);
    }
  }

  void readBurst(int token, BurstOutcome outcome) {
    ProgramState of = program();
    numbers().readBurst(of.operationOf(token), of.slotOf[token], outcome);
  }

  void update(int token, UpdateOutcome outcome) {
    if (replay == null) {
      ProgramState of = program();
      numbers().update(of.operationOf(token), of.slotOf[token], outcome);
    } else {
      replay.update(numbers(), token, outcome);
    }
  }
}
