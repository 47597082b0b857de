package org.rpusim.workload.program;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.rpusim.chip.tile.ArrayCycles;
import org.rpusim.workload.mapping.Block;
import org.rpusim.workload.mapping.MappedLayer;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.network.Activation;
import org.rpusim.workload.network.ConvolutionLayer;
import org.rpusim.workload.network.Layer;
import org.rpusim.workload.network.MatrixLayer;
import org.rpusim.workload.network.Network;
import org.rpusim.workload.network.PoolingLayer;
import org.rpusim.workload.network.SumLayer;
import org.rpusim.workload.program.Router.Need;

/** Adds the forward pass of one sample, up to the loss or the comparison with the label. */
final class ForwardCompiler {
  private static final int SOFTMAX_OPERATIONS = 3;

  private final Mapping mapping;
  private final Network network;
  private final ProgramBuilder program;
  private final Router router;
  private final ReadCompiler reads;
  private final DigitalCompiler digital;
  private final Predicate<MappedLayer> keepsInput;
  private final boolean streaming;
  private final BandCompiler bands;

  /**
   * @param keepsInput layers whose inputs stay in the tiles' buffers for the update
   * @param streaming whether convolutions are computed and sent on band by band
   */
  ForwardCompiler(
      Mapping mapping,
      ProgramBuilder program,
      Router router,
      ReadCompiler reads,
      DigitalCompiler digital,
      Predicate<MappedLayer> keepsInput,
      boolean streaming) {
    this.mapping = mapping;
    this.network = mapping.network();
    this.program = program;
    this.router = router;
    this.reads = reads;
    this.digital = digital;
    this.keepsInput = keepsInput;
    this.streaming = streaming;
    this.bands = new BandCompiler(router, reads, digital);
  }

  /** Outputs and label at one digital unit. */
  private record End(Slice outputs, List<Integer> label) {}

  /** The forward pass, softmax and loss; gives the gradient of the last layer's result. */
  Slice loss() {
    return loss(pass());
  }

  /** Softmax and loss of what the last layer gives. */
  Slice loss(List<Slice> outputs, int label) {
    return loss(end(outputs, label));
  }

  private Slice loss(End end) {
    Slice outputs = end.outputs();
    long operations = (long) SOFTMAX_OPERATIONS * outputs.count();
    Slice softmax = digital.compute("softmax", outputs, operations, Meaning.MOVES);
    return outputs.after(
        digital.add(
            "loss gradient",
            outputs.tile(),
            outputs.count(),
            new Meaning.LossGradient(),
            with(end.label(), softmax.operation())));
  }

  /** The forward pass and the comparison with the label. */
  void classify() {
    classify(pass());
  }

  /** The comparison of what the last layer gives. */
  void classify(List<Slice> outputs, int label) {
    classify(end(outputs, label));
  }

  private void classify(End end) {
    Slice outputs = end.outputs();
    digital.add(
        "classify",
        outputs.tile(),
        outputs.count(),
        new Meaning.Classify(),
        with(end.label(), outputs.operation()));
  }

  /** The sample and its label leave the memory together. */
  private End pass() {
    int width = network.inputs();
    Step read = new Step.ReadMemory(ArrayCycles.valueBits(width + 1));
    int sample = program.add("sample from memory", read, List.of());
    return end(through(sample), sample);
  }

  /** Outputs and label where the outputs are compared; the label lies in the memory. */
  private End end(List<Slice> outputs, int label) {
    Slice end = digital.gather("outputs", outputs);
    Slice slice = new Slice(0, 1, Slice.MEMORY, label);
    return new End(end, digital.bring("label", List.of(slice), end.tile(), slice));
  }

  /**
   * All layers, from what lies in the memory, or comes where the memory is joined.
   *
   * @param sample operation after which it is there
   * @return what the last layer gives
   */
  List<Slice> through(int sample) {
    int width = network.inputs();
    Flow input = Flow.whole(List.of(new Slice(0, width, Slice.MEMORY, sample)));
    List<Flow> outputs = new ArrayList<>();
    for (int i = 0; i < network.layers().size(); i++) {
      Layer layer = network.layers().get(i);
      Flow taken = layer.source() == Layer.SAMPLE ? input : outputs.get(layer.source());
      outputs.add(
          switch (layer) {
            case ConvolutionLayer convolution when isStreamed(convolution) -> {
              MappedLayer mapped = mapping.of(i);
              yield bands.convolution(mapped, convolution, taken, keepsInput.test(mapped));
            }
            case PoolingLayer pooling when taken.isBanded() -> bands.pooling(i, pooling, taken);
            case MatrixLayer matrix ->
                Flow.whole(matrix(mapping.of(i), together(layer.source(), taken)));
            case PoolingLayer pooling ->
                Flow.whole(pool(i, pooling, together(layer.source(), taken)));
            case SumLayer sum -> {
              Flow other = sum.other() == Layer.SAMPLE ? input : outputs.get(sum.other());
              List<Slice> some = together(layer.source(), taken);
              yield Flow.whole(sum(i, sum, some, together(sum.other(), other)));
            }
          });
    }
    int last = outputs.size() - 1;
    return together(last, outputs.get(last));
  }

