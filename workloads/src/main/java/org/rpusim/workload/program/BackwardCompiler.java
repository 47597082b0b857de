package org.rpusim.workload.program;

import com.google.common.collect.ImmutableListMultimap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

/** Adds the backward pass of one sample, from the gradient of the last layer's result. */
final class BackwardCompiler {
  private static final int DERIVATIVE_OPERATIONS = 2;

  private final Mapping mapping;
  private final Network network;
  private final Router router;
  private final ReadCompiler reads;
  private final DigitalCompiler digital;

  /** Gradients of each layer's output, one list a layer that takes it. */
  private final List<List<List<Slice>>> gradients = new ArrayList<>();

  /** Whether the gradient of the network's input is wanted: a chip before it waits for it. */
  private boolean givesInput;

  private final List<Slice> inputGradient = new ArrayList<>();

  BackwardCompiler(Mapping mapping, Router router, ReadCompiler reads, DigitalCompiler digital) {
    this.mapping = mapping;
    this.network = mapping.network();
    this.router = router;
    this.reads = reads;
    this.digital = digital;
  }

  /** Told of every block whose array may be updated as far as this sample is concerned. */
  interface Updates {
    /**
     * A block is ready.
     *
     * @param read its backward read, or −1 where there is none
     * @param delta operations after which its rows' delta is in the tile's digital unit
     */
    void ready(MappedLayer layer, Block block, int read, List<Integer> delta);
  }

  /**
   * The backward pass of one sample through a part of a network, whose output's gradient has passed
   * no derivative yet.
   *
   * @param gradient of the last layer's output, at a digital unit
   * @return the gradient of the part's input
   */
  List<Slice> through(Slice gradient, Updates updates) {
    givesInput = true;
    Slice delta = differentiate(network.layers().size() - 1, gradient);
    from(delta, updates);
    return inputGradient;
  }

  /** As {@link #through} where nobody waits for the gradient of the part's input. */
  void lastOf(Slice gradient, Updates updates) {
    from(differentiate(network.layers().size() - 1, gradient), updates);
  }

  /** As {@link #through}, from the gradient of the last layer's result. */
  List<Slice> throughFrom(Slice lossGradient, Updates updates) {
    givesInput = true;
    from(lossGradient, updates);
    return inputGradient;
  }

  /** The backward pass of one sample. */
  void from(Slice lossGradient, Updates updates) {
    gradients.clear();
    inputGradient.clear();
    network.layers().forEach(layer -> gradients.add(new ArrayList<>()));
    List<Slice> delta = List.of(lossGradient);
    for (int i = network.layers().size() - 1; i >= 0; i--) {
      if (i < network.layers().size() - 1) {
        if (gradients.get(i).isEmpty()) {
          continue; // no weight lies before it
        }
        delta = deltaOf(i);
      }
      switch (network.layers().get(i)) {
        case MatrixLayer matrix -> matrix(mapping.of(i), delta, updates);
        case PoolingLayer pooling -> unpool(i, pooling, delta);
        case SumLayer sum -> {
          give(sum.source(), delta);
          give(sum.other(), delta);
        }
      }
    }
  }

  /** Whether a gradient of this layer's output serves any weight. */
  private boolean isWanted(int layer) {
    if (layer == Layer.SAMPLE) {
      return givesInput;
    }
    return switch (network.layers().get(layer)) {
      case MatrixLayer matrix -> true;
      case PoolingLayer pooling -> isWanted(pooling.source());
      case SumLayer sum -> isWanted(sum.source()) || isWanted(sum.other());
    };
  }

  private void give(int layer, List<Slice> gradient) {
    if (layer == Layer.SAMPLE) {
      inputGradient.addAll(gradient);
    } else if (isWanted(layer)) {
      List<Slice> given = new ArrayList<>(gradient);
      if (network.takers(layer) == 1) {
        given.replaceAll(slice -> differentiate(layer, slice));
      }
      gradients.get(layer).add(given);
    }
  }

  /** A gradient that a single layer gives has passed the derivative; others are added first. */
  private List<Slice> deltaOf(int layer) {
    List<List<Slice>> given = gradients.get(layer);
    if (network.takers(layer) == 1) {
      return given.getFirst();
    }
    String name = network.layers().get(layer).name() + " gradients";
    Slice home = digital.gather(name, given.getFirst());
    List<Integer> arrived = new ArrayList<>(List.of(home.operation()));
    for (List<Slice> more : given.subList(1, given.size())) {
      arrived.addAll(digital.bring(name, more, home.tile(), home));
    }
    long additions = (long) (given.size() - 1) * home.count();
    Meaning meaning = new Meaning.AddGradients(layer);
    Slice sum = home.after(digital.add(name + " sum", home.tile(), additions, meaning, arrived));
    return List.of(differentiate(layer, sum));
  }

