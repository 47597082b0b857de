package org.rpusim.workload.program;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.tile.ArrayCycles;
import org.rpusim.workload.mapping.Block;
import org.rpusim.workload.mapping.MappedLayer;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.program.Router.Need;

/**
 * Compiles fully connected networks: forward reads layer by layer, softmax and loss, backward
 * reads, updates (strict SGD: an array is updated after its backward read).
 */
public final class PerceptronCompiler {
  /** The first operation of a program is its only access to the memory. */
  private static final int SAMPLE_READ = 0;

  private static final int SOFTMAX_OPERATIONS = 3;
  private static final int DERIVATIVE_OPERATIONS = 2;

  private final Mapping mapping;
  private final ArrayCycles cycles;
  private final ProgramBuilder program = new ProgramBuilder();
  private final Router router;
  private final ReadCompiler reads;
  private final UpdateCompiler updates;
  private final boolean training;

  private PerceptronCompiler(Mapping mapping, ChipSpec chip, boolean training) {
    this.mapping = mapping;
    this.cycles = new ArrayCycles(chip);
    this.router = new Router(program, cycles, chip.digital().sharing());
    this.reads = new ReadCompiler(program, router, cycles, chip.management());
    this.updates = new UpdateCompiler(program, cycles, chip);
    this.training = training;
  }

  /** Forward, backward and update of one sample. */
  public static Program training(Mapping mapping, ChipSpec chip) {
    return new PerceptronCompiler(mapping, chip, true).compile();
  }

  /** The forward pass of one sample and the comparison with its label. */
  public static Program evaluation(Mapping mapping, ChipSpec chip) {
    return new PerceptronCompiler(mapping, chip, false).compile();
  }

  private Program compile() {
    List<Slice> vector = inputs();
    for (MappedLayer layer : mapping.layers()) {
      vector = forward(layer, vector);
    }
    Slice outputs = gather(vector);
    List<Integer> label = label(outputs.tile());
    if (training) {
      backwardFrom(outputs, label);
    } else {
      List<Integer> ready = with(label, outputs.operation());
      compute("classify", outputs, outputs.count(), new Meaning.Classify(), ready);
    }
    return program.build(mapping.tiles());
  }

  /** The sample and its label leave the memory together. */
  private List<Slice> inputs() {
    int width = mapping.layers().getFirst().layer().inputs();
    int read =
        program.add(
            "sample from memory", new Step.ReadMemory(ArrayCycles.valueBits(width + 1)), List.of());
    return List.of(new Slice(0, width, Slice.MEMORY, read));
  }

  /** The label goes to the unit that has the outputs. */
  private List<Integer> label(int tile) {
    Slice label = new Slice(0, 1, Slice.MEMORY, SAMPLE_READ);
    return router.deliver("label", List.of(label), List.of(new Need(tile, 0, 1))).get(tile);
  }

  private List<Slice> forward(MappedLayer layer, List<Slice> inputs) {
    int width = layer.layer().inputs();
    List<Need> needs = layer.blocks().stream().map(b -> Need.inputsOf(b, width)).toList();
    String name = layer.layer().name() + " forward";
    ImmutableListMultimap<Integer, Integer> arrivals =
        router.deliver(name + " inputs", inputs, needs);
    int[] results = new int[layer.blocks().size()];
    for (int i = 0; i < results.length; i++) {
      Block block = layer.blocks().get(i);
      ReadCompiler.Read read =
          reads.forward(name, layer.index(), block, training, arrivals.get(block.tile()));
      results[i] = read.result();
    }
    List<Slice> outputs = new ArrayList<>();
    for (int r = 0; r < layer.blockRows(); r++) {
      outputs.add(finishForward(layer, r, results));
    }
    return outputs;
  }

  private Slice finishForward(MappedLayer layer, int blockRow, int[] results) {
    List<Slice> partials = new ArrayList<>();
    for (int c = 0; c < layer.blockColumns(); c++) {
      Block block = layer.block(blockRow, c);
      int result = results[layer.position(blockRow, c)];
      partials.add(new Slice(block.firstRow(), block.rows(), block.tile(), result));
    }
    String name = layer.layer().name() + " forward";
    Meaning sum = new Meaning.AddForward(layer.index(), blockRow);
    Slice added = addPartials(name, partials, sum);
    if (isLast(layer)) {
      return added;
    }
    Meaning activate = new Meaning.Activate(layer.index(), blockRow);
    return at(
        added,
        compute(name + " activation", added, added.count(), activate, List.of(added.operation())));
  }

  /** Adds partial results in the unit of the first one's tile. */
  private Slice addPartials(String name, List<Slice> partials, Meaning meaning) {
    Slice home = partials.getFirst();
    if (partials.size() == 1) {
      return home;
    }
    List<Integer> arrived = new ArrayList<>();
    for (Slice partial : partials) {
      Need need = new Need(home.tile(), home.first(), home.count());
      arrived.addAll(
          router.deliver(name + " partial sums", List.of(partial), List.of(need)).get(home.tile()));
    }
    long additions = (long) (partials.size() - 1) * home.count();
    Step step = new Step.Compute(home.tile(), additions);
    return at(home, program.add(name + " sum", step, meaning, BufferUse.NONE, arrived));
  }

