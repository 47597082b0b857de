package org.rpusim.workload.program;

import java.util.List;
import org.rpusim.chip.tile.ArrayCycles;
import org.rpusim.workload.mapping.Block;

/**
 * Adds the update of one block with what belongs to it: where update or length management is on,
 * the tile's management unit works out the trains before.
 */
final class UpdateCompiler {
  private final ProgramBuilder program;
  private final ArrayCycles cycles;

  UpdateCompiler(ProgramBuilder program, ArrayCycles cycles) {
    this.program = program;
    this.cycles = cycles;
  }

  /**
   * Adds an update.
   *
   * @param name of the layer
   * @param readBackward whether delta is read backward on this tile too
   * @param delta operations after which delta is in the digital unit
   * @param after operation after which delta is on the tile and the array may be updated
   */
  void add(
      String name, int layer, Block block, boolean readBackward, List<Integer> delta, int after) {
    int tile = block.tile();
    int managed = cycles.managed().beforeUpdate(block.rows(), block.columns(), readBackward);
    List<Integer> ready = List.of(after);
    if (managed > 0) {
      int trains =
          program.add(
              name + " update management, tile " + tile, new Step.Manage(tile, managed), delta);
      ready = List.of(after, trains);
    }
    program.add(
        name + " update on tile " + tile,
        new Step.RunArray(tile, cycles.update(block.rows(), block.columns())),
        new Meaning.Update(layer, block),
        BufferUse.releasesInput(tile),
        ready);
  }
}