  private Slice differentiate(int layer, Slice gradient) {
    Layer of = network.layers().get(layer);
    if (of.activation() == Activation.NONE) {
      return gradient;
    }
    Meaning meaning = new Meaning.Differentiate(layer, gradient.first(), gradient.count());
    long operations = (long) DERIVATIVE_OPERATIONS * gradient.count();
    return digital.compute(of.name() + " derivative", gradient, operations, meaning);
  }

  private void matrix(MappedLayer layer, List<Slice> delta, Updates updates) {
    String name = layer.layer().name() + " backward";
    List<Need> needs = layer.blocks().stream().map(b -> Need.rowsOf(b, layer.layer())).toList();
    ImmutableListMultimap<Integer, Integer> arrivals =
        router.deliver(name + " inputs", delta, needs);
    boolean reading = isWanted(layer.layer().source());
    int[] results = new int[layer.blocks().size()];
    Arrays.fill(results, -1);
    for (int i = 0; i < results.length; i++) {
      Block block = layer.blocks().get(i);
      List<Integer> arrived = arrivals.get(block.tile());
      int cycle = -1;
      if (reading) {
        ReadCompiler.Read read = reads.backward(name, layer, block, arrived);
        results[i] = read.result();
        cycle = read.cycle();
      }
      updates.ready(layer, block, cycle, arrived);
    }
    if (reading) {
      finish(name, layer, results);
    }
  }

  private void finish(String name, MappedLayer layer, int[] results) {
    List<Slice> gradient = new ArrayList<>();
    int source = layer.layer().source();
    boolean ready = source != Layer.SAMPLE && network.takers(source) == 1;
    for (int c = 0; c < layer.blockColumns(); c++) {
      Block first = layer.block(0, c);
      int columns = Math.min(first.columns(), layer.layer().fanIn() - first.firstColumn());
      if (columns > 0) {
        Slice sum = column(name, layer, c, columns, results);
        boolean alone = ready && !(layer.layer() instanceof ConvolutionLayer);
        gradient.add(alone ? differentiate(source, sum) : sum);
      }
    }
    if (layer.layer() instanceof ConvolutionLayer convolution) {
      give(convolution.source(), List.of(fold(name, layer.index(), convolution, gradient)));
    } else if (source == Layer.SAMPLE) {
      inputGradient.addAll(gradient);
    } else {
      gradients.get(source).add(gradient);
    }
  }

  /** The partial gradients of a column of blocks, added; columns × vectors numbers. */
  private Slice column(
      String name, MappedLayer layer, int blockColumn, int columns, int[] results) {
    int vectors = layer.layer().vectors();
    List<Slice> partials = new ArrayList<>();
    for (int i = 0; i < results.length; i++) {
      Block block = layer.blocks().get(i);
      if (block.blockColumn() == blockColumn) {
        int numbers = columns * block.share().vectors();
        partials.add(new Slice(block.firstColumn() * vectors, numbers, block.tile(), results[i]));
      }
    }
    Meaning meaning = new Meaning.AddBackward(layer.index(), blockColumn);
    return digital.addPartials(name, partials, columns * vectors, layer.blockRows(), meaning);
  }

  /** Overlapping patches are added in one place: blocks may share channels. */
  private Slice fold(String name, int index, ConvolutionLayer layer, List<Slice> columns) {
    Slice patches = digital.gather(name + " patches", columns);
    Meaning meaning = new Meaning.Fold(index);
    Slice folded = digital.compute(name + " patches added", patches, patches.count(), meaning);
    return new Slice(0, layer.input().size(), folded.tile(), folded.operation());
  }

  /** Channel by channel; a cut matrix behind it may have given it parts of channels. */
  private void unpool(int index, PoolingLayer layer, List<Slice> delta) {
    List<Slice> gradient = new ArrayList<>();
    int area = layer.output().area();
    int inputArea = layer.input().area();
    boolean whole = delta.stream().allMatch(s -> s.first() % area == 0 && s.count() % area == 0);
    String name = layer.name() + " backward";
    for (Slice slice : whole ? delta : List.of(digital.gather(name + " inputs", delta))) {
      int channels = slice.count() / area;
      Meaning meaning = new Meaning.Unpool(index, slice.first(), slice.count());
      long operations = (long) slice.count() * (layer.largest() ? 1 : layer.window().area());
      Slice back = digital.compute(name + " pooling", slice, operations, meaning);
      gradient.add(
          new Slice(
              slice.first() / area * inputArea,
              channels * inputArea,
              back.tile(),
              back.operation()));
    }
    give(layer.source(), gradient);
  }
}
