package org.rpusim.workload.program;

import java.util.ArrayList;
import java.util.List;
import org.rpusim.chip.tile.ArrayCycle;
import org.rpusim.chip.tile.ArrayCycles;
import org.rpusim.workload.mapping.Block;
import org.rpusim.workload.mapping.MappedLayer;

/**
 * Adds the updates of one block. A single vector's x is still in the tile's input buffer from its
 * forward read, and delta in the drivers from the backward read. The vectors of a burst or a batch
 * are too many for that: both are sent again, the first before the update and, in a burst, the
 * others while the array updates. Where update or length management is on, the tile's management
 * unit works out the trains before.
 */
final class UpdateCompiler {
  private final ProgramBuilder program;
  private final Router router;
  private final SpillCompiler spills;

  UpdateCompiler(ProgramBuilder program, Router router, SpillCompiler spills) {
    this.program = program;
    this.router = router;
    this.spills = spills;
  }

  /**
   * An update of a vector that is still on the tile, or whose delta is to be sent.
   *
   * @param backwardRead the read after which the array may change; −1 where there is none
   * @param delta operations after which delta is in the digital unit
   */
  void addKept(MappedLayer layer, Block block, int backwardRead, List<Integer> delta) {
    int after = backwardRead;
    if (backwardRead < 0) {
      long bits = new ArrayCycles(layer.chip()).inputBits(block.rows());
      String name = layer.layer().name() + " delta";
      after = router.toTile(name, block.tile(), bits, BufferUse.NONE, delta);
    }
    int vector = managed(layer, block, backwardRead >= 0);
    List<Integer> ready = new ArrayList<>(List.of(after));
    if (vector > 0) {
      ready.add(manage(layer, block, vector, delta));
    }
    ready.addAll(spills.fetch(layer.layer().name() + " update", layer, block, delta));
    long bits = new ArrayCycles(layer.chip()).inputBits(block.columns());
    update(layer, block, spills.released(block, bits), ready);
  }

  /** Numbers that pass the management unit for the trains of one vector. */
  private static int managed(MappedLayer layer, Block block, boolean readBackward) {
    return new ArrayCycles(layer.chip())
        .managed()
        .beforeUpdate(layer.physicalRows(block), block.columns(), readBackward);
  }

  private int manage(MappedLayer layer, Block block, int numbers, List<Integer> ready) {
    return program.add(
        layer.layer().name() + " update management, tile " + block.tile(),
        new Step.Manage(block.tile(), numbers),
        ready);
  }

  /**
   * An update whose numbers are sent again.
   *
   * @param ready operations after which x and delta are in the digital unit and no read needs the
   *     present weights
   * @param previous the update before it, or −1
   * @return the update
   */
  int addSent(MappedLayer layer, Block block, List<Integer> ready, int previous) {
    return addSent(layer, block, ready, previous, layer.index() > 0);
  }

  /**
   * As {@link #addSent(MappedLayer, Block, List, int)}.
   *
   * @param readBackward whether the rows' values have been read backward
   */
  int addSent(
      MappedLayer layer, Block block, List<Integer> ready, int previous, boolean readBackward) {
    ArrayCycles cycles = new ArrayCycles(layer.chip());
    int tile = block.tile();
    String name = layer.layer().name() + " update";
    long bits = cycles.inputBits(block.columns()) + cycles.inputBits(block.rows());
    int sent =
        router.toTile(name + " numbers", tile, bits, BufferUse.acquiresInput(tile, bits), ready);
    List<Integer> after = new ArrayList<>(List.of(sent));
    if (previous >= 0) {
      after.add(previous);
    }
    int vector = managed(layer, block, readBackward);
    if (vector > 0) {
      after.add(manage(layer, block, vector, ready));
    }
    int update = update(layer, block, BufferUse.releasesInput(tile, bits), after);
    int others = block.share().updates() - 1;
    if (others > 0 && vector > 0) {
      program.add(
          name + " management of other vectors, tile " + tile,
          new Step.Manage(tile, Math.multiplyExact(others, vector)),
          List.of(sent));
    }
    if (others > 0) {
      router.toTile(name + " other vectors", tile, others * bits, BufferUse.NONE, List.of(sent));
    }
    return update;
  }

  private int update(MappedLayer layer, Block block, BufferUse buffers, List<Integer> after) {
    ArrayCycle cycle =
        new ArrayCycles(layer.chip()).update(layer.physicalRows(block), block.columns());
    return program.add(
        layer.layer().name() + " update on tile " + block.tile(),
        new Step.RunArray(block.tile(), cycle.times(block.share().updates())),
        new Meaning.Update(layer.index(), block),
        buffers,
        after);
  }
}
