package org.rpusim.workload.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.rpusim.chip.array.BurstOutcome;
import org.rpusim.chip.array.ReadOutcome;
import org.rpusim.chip.array.UpdateOutcome;
import org.rpusim.chip.machine.Chip;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.tile.ArrayCycle;
import org.rpusim.core.engine.RelativeState;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.program.Meaning;
import org.rpusim.workload.program.Operation;
import org.rpusim.workload.program.Program;
import org.rpusim.workload.program.Step;
import org.rpusim.workload.spec.ExpectedSpec;

/** Timing only: reads and updates of a program with the activity that is expected of them. */
public final class ExpectedActivity implements Numbers {
  /** Numbers that an operation captures. */
  private static final int WIDTH = 3;

  private final int operations;
  private final ExpectedOperation[] expected;
  private final int[] tiles;
  private final List<Integer> ofArrays = new ArrayList<>();

  /** Retries that a read under way still has, by token. */
  private final int[] retriesOf;

  /**
   * @param slots samples, or batches of them, under way together
   */
  public ExpectedActivity(Program program, int slots, Mapping mapping, ExpectedSpec spec) {
    this.operations = program.operations().size();
    this.expected = new ExpectedOperation[operations];
    this.tiles = new int[operations];
    this.retriesOf = new int[Math.multiplyExact(operations, slots)];
    for (Operation operation : program.operations()) {
      if (operation.step() instanceof Step.RunArray(int tile, ArrayCycle cycle)) {
        ChipSpec chip = mapping.of(layerOf(operation.meaning())).chip();
        expected[operation.id()] =
            new ExpectedOperation(cycle, spec, chip.dac().levels(), chip.update().bitLength());
        tiles[operation.id()] = tile;
        ofArrays.add(operation.id());
      }
    }
  }

  private static int layerOf(Meaning meaning) {
    return switch (meaning) {
      case Meaning.ForwardRead read -> read.layer();
      case Meaning.ForwardBand band -> band.layer();
      case Meaning.BackwardRead read -> read.layer();
      case Meaning.Update update -> update.layer();
      default -> throw new IllegalArgumentException(meaning + " is no cycle of an array");
    };
  }

  private ExpectedOperation of(int operation) {
    return Objects.requireNonNull(expected[operation]);
  }

  @Override
  public void sampleStarted(int slot, long sample) {}

  @Override
  public void read(int operation, int slot, int attempt, ReadOutcome outcome) {
    ExpectedOperation of = of(operation);
    int token = slot * operations + operation;
    if (attempt == 0) {
      retriesOf[token] = of.nextRetries();
      outcome.inputOnSteps = of.firstSteps(1);
    } else {
      retriesOf[token]--;
      outcome.inputOnSteps = of.retrySteps(1);
    }
    outcome.activeInputs = of.cycle.inputLines();
    outcome.clippedInputs = 0;
    outcome.saturatedOutputs = retriesOf[token] > 0 ? 1 : 0;
  }

  @Override
  public void readBurst(int operation, int slot, BurstOutcome outcome) {
    ExpectedOperation of = of(operation);
    int vectors = of.cycle.count();
    outcome.start(vectors);
    for (int v = 0; v < vectors; v++) {
      outcome.retries[v] = of.nextRetries();
      outcome.totalRetries += outcome.retries[v];
    }
    outcome.saturatedOutputs = outcome.totalRetries;
    outcome.inputOnSteps = of.firstSteps(vectors) + of.retrySteps(outcome.totalRetries);
  }

  @Override
  public void update(int operation, int slot, UpdateOutcome outcome) {
    ExpectedOperation of = of(operation);
    outcome.slots = of.nextSlots(of.cycle.count());
    outcome.rowPulses = of.rowPulses(outcome.slots);
    outcome.columnPulses = of.columnPulses(outcome.slots);
    outcome.coincidences = of.coincidences(outcome.slots);
  }

  @Override
  public void compute(int operation, int slot) {}

  @Override
  public void sampleFinished(int slot) {}

  /** Counts the activity of some samples, from the beginning, in the counters of a chip. */
  void countSamples(long samples, Chip chip) {
    for (int operation : ofArrays) {
      of(operation).countSamples(samples, chip.tile(tiles[operation]).counts());
    }
  }

  /** Writes all that decides which retries and trains are to come. */
  void describe(RelativeState state) {
    for (int operation : ofArrays) {
      of(operation).describe(state);
    }
    state.put(retriesOf, 0, retriesOf.length);
  }

  /** What each operation has done so far. */
  long[] capture() {
    long[] done = new long[WIDTH * ofArrays.size()];
    for (int i = 0; i < ofArrays.size(); i++) {
      of(ofArrays.get(i)).capture(done, WIDTH * i);
    }
    return done;
  }

  /** Counts activity of stretches that repeat the one since a capture. */
  void repeat(long[] before, long times, Chip chip) {
    for (int i = 0; i < ofArrays.size(); i++) {
      int operation = ofArrays.get(i);
      of(operation).repeat(before, WIDTH * i, times, chip.tile(tiles[operation]).counts());
    }
  }
}
