package org.rpusim.workload.program;

import com.google.common.collect.ImmutableListMultimap;
import java.util.ArrayList;
import java.util.List;
import org.rpusim.chip.tile.ArrayCycles;
import org.rpusim.workload.mapping.Block;
import org.rpusim.workload.mapping.MappedLayer;
import org.rpusim.workload.program.Router.Need;

/**
 * Adds the forward pass of a batch of sequences. Within a layer a time step waits for the one
 * before; a layer works on a time step while the layer below works on the next ones.
 */
final class SequenceForward {
  private static final int SOFTMAX_OPERATIONS = 3;

  private final SequenceLayout layout;
  private final ProgramBuilder program;
  private final Router router;
  private final SequenceReads reads;
  private final DigitalCompiler digital;

  /** Operation after which each layer's h of a time step is at its home. */
  private final int[][] outputs;

  private int begun;
  private ImmutableListMultimap<Integer, Integer> symbols = ImmutableListMultimap.of();

  SequenceForward(
      SequenceLayout layout,
      ProgramBuilder program,
      Router router,
      SequenceReads reads,
      DigitalCompiler digital) {
    this.layout = layout;
    this.program = program;
    this.router = router;
    this.reads = reads;
    this.digital = digital;
    this.outputs = new int[layout.layers()][layout.elements()];
  }

  /** The symbols of each sequence, and one more as the last label, leave the memory together. */
  void begin() {
    int count = (layout.steps() + 1) * layout.batch();
    Step read = new Step.ReadMemory(ArrayCycles.valueBits(count));
    begun = program.add("sequence from memory", read, List.of());
    List<Need> takers = new ArrayList<>();
    for (MappedLayer matrix : layout.matrices(0)) {
      for (Block block : matrix.blocks()) {
        if (block.firstColumn() < layout.inputs(0)) {
          takers.add(new Need(block.tile(), 0, count));
        }
      }
    }
    takers.add(new Need(layout.home(layout.layers()), 0, count));
    Slice all = new Slice(0, count, Slice.MEMORY, begun);
    symbols = router.deliver("symbols", List.of(all), takers);
  }

  /** A time step of a recurrent layer. */
  void layer(int layer, int step, int sequence) {
    int element = layout.element(step, sequence);
    program.startElement(element);
    int home = layout.home(layer);
    Slice before =
        step == 0
            ? new Slice(0, layout.units(layer), home, begun)
            : h(layer, layout.element(step - 1, sequence));
    Slice state = before;
    for (int stage = 0; stage < layout.layer(layer).stages(); stage++) {
      state = stage(layer, stage, element, before, state);
    }
    outputs[layer][element] = state.operation();
  }

  private Slice stage(int layer, int stage, int element, Slice before, Slice state) {
    MappedLayer matrix = layout.matrix(layer, stage);
    int inputs = layout.inputs(layer);
    List<Slice> vector = new ArrayList<>();
    if (layer > 0) {
      vector.add(h(layer - 1, element));
    }
    vector.add(new Slice(inputs, state.count(), state.tile(), state.operation()));
    List<Slice> rows =
        reads.forward(matrix, vector, layer > 0 ? ImmutableListMultimap.of() : symbols, begun);
    String name = matrix.layer().name();
    Slice whole = new Slice(0, matrix.layer().rows(), state.tile(), state.operation());
    List<Integer> arrived =
        new ArrayList<>(digital.bring(name + " results", rows, state.tile(), whole));
    arrived.add(before.operation());
    boolean last = stage == layout.layer(layer).stages() - 1;
    long operations =
        layout.layer(layer).forwardOperations(stage)
            + (last && layout.drops() ? layout.units(layer) : 0);
    Meaning meaning = new Meaning.Cell(layer, stage);
    return state.after(digital.add(name + " cell", state.tile(), operations, meaning, arrived));
  }

  /** What a layer gives at a time step. */
  private Slice h(int layer, int element) {
    return new Slice(0, layout.units(layer), layout.home(layer), outputs[layer][element]);
  }

  /** Operation after which a layer's h of a time step is there. */
  int done(int layer, int element) {
    return outputs[layer][element];
  }

  /** Results of the output layer with the label, at its home. */
  private record End(Slice results, List<Integer> label) {}

  private End output(int step, int sequence) {
    int element = layout.element(step, sequence);
    program.startElement(element);
    Slice below = h(layout.layers() - 1, element);
    List<Slice> rows =
        reads.forward(layout.output(), List.of(below), ImmutableListMultimap.of(), begun);
    return new End(
        digital.gather("results", rows), List.copyOf(symbols.get(layout.home(layout.layers()))));
  }

  /** The output layer of a time step, softmax and loss; gives the gradient of its results. */
  Slice loss(int step, int sequence) {
    End end = output(step, sequence);
    return softmax(end, "loss gradient", new Meaning.LossGradient());
  }

  /** The output layer of a time step, its loss and the comparison with the label. */
  void classify(int step, int sequence) {
    softmax(output(step, sequence), "classify", new Meaning.Classify());
  }

  private Slice softmax(End end, String name, Meaning meaning) {
    Slice results = end.results();
    long operations = (long) SOFTMAX_OPERATIONS * results.count();
    Slice softmax = digital.compute("softmax", results, operations, Meaning.MOVES);
    List<Integer> ready = new ArrayList<>(end.label());
    ready.add(softmax.operation());
    return results.after(digital.add(name, results.tile(), results.count(), meaning, ready));
  }
}
