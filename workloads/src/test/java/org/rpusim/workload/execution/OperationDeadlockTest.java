package org.rpusim.workload.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.tile.ArrayCycle;
import org.rpusim.chip.tile.ArrayCycle.Kind;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.engine.TimingWheel;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.program.BufferUse;
import org.rpusim.workload.program.Meaning;
import org.rpusim.workload.program.Operation;
import org.rpusim.workload.program.Program;
import org.rpusim.workload.program.Step;

/** Hand-made programs whose operations wait for one another: the message names all of them. */
final class OperationDeadlockTest {
  private static final ArrayCycle READ = new ArrayCycle(Kind.FORWARD, 4, 4, 4, 80_000, 40_000, 1);

  private static Operation compute(int id, String name, BufferUse buffers, int... after) {
    return operation(id, name, new Step.Compute(0, 512), buffers, after);
  }

  private static Operation operation(
      int id, String name, Step step, BufferUse buffers, int... after) {
    return new Operation(
        id, name, step, Meaning.MOVES, buffers, 0, ImmutableIntArray.copyOf(after));
  }

  private static BufferUse takes(int tile) {
    return new BufferUse(tile, -1, -1);
  }

  private static BufferUse frees(int tile) {
    return new BufferUse(-1, tile, -1);
  }

  /** How many samples have ended. */
  private static int run(int tiles, int slots, String setting, Operation... operations) {
    Program program = new Program(ImmutableList.copyOf(operations), tiles, 1, 0, 0, 0);
    ProgramState state = new ProgramState(program, slots);
    Engine engine = new Engine(new TimingWheel());
    Executor executor = new Executor(engine, TestCases.chip(setting), tiles, state.tokens());
    int[] ended = new int[1];
    executor.run(state, new ExpectedNumbers(4, 4), 0, slots, () -> ++ended[0] > 0);
    return ended[0];
  }

  @Test
  void twoBranchesThatHoldWhatTheOtherNeedsAreNamed() {
    assertThatThrownBy(() ->
            run(
                2,
                1,
                "tile.inputBufferVectors=1",
                compute(0, "left", takes(0)),
                compute(1, "right", takes(1)),
                compute(2, "left goes right", takes(1), 0),
                compute(3, "right goes left", takes(0), 1),
                compute(4, "left is over", frees(0), 2),
                compute(5, "right is over", frees(1), 3)))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(
            "Deadlock at 20,000 ps: \"left goes right\" of sample 0 waits for room in the input"
                + " buffer of tile 1, which is free only after \"right goes left\" of sample 0"
                + " waits for room in the input buffer of tile 0, which is free only after the"
                + " first has gone on.\nMaybe ");
  }

  @Test
  void anOperationThatWaitsForItsOwnVectorIsNamed() {
    assertThatThrownBy(() ->
            run(
                1,
                1,
                "tile.inputBufferVectors=1",
                compute(0, "first", takes(0)),
                compute(1, "second", takes(0), 0),
                compute(2, "last", frees(0), 1)))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(
            "Deadlock at 10,000 ps: \"second\" of sample 0 waits for room in the input buffer of"
                + " tile 0, which is free only after it has gone on itself.");
  }

  /** Two reads of a tile: the second's results have no room until the third read is over. */
  @Test
  void aFullOutputBufferIsNamedAndSoIsTheArrayBehindIt() {
    BufferUse taken = new BufferUse(-1, -1, 0);
    assertThatThrownBy(() ->
            run(
                1,
                1,
                "tile.outputBufferVectors=1",
                operation(0, "read a", new Step.RunArray(0, READ), BufferUse.NONE),
                operation(1, "read b", new Step.RunArray(0, READ), BufferUse.NONE),
                operation(2, "read c", new Step.RunArray(0, READ), BufferUse.NONE),
                operation(3, "read d", new Step.RunArray(0, READ), BufferUse.NONE),
                compute(4, "take a", taken, 0, 3)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(
            "\"read b\" of sample 0 waits for room in the output buffer of tile 0")
        .hasMessageContaining("\"read c\" of sample 0 waits for the converters of tile 0")
        .hasMessageContaining("\"read d\" of sample 0 waits for the array of tile 0");
  }

  /**
   * Two layers of a sample keep their inputs on one tile with room for two. Were the second sample
   * to keep its first there beside that of the first, neither could go on.
   */
  @Test
  void samplesInFlightLeaveRoomForASecondLayerOnTheSameTile() {
    Operation[] operations = {
      compute(0, "x of layer 1", takes(0)),
      operation(1, "read 1", new Step.RunArray(0, READ), BufferUse.NONE, 0),
      compute(2, "x of layer 2", new BufferUse(0, -1, 0), 1),
      compute(3, "update 2", frees(0), 2),
      compute(4, "update 1", frees(0), 3)
    };
    assertThat(run(1, 4, "tile.inputBufferVectors=2", operations)).isEqualTo(4);
  }
}