  /** Copies read parts of the output side by side: there are no rows to send on early. */
  private boolean isStreamed(ConvolutionLayer layer) {
    return streaming
        && mapping.of(network.layers().indexOf(layer)).copies() == 1
        && Band.of(layer).size() > 1;
  }

  /** All that a layer, or the sample, gives. */
  private List<Slice> together(int layer, Flow flow) {
    String name = layer == Layer.SAMPLE ? "sample" : network.layers().get(layer).name();
    return flow.together(name, network.outputOf(layer).area(), digital);
  }

  private List<Slice> matrix(MappedLayer layer, List<Slice> inputs) {
    List<Need> needs = layer.blocks().stream().map(b -> Need.inputsOf(b, layer.layer())).toList();
    String name = layer.layer().name() + " forward";
    ImmutableListMultimap<Integer, Integer> arrivals =
        router.deliver(name + " inputs", inputs, needs);
    int[] results = new int[layer.blocks().size()];
    for (int i = 0; i < results.length; i++) {
      Block block = layer.blocks().get(i);
      ReadCompiler.Read read =
          reads.forward(name, layer, block, keepsInput.test(layer), arrivals.get(block.tile()));
      results[i] = read.result();
    }
    List<Slice> outputs = new ArrayList<>();
    for (int r = 0; r < layer.blockRows(); r++) {
      outputs.add(finish(layer, r, results));
    }
    return outputs;
  }

  private Slice finish(MappedLayer layer, int blockRow, int[] results) {
    int vectors = layer.layer().vectors();
    List<Slice> partials = new ArrayList<>();
    for (int i = 0; i < results.length; i++) {
      Block block = layer.blocks().get(i);
      if (block.blockRow() == blockRow) {
        int numbers = block.rows() * block.share().vectors();
        partials.add(new Slice(block.firstRow() * vectors, numbers, block.tile(), results[i]));
      }
    }
    int whole = layer.block(blockRow, 0).rows() * vectors;
    String name = layer.layer().name() + " forward";
    Slice added =
        digital.addPartials(
            name,
            partials,
            whole,
            layer.blockColumns(),
            new Meaning.AddForward(layer.index(), blockRow));
    return switch (layer.layer().activation()) {
      case SOFTMAX -> added;
      case NONE -> activate(name + " results", layer.index(), added, 0);
      default -> activate(name + " activation", layer.index(), added, added.count());
    };
  }

  private Slice activate(String name, int layer, Slice at, long operations) {
    Meaning meaning = new Meaning.Activate(layer, at.first(), at.count());
    return digital.compute(name, at, operations, meaning);
  }

  /** Channel by channel where the channels are: comparisons or additions of a window's numbers. */
  private List<Slice> pool(int index, PoolingLayer layer, List<Slice> inputs) {
    List<Slice> outputs = new ArrayList<>();
    int inputArea = layer.input().area();
    int area = layer.output().area();
    String name = layer.name() + " forward";
    for (Slice slice : atUnits(name + " inputs", inputs)) {
      int first = slice.first() / inputArea * area;
      int count = slice.count() / inputArea * area;
      Meaning meaning = new Meaning.Pool(index, first, count);
      int window = layer.window().area();
      long operations = (long) count * (layer.largest() ? window - 1 : window);
      Slice pooled = digital.compute(name + " pooling", slice, operations, meaning);
      outputs.add(new Slice(first, count, pooled.tile(), pooled.operation()));
    }
    return outputs;
  }

  /** A sample is in the memory, where nothing computes: it goes to the unit of tile 0. */
  private List<Slice> atUnits(String name, List<Slice> slices) {
    Slice first = slices.getFirst();
    if (first.tile() >= 0) {
      return slices;
    }
    int arrived = digital.bring(name, slices, 0, first).getFirst();
    return List.of(new Slice(first.first(), first.count(), 0, arrived));
  }

  private List<Slice> sum(int index, SumLayer layer, List<Slice> some, List<Slice> others) {
    List<Slice> sums = new ArrayList<>();
    String name = layer.name() + " forward";
    for (Slice slice : atUnits(name + " inputs", some)) {
      List<Integer> ready =
          with(digital.bring(name + " summands", others, slice.tile(), slice), slice.operation());
      long each = layer.activation() == Activation.NONE ? 1 : 2;
      Meaning meaning = new Meaning.Add(index, slice.first(), slice.count());
      sums.add(
          slice.after(
              digital.add(name + " sum", slice.tile(), each * slice.count(), meaning, ready)));
    }
    return sums;
  }

  private static List<Integer> with(List<Integer> operations, int another) {
    return ImmutableList.<Integer>builder().addAll(operations).add(another).build();
  }
}
