package org.rpusim.workload.program;

import java.util.List;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.spec.ManagementSpec.NoiseManagement;
import org.rpusim.chip.tile.ArrayCycles;
import org.rpusim.workload.mapping.Block;

/**
 * Adds the update of one block with what belongs to it: update and length management search the
 * largest magnitudes of x and delta in the tile's management unit, unless noise management has
 * found them for a read of the same numbers, and work the probabilities and the length out of them.
 */
final class UpdateCompiler {
  /** The two largest magnitudes, from which the unit works out the trains. */
  private static final int MAXIMA = 2;

  private final ProgramBuilder program;
  private final ArrayCycles cycles;
  private final ChipSpec chip;

  UpdateCompiler(ProgramBuilder program, ArrayCycles cycles, ChipSpec chip) {
    this.program = program;
    this.cycles = cycles;
    this.chip = chip;
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
    List<Integer> ready = List.of(after);
    if (chip.update().managed()) {
      Step search = new Step.Manage(tile, numbers(block, readBackward));
      ready =
          List.of(
              after, program.add(name + " update management, tile " + tile, search, delta));
    }
    program.add(
        name + " update on tile " + tile,
        new Step.RunArray(tile, cycles.update(block.rows(), block.columns())),
        new Meaning.Update(layer, block),
        BufferUse.releasesInput(tile),
        ready);
  }

  private int numbers(Block block, boolean readBackward) {
    boolean xKnown = chip.management().noiseForward() == NoiseManagement.ABS_MAX;
    boolean deltaKnown =
        readBackward && chip.management().noiseBackward() == NoiseManagement.ABS_MAX;
    return MAXIMA + (xKnown ? 0 : block.columns()) + (deltaKnown ? 0 : block.rows());
  }
}