  /** Brings all slices of a vector to the unit that has the first. */
  private Slice gather(List<Slice> slices) {
    Slice home = slices.getFirst();
    int length = slices.stream().mapToInt(Slice::count).sum();
    if (slices.size() == 1) {
      return home;
    }
    Need all = new Need(home.tile(), 0, length);
    List<Integer> arrived = router.deliver("outputs", slices, List.of(all)).get(home.tile());
    int gathered =
        program.add(
            "outputs together",
            new Step.Compute(home.tile(), 0),
            Meaning.MOVES,
            BufferUse.NONE,
            arrived);
    return new Slice(0, length, home.tile(), gathered);
  }

  private void backwardFrom(Slice outputs, List<Integer> label) {
    long operations = (long) SOFTMAX_OPERATIONS * outputs.count();
    int softmax =
        compute("softmax", outputs, operations, Meaning.MOVES, List.of(outputs.operation()));
    int gradient =
        compute(
            "loss gradient",
            outputs,
            outputs.count(),
            new Meaning.LossGradient(),
            with(label, softmax));
    List<Slice> delta = List.of(at(outputs, gradient));
    for (MappedLayer layer : mapping.layers().reverse()) {
      delta = backwardAndUpdate(layer, delta);
    }
  }

  private List<Slice> backwardAndUpdate(MappedLayer layer, List<Slice> delta) {
    String name = layer.layer().name() + " backward";
    List<Need> needs = layer.blocks().stream().map(Need::rowsOf).toList();
    ImmutableListMultimap<Integer, Integer> arrivals =
        router.deliver(name + " inputs", delta, needs);
    if (layer.index() == 0) {
      updateFirst(layer, arrivals);
      return List.of();
    }
    int[] results = new int[layer.blocks().size()];
    for (int i = 0; i < results.length; i++) {
      Block block = layer.blocks().get(i);
      ReadCompiler.Read read =
          reads.backward(name, layer.index(), block, arrivals.get(block.tile()));
      results[i] = read.result();
      updates.add(
          layer.layer().name(),
          layer.index(),
          block,
          true,
          arrivals.get(block.tile()),
          read.cycle());
    }
    List<Slice> outputs = new ArrayList<>();
    for (int c = 0; c < layer.blockColumns(); c++) {
      finishBackward(layer, c, results).ifPresent(outputs::add);
    }
    return outputs;
  }

  /** The first layer has no backward read: delta goes to the tiles for the update alone. */
  private void updateFirst(MappedLayer layer, ImmutableListMultimap<Integer, Integer> arrivals) {
    for (Block block : layer.blocks()) {
      int delta =
          router.toTile(
              layer.layer().name() + " delta",
              block.tile(),
              block.rows(),
              BufferUse.NONE,
              arrivals.get(block.tile()));
      updates.add(
          layer.layer().name(), layer.index(), block, false, arrivals.get(block.tile()), delta);
    }
  }

  private Optional<Slice> finishBackward(MappedLayer layer, int blockColumn, int[] results) {
    Block first = layer.block(0, blockColumn);
    int inputs = Need.inputsOf(first, layer.layer().inputs()).count();
    if (inputs == 0) {
      return Optional.empty();
    }
    List<Slice> partials = new ArrayList<>();
    for (int r = 0; r < layer.blockRows(); r++) {
      Block block = layer.block(r, blockColumn);
      int result = results[layer.position(r, blockColumn)];
      partials.add(new Slice(block.firstColumn(), inputs, block.tile(), result));
    }
    String name = layer.layer().name() + " backward";
    Slice added = addPartials(name, partials, new Meaning.AddBackward(layer.index(), blockColumn));
    int differentiated =
        compute(
            name + " derivative",
            added,
            (long) DERIVATIVE_OPERATIONS * added.count(),
            new Meaning.Differentiate(layer.index(), blockColumn),
            List.of(added.operation()));
    return Optional.of(at(added, differentiated));
  }

  private int compute(
      String name, Slice at, long operations, Meaning meaning, List<Integer> after) {
    return program.add(
        name, new Step.Compute(at.tile(), operations), meaning, BufferUse.NONE, after);
  }

  private static List<Integer> with(List<Integer> operations, int another) {
    return ImmutableList.<Integer>builder().addAll(operations).add(another).build();
  }

  private boolean isLast(MappedLayer layer) {
    return layer.index() == mapping.layers().size() - 1;
  }

  private static Slice at(Slice slice, int operation) {
    return new Slice(slice.first(), slice.count(), slice.tile(), operation);
  }
}
