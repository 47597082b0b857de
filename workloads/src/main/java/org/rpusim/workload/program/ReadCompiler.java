package org.rpusim.workload.program;

import java.util.ArrayList;
import java.util.List;
import org.rpusim.chip.tile.ArrayCycle;
import org.rpusim.chip.tile.ArrayCycles;
import org.rpusim.workload.mapping.Block;
import org.rpusim.workload.mapping.MappedLayer;

/**
 * Adds the reads of one block with all that belongs to them: noise management, words to the tile,
 * array cycles, words back, scaling, averaging of a weight's devices.
 *
 * <p>The vectors of a weight-shared layer are one burst. Its first vector goes to the array and its
 * last comes from it as a single one would; the words and the management of all others are one
 * operation a component, which works while the array does. So a burst takes the time of its slowest
 * part: the array, unless a link or a management unit is slower than it.
 */
final class ReadCompiler {
  private final ProgramBuilder program;
  private final Router router;
  private final SpillCompiler spills;

  ReadCompiler(ProgramBuilder program, Router router) {
    this.program = program;
    this.router = router;
    this.spills = new SpillCompiler(program, router);
  }

  /** What becomes of kept inputs without room. */
  SpillCompiler spills() {
    return spills;
  }

  /**
   * Which operations a read consists of, as far as others wait for them.
   *
   * @param drive operation that brings the words to the tile
   * @param cycle the array cycle
   * @param result operation after which the result is in the digital unit
   */
  record Read(int drive, int cycle, int result) {}

  /**
   * One of the two directions.
   *
   * @param vectors vectors of a sample that the block reads
   * @param inputs numbers that go to the tile for a vector
   * @param outputs lines that are converted for a vector
   * @param before numbers that pass the management unit before the read of a vector
   * @param after numbers that pass it after the read
   * @param vectors that are read one after the other
   */
  private record Direction(
      String name,
      int tile,
      int vectors,
      ArrayCycles cycles,
      int inputs,
      int outputs,
      int before,
      int after) {}

  /**
   * A forward read.
   *
   * @param keepsInput whether x stays in the input buffer for an update
   * @param inputs operations after which x is in the digital unit
   */
  Read forward(
      String name, MappedLayer layer, Block block, boolean keepsInput, List<Integer> inputs) {
    Meaning meaning = new Meaning.ForwardRead(layer.index(), block);
    return forward(name, layer, block, block.share().vectors(), meaning, keepsInput, inputs);
  }

  /** A forward read of a band's vectors; see the other one. */
  Read forward(
      String name,
      MappedLayer layer,
      Block block,
      Band band,
      boolean keepsInput,
      List<Integer> inputs) {
    Meaning meaning = new Meaning.ForwardBand(layer.index(), block, band);
    int vectors = band.rows() * layer.layer().output().width();
    return forward(name, layer, block, vectors, meaning, keepsInput, inputs);
  }

  private Read forward(
      String name,
      MappedLayer layer,
      Block block,
      int vectors,
      Meaning meaning,
      boolean keepsInput,
      List<Integer> inputs) {
    ArrayCycles cycles = new ArrayCycles(layer.chip());
    int rows = layer.physicalRows(block);
    long kept = cycles.inputBits(block.columns());
    Direction direction =
        new Direction(
            name,
            block.tile(),
            vectors,
            cycles,
            block.columns(),
            rows,
            cycles.managed().beforeForward(block.columns()),
            cycles.managed().afterForward(rows));
    Read begun =
        read(
            direction,
            cycles.forward(rows, block.columns(), true),
            meaning,
            keepsInput
                ? SpillCompiler.keeping(layer, block, kept)
                : BufferUse.acquiresInput(block.tile(), kept),
            keepsInput ? BufferUse.NONE : BufferUse.releasesInput(block.tile(), kept),
            inputs);
    int result = begun.result();
    if (keepsInput) {
      spills.write(name, layer, block, begun.drive(), begun.cycle());
    }
    if (rows > block.rows()) {
      result =
          program.add(
              name + " mean of devices, tile " + block.tile(),
              new Step.Compute(block.tile(), (long) rows * direction.vectors()),
              List.of(result));
    }
    return new Read(begun.drive(), begun.cycle(), result);
  }

  /**
   * A backward read.
   *
   * @param inputs operations after which delta is in the digital unit
   */
  Read backward(String name, MappedLayer layer, Block block, List<Integer> inputs) {
    ArrayCycles cycles = new ArrayCycles(layer.chip());
    Direction direction =
        new Direction(
            name,
            block.tile(),
            block.share().vectors(),
            cycles,
            block.rows(),
            block.columns(),
            cycles.managed().beforeBackward(block.rows()),
            cycles.managed().afterBackward(block.columns()));
    return read(
        direction,
        cycles.backward(layer.physicalRows(block), block.columns()),
        new Meaning.BackwardRead(layer.index(), block),
        BufferUse.NONE,
        BufferUse.NONE,
        inputs);
  }

  private Read read(
      Direction d,
      ArrayCycle cycle,
      Meaning meaning,
      BufferUse ofDrive,
      BufferUse ofRead,
      List<Integer> inputs) {
    List<Integer> ready = new ArrayList<>(inputs);
    if (d.before() > 0) {
      Step search = new Step.Manage(d.tile(), d.before());
      ready =
          List.of(program.add(d.name() + " largest magnitude, tile " + d.tile(), search, inputs));
    }
    long bits = d.cycles().inputBits(d.inputs());
    int drive = router.toTile(d.name() + " inputs", d.tile(), bits, ofDrive, ready);
    int read =
        program.add(
            d.name() + " read on tile " + d.tile(),
            new Step.RunArray(d.tile(), cycle.times(d.vectors())),
            meaning,
            ofRead,
            List.of(drive));
    if (d.vectors() > 1) {
      addOthers(d, ready, drive);
    }
    return new Read(drive, read, collect(d, read));
  }

  /** What the link and the management unit do for the other vectors of a burst. */
  private void addOthers(Direction d, List<Integer> managed, int driven) {
    int others = d.vectors() - 1;
    int numbers = d.before() + d.after();
    if (numbers > 0) {
      program.add(
          d.name() + " other vectors managed, tile " + d.tile(),
          new Step.Manage(d.tile(), Math.multiplyExact(others, numbers)),
          managed);
    }
    long bits = d.cycles().inputBits(d.inputs()) + d.cycles().outputBits(d.outputs());
    router.toTile(
        d.name() + " other vectors", d.tile(), others * bits, BufferUse.NONE, List.of(driven));
  }

  private int collect(Direction d, int read) {
    long bits = d.cycles().outputBits(d.outputs());
    int words = router.fromTile(d.name() + " outputs", d.tile(), bits, read);
    if (d.after() == 0) {
      return words;
    }
    return program.add(
        d.name() + " scaled back, tile " + d.tile(),
        new Step.Manage(d.tile(), d.after()),
        List.of(words));
  }
}
