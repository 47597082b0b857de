package org.rpusim.workload.program;

import java.util.ArrayList;
import java.util.List;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.tile.ArrayCycle;
import org.rpusim.chip.tile.ArrayCycles;
import org.rpusim.workload.mapping.Block;
import org.rpusim.workload.mapping.MappedLayer;
import org.rpusim.workload.mapping.Mapping;

/**
 * Compiles the averaging of copies that are not updated in step: every copy is read out column by
 * column, the digital unit of the first one's tile works out the mean, and every copy is written
 * column by column, with an update cycle for each.
 */
public final class AverageCompiler {
  private final ProgramBuilder program = new ProgramBuilder();
  private final Router router;
  private final DigitalCompiler digital;

  private AverageCompiler(ChipSpec chip) {
    this.router = new Router(program, chip.digital().sharing());
    this.digital = new DigitalCompiler(program, router);
  }

  /** Whether a mapping has copies to average. */
  public static boolean isNeeded(Mapping mapping) {
    return mapping.layers().stream().anyMatch(AverageCompiler::isAveraged);
  }

  private static boolean isAveraged(MappedLayer layer) {
    Block first = layer.blocks().getFirst();
    return layer.copies() > 1 && first.share().updates() < layer.layer().vectors();
  }

  /** One average of all copies. */
  public static Program compile(Mapping mapping, ChipSpec chip) {
    AverageCompiler compiler = new AverageCompiler(chip);
    for (MappedLayer layer : mapping.layers()) {
      if (isAveraged(layer)) {
        for (int block = 0; block < layer.copy(0).size(); block++) {
          compiler.average(layer, block);
        }
      }
    }
    return compiler.program.build(mapping.tiles(), 1);
  }

  private void average(MappedLayer layer, int position) {
    String name = layer.layer().name() + " average";
    Block home = layer.copy(0).get(position);
    int weights = Math.toIntExact(home.weights());
    Slice whole = new Slice(0, weights, home.tile(), 0);
    List<Integer> arrived = new ArrayList<>();
    for (int copy = 0; copy < layer.copies(); copy++) {
      Block block = layer.copy(copy).get(position);
      Slice read = new Slice(0, weights, block.tile(), readOut(name, layer, block));
      arrived.addAll(digital.bring(name, List.of(read), home.tile(), whole));
    }
    Meaning meaning = new Meaning.AverageWeights(layer.index(), position);
    long operations = (long) layer.copies() * weights;
    Slice mean = whole.after(digital.add(name, home.tile(), operations, meaning, arrived));
    for (int copy = 0; copy < layer.copies(); copy++) {
      Block block = layer.copy(copy).get(position);
      write(name, layer, block, digital.bring(name, List.of(mean), block.tile(), whole));
    }
  }

  /** The words of a column leave the tile while the next one is read. */
  private int readOut(String name, MappedLayer layer, Block block) {
    ArrayCycles cycles = new ArrayCycles(layer.chip());
    int rows = layer.physicalRows(block);
    ArrayCycle cycle = cycles.forward(rows, block.columns(), false).times(block.columns());
    int read =
        program.add(
            name + " read on tile " + block.tile(),
            new Step.RunArray(block.tile(), cycle),
            new Meaning.ReadWeights(layer.index(), block),
            BufferUse.NONE,
            List.of());
    long bits = cycles.outputBits(rows) * block.columns();
    return router.fromTile(name, block.tile(), bits, read);
  }

  private void write(String name, MappedLayer layer, Block block, List<Integer> after) {
    ArrayCycles cycles = new ArrayCycles(layer.chip());
    int rows = layer.physicalRows(block);
    long bits = cycles.inputBits(rows) * block.columns();
    int sent = router.toTile(name, block.tile(), bits, BufferUse.NONE, after);
    program.add(
        name + " written on tile " + block.tile(),
        new Step.RunArray(
            block.tile(), cycles.update(rows, block.columns()).times(block.columns())),
        new Meaning.WriteWeights(layer.index(), block),
        BufferUse.NONE,
        List.of(sent));
  }
}
