package org.rpusim.workload.program;

import java.util.List;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.tile.ArrayCycles;
import org.rpusim.workload.mapping.Block;
import org.rpusim.workload.spec.StreamReadsSpec;

/**
 * Compiles the saturation run: every tile reads, and its digital unit does one operation an output.
 * Tiles do not depend on one another; nothing passes between them.
 */
public final class StreamReadsCompiler {
  private StreamReadsCompiler() {}

  /** One read of every tile. */
  public static Program compile(StreamReadsSpec spec, ChipSpec chip) {
    ProgramBuilder program = new ProgramBuilder();
    ArrayCycles cycles = new ArrayCycles(chip);
    Router router = new Router(program, chip.digital().sharing());
    for (int tile = 0; tile < chip.tiles(); tile++) {
      Block block = new Block(tile, 0, 0, 0, spec.rows(), 0, spec.columns());
      int inputs =
          router.toTile(
              "inputs",
              tile,
              cycles.inputBits(spec.columns()),
              BufferUse.acquiresInput(tile, cycles.inputBits(spec.columns())),
              List.of());
      int read =
          program.add(
              "read on tile " + tile,
              new Step.RunArray(tile, cycles.forward(spec.rows(), spec.columns(), false)),
              new Meaning.ForwardRead(0, block),
              BufferUse.releasesInput(tile, cycles.inputBits(spec.columns())),
              List.of(inputs));
      int outputs = router.fromTile("outputs", tile, cycles.outputBits(spec.rows()), read);
      program.add(
          "one operation an output, tile " + tile,
          new Step.Compute(tile, spec.rows()),
          List.of(outputs));
    }
    return program.build(chip.tiles(), 1);
  }
}
