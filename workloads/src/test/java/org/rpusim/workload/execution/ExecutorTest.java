package org.rpusim.workload.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.array.ReadOutcome;
import org.rpusim.chip.array.UpdateOutcome;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.tile.ArrayCycle;
import org.rpusim.chip.tile.ArrayCycle.Kind;
import org.rpusim.chip.tile.WaitReason;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.engine.TimingWheel;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.accounting.Period;
import org.rpusim.workload.program.BufferUse;
import org.rpusim.workload.program.Meaning;
import org.rpusim.workload.program.Operation;
import org.rpusim.workload.program.Program;
import org.rpusim.workload.program.Step;

/** Small hand-made programs on one tile: an update of 20 ns, links and units of whole ns. */
class ExecutorTest {
  private static final ArrayCycle UPDATE = new ArrayCycle(Kind.UPDATE, 4, 4, 8, 2_000, 0, 0);
  private static final ArrayCycle READ = new ArrayCycle(Kind.FORWARD, 4, 4, 4, 80_000, 40_000, 1);

  private final Engine engine = new Engine(new TimingWheel());
  private final List<String> happened = new ArrayList<>();

  private final class Notes implements Numbers {
    @Override
    public void sampleStarted(int slot, long sample) {
      note("sample " + sample + " takes slot " + slot);
    }

    @Override
    public void read(int operation, int slot, int attempt, ReadOutcome outcome) {
      note("read " + operation + " of slot " + slot);
      outcome.saturatedOutputs = slot == 0 && attempt == 0 ? 1 : 0;
    }

    @Override
    public void update(int operation, int slot, UpdateOutcome outcome) {
      note("update " + operation + " of slot " + slot);
      outcome.slots = 10;
    }

    @Override
    public void compute(int operation, int slot) {
      note("computed " + operation + " of slot " + slot);
    }

    @Override
    public void sampleFinished(int slot) {
      note("slot " + slot + " finished");
    }

    private void note(String event) {
      happened.add(event + " at " + engine.nowPs() / 1000);
    }
  }

  private static Operation operation(
      int id, Step step, Meaning meaning, BufferUse buffers, int... predecessors) {
    return new Operation(
        id, "operation " + id, step, meaning, buffers, 0, ImmutableIntArray.copyOf(predecessors));
  }

  /** An operation of the unit for 10 ns, then an update. */
  private static Program computeThenUpdate(BufferUse first, BufferUse second) {
    return new Program(
        ImmutableList.of(
            operation(0, new Step.Compute(0, 512), new Meaning.LossGradient(), first),
            operation(1, new Step.RunArray(0, UPDATE), Meaning.MOVES, second, 0)),
        1,
        1,
        0,
        0,
        0);
  }

  private Executor run(Program program, int slots, int samples, String... settings) {
    return run(program, 1, slots, samples, settings);
  }

  private Executor run(Program program, int tiles, int slots, int samples, String... settings) {
    ChipSpec chip = TestCases.chip(settings);
    ProgramState state = new ProgramState(program, slots);
    Executor executor = new Executor(engine, chip, tiles, state.tokens());
    Period period = new Period(engine, executor.chip());
    period.begin();
    executor.run(state, new Notes(), 0, samples, () -> true);
    period.end();
    return executor;
  }

  @Test
  void strictlyOneSampleAfterTheOther() {
    run(computeThenUpdate(BufferUse.NONE, BufferUse.NONE), 1, 2);
    assertThat(happened)
        .containsExactly(
            "sample 0 takes slot 0 at 0",
            "computed 0 of slot 0 at 10",
            "update 1 of slot 0 at 10",
            "slot 0 finished at 30",
            "sample 1 takes slot 0 at 30",
            "computed 0 of slot 0 at 40",
            "update 1 of slot 0 at 40",
            "slot 0 finished at 60");
  }

  @Test
  void samplesInFlightShareTheComponentsFirstComeFirstServed() {
    run(computeThenUpdate(BufferUse.NONE, BufferUse.NONE), 2, 3);
    assertThat(happened)
        .containsExactly(
            "sample 0 takes slot 0 at 0",
            "sample 1 takes slot 1 at 0",
            "computed 0 of slot 0 at 10",
            "update 1 of slot 0 at 10",
            "computed 0 of slot 1 at 20",
            "update 1 of slot 1 at 30",
            "slot 0 finished at 30",
            "sample 2 takes slot 0 at 30",
            "computed 0 of slot 0 at 40",
            "update 1 of slot 0 at 50",
            "slot 1 finished at 50",
            "slot 0 finished at 70");
  }

