package org.rpusim.workload.program;

import java.util.ArrayList;
import java.util.List;
import org.rpusim.chip.tile.ArrayCycle;
import org.rpusim.chip.tile.ArrayCycles;
import org.rpusim.workload.mapping.Block;

/**
 * Adds the read of one block with all that belongs to it: noise management, words to the tile, the
 * array cycle, words back, scaling.
 */
final class ReadCompiler {
  private final ProgramBuilder program;
  private final Router router;
  private final ArrayCycles cycles;

  ReadCompiler(ProgramBuilder program, Router router, ArrayCycles cycles) {
    this.program = program;
    this.router = router;
    this.cycles = cycles;
  }

  /**
   * Which operations a read consists of, as far as others wait for them.
   *
   * @param cycle the array cycle
   * @param result operation after which the result is in the digital unit
   */
  record Read(int cycle, int result) {}

  /**
   * A forward read.
   *
   * @param keepsInput whether x stays in the input buffer for an update
   * @param inputs operations after which x is in the digital unit
   */
  Read forward(String name, int layer, Block block, boolean keepsInput, List<Integer> inputs) {
    int drive =
        drive(
            name,
            block.tile(),
            block.columns(),
            cycles.managed().beforeForward(block.columns()),
            BufferUse.acquiresInput(block.tile()),
            inputs);
    ArrayCycle cycle = cycles.forward(block.rows(), block.columns(), true);
    int read =
        program.add(
            name + " read on tile " + block.tile(),
            new Step.RunArray(block.tile(), cycle),
            new Meaning.ForwardRead(layer, block),
            keepsInput ? BufferUse.NONE : BufferUse.releasesInput(block.tile()),
            List.of(drive));
    int scaled = cycles.managed().afterForward(block.rows());
    return new Read(read, collect(name, block.tile(), block.rows(), scaled, read));
  }

  /**
   * A backward read.
   *
   * @param inputs operations after which delta is in the digital unit
   */
  Read backward(String name, int layer, Block block, List<Integer> inputs) {
    int drive =
        drive(
            name,
            block.tile(),
            block.rows(),
            cycles.managed().beforeBackward(block.rows()),
            BufferUse.NONE,
            inputs);
    int read =
        program.add(
            name + " read on tile " + block.tile(),
            new Step.RunArray(block.tile(), cycles.backward(block.rows(), block.columns())),
            new Meaning.BackwardRead(layer, block),
            BufferUse.NONE,
            List.of(drive));
    int scaled = cycles.managed().afterBackward(block.columns());
    return new Read(read, collect(name, block.tile(), block.columns(), scaled, read));
  }

  private int drive(
      String name, int tile, int numbers, int managed, BufferUse buffers, List<Integer> inputs) {
    List<Integer> ready = new ArrayList<>(inputs);
    if (managed > 0) {
      ready =
          List.of(
              program.add(
                  name + " largest magnitude, tile " + tile,
                  new Step.Manage(tile, managed),
                  inputs));
    }
    return router.toTile(name + " inputs", tile, numbers, buffers, ready);
  }

  private int collect(String name, int tile, int numbers, int scaled, int read) {
    int words = router.fromTile(name + " outputs", tile, numbers, read);
    if (scaled == 0) {
      return words;
    }
    return program.add(
        name + " scaled back, tile " + tile, new Step.Manage(tile, scaled), List.of(words));
  }
}