  /** With room for one vector the second sample's unit may not start before the first's update. */
  @Test
  void aFullInputBufferHoldsTheNextSampleBack() {
    Executor executor =
        run(
            computeThenUpdate(new BufferUse(0, -1, -1), new BufferUse(-1, 0, -1)),
            2,
            2,
            "tile.inputBufferVectors=1");
    assertThat(happened)
        .containsExactly(
            "sample 0 takes slot 0 at 0",
            "sample 1 takes slot 1 at 0",
            "computed 0 of slot 0 at 10",
            "update 1 of slot 0 at 10",
            "slot 0 finished at 30",
            "computed 0 of slot 1 at 40",
            "update 1 of slot 1 at 40",
            "slot 1 finished at 60");
    assertThat(executor.chip().digitalUnit(0).ledger().waitingPs(WaitReason.BUFFER_FULL.index()))
        .isEqualTo(20_000);
  }

  /**
   * Sample 0 keeps a vector on tile 1 and needs room on tile 0 after a read, which saturates.
   * Sample 1 overtakes it there: were it to take the only room of tile 0, it would wait for tile 1,
   * and sample 0 for tile 0, for ever.
   */
  @Test
  void aSampleThatOvertakesAnotherOneLeavesItRoom() {
    Program program =
        new Program(
            ImmutableList.of(
                operation(0, new Step.RunArray(2, READ), Meaning.MOVES, BufferUse.NONE),
                operation(1, new Step.Compute(0, 512), Meaning.MOVES, new BufferUse(0, -1, 2), 0),
                operation(2, new Step.Compute(1, 512), Meaning.MOVES, new BufferUse(1, -1, -1)),
                update(3, 0),
                update(4, 1)),
            3,
            1,
            0,
            0,
            0);
    run(program, 3, 2, 2, "tile.inputBufferVectors=1");
    List<String> ends = happened.stream().filter(event -> event.contains("finished")).toList();
    assertThat(happened).contains("read 0 of slot 1 at 80", "read 0 of slot 0 at 160");
    assertThat(ends).hasSize(2);
    assertThat(ends.getFirst()).startsWith("slot 0 finished");
  }

  private static Operation update(int id, int tile) {
    Step step = new Step.RunArray(tile, UPDATE);
    return operation(id, step, Meaning.MOVES, new BufferUse(-1, tile, -1), 1, 2);
  }

  @Test
  void roomForTwoVectorsHoldsNobodyBack() {
    run(
        computeThenUpdate(new BufferUse(0, -1, -1), new BufferUse(-1, 0, -1)),
        2,
        2,
        "tile.inputBufferVectors=2");
    assertThat(happened).last().isEqualTo("slot 1 finished at 50");
  }

  @Test
  void aProgramWhoseBufferIsNeverGivenBackIsReported() {
    Program program = computeThenUpdate(new BufferUse(0, -1, -1), BufferUse.NONE);
    assertThatThrownBy(() -> run(program, 1, 3, "tile.inputBufferVectors=1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "At 60,000 ps \"operation 0\" of sample 2 waits for room in the input buffer of tile 0"
                + " for ever, as nothing frees it.");
  }

  @Test
  void aStopLetsTheSamplesUnderWayEnd() {
    Program program = computeThenUpdate(BufferUse.NONE, BufferUse.NONE);
    ProgramState state = new ProgramState(program, 2);
    Executor executor = new Executor(engine, TestCases.chip(), 1, state.tokens());
    executor.run(state, new Notes(), 5, 100, () -> false);
    assertThat(executor.nextSample()).isEqualTo(7);
    assertThat(happened).last().isEqualTo("slot 1 finished at 50");
    assertThat(engine.pendingCount()).isZero();
  }

  @Test
  void aSampleOfManyOperationsOnOneUnitIsServedInTheOrderOfTheProgram() {
    Program program =
        new Program(
            ImmutableList.of(
                operation(0, new Step.Compute(0, 512), new Meaning.Classify(), BufferUse.NONE),
                operation(1, new Step.Compute(0, 512), Meaning.MOVES, BufferUse.NONE),
                operation(2, new Step.Compute(0, 512), new Meaning.Classify(), BufferUse.NONE, 0)),
            1,
            1,
            0,
            0,
            0);
    run(program, 1, 1);
    assertThat(happened)
        .containsExactly(
            "sample 0 takes slot 0 at 0",
            "computed 0 of slot 0 at 10",
            "computed 2 of slot 0 at 30",
            "slot 0 finished at 30");
  }
}
