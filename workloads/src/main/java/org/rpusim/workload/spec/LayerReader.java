package org.rpusim.workload.spec;

import static org.rpusim.chip.config.Firmness.ASSUMPTION;
import static org.rpusim.chip.config.Firmness.GIVEN;
import static org.rpusim.chip.config.Firmness.RESTATED;
import static org.rpusim.chip.config.Section.REQUIRED;
import static org.rpusim.chip.config.ValueTypes.choice;
import static org.rpusim.chip.config.ValueTypes.flag;
import static org.rpusim.chip.config.ValueTypes.integer;
import static org.rpusim.chip.config.ValueTypes.name;
import static org.rpusim.chip.config.ValueTypes.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Section;
import org.rpusim.workload.network.Activation;
import org.rpusim.workload.network.ArrayOptions;
import org.rpusim.workload.network.ConvolutionLayer;
import org.rpusim.workload.network.DenseLayer;
import org.rpusim.workload.network.Layer;
import org.rpusim.workload.network.MappingOptions;
import org.rpusim.workload.network.MatrixLayer;
import org.rpusim.workload.network.Network;
import org.rpusim.workload.network.Placement;
import org.rpusim.workload.network.PoolingLayer;
import org.rpusim.workload.network.SumLayer;
import org.rpusim.workload.network.Volume;
import org.rpusim.workload.network.Window;

/** Reads the entries of {@code workload.layers} one after the other, and checks that they fit. */
final class LayerReader {
  private static final String DENSE = "dense";
  private static final String CONVOLUTION = "convolution";
  private static final String MAX_POOLING = "max-pooling";
  private static final String AVERAGE_POOLING = "average-pooling";
  private static final String SUM = "sum";
  private static final ImmutableList<String> KINDS =
      ImmutableList.of(DENSE, CONVOLUTION, MAX_POOLING, AVERAGE_POOLING, SUM);
  private static final int MOST_UNITS = 1_000_000;
  private static final int MOST_SIDE = 4096;
  private static final int MOST_DEVICES = 4096;

  private final Volume sample;
  private final List<Layer> layers = new ArrayList<>();

  private LayerReader(Volume sample) {
    this.sample = sample;
  }

  /** All layers of a network that takes samples of this shape. */
  static Network read(Volume sample, ImmutableList<Section> entries, MappingOptions mapping) {
    LayerReader reader = new LayerReader(sample);
    List<Section> entryOf = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Section entry = entries.get(i);
      boolean last = i == entries.size() - 1;
      int copies = LayerCopies.count(entry, last);
      reader.layers.add(reader.layer(entry, last, copies > 1));
      long matrices = reader.matrices();
      for (int copy = 1; copy < copies; copy++) {
        reader.layers.add(reader.again(entry, matrices + copy));
      }
      entryOf.addAll(Collections.nCopies(copies, entry));
    }
    Network network = new Network(sample, ImmutableList.copyOf(reader.layers), mapping);
    ImmutableSet<Integer> taken = network.taken();
    for (int i = 0; i < entryOf.size() - 1; i++) {
      if (!taken.contains(i)) {
        throw new ConfigException(
            entryOf.get(i).where("name")
                + ": no layer takes the output of "
                + network.layers().get(i).name()
                + ".",
            "Maybe a later layer is to have it as its input.");
      }
    }
    return network;
  }

  /**
   * The last layer again, behind itself.
   *
   * @param number how many layers with weights there are with it
   */
  private Layer again(Section s, long number) {
    Layer before = layers.getLast();
    String letter = before instanceof DenseLayer ? "W" : "K";
    Layer copy = LayerCopies.copy(before, letter + number, layers.size() - 1, before.output());
    if (copy == null) {
      throw s.bad(
          "repeat", "only dense layers and convolutions can be repeated", "Maybe leave it out.");
    }
    if (copy.output().area() < 1) {
      throw s.bad(
          "repeat",
          "the kernel has no room in what the one before gives",
          "Maybe fewer, or padding, so that the output is as large as the input.");
    }
    return copy;
  }

  private Layer layer(Section s, boolean last, boolean repeated) {
    String kind = s.read("kind", name(KINDS), DENSE, GIVEN, "what the layer is");
    if (last && !kind.equals(DENSE)) {
      throw s.bad("kind", "the last layer must be dense", "Maybe a dense layer is to follow.");
    }
    String name = repeated ? defaultName(kind) : uniqueName(s, kind);
    int source = source(s, "input");
    Volume input = outputOf(source);
    return switch (kind) {
      case CONVOLUTION -> convolution(s, name, source, input);
      case MAX_POOLING -> pooling(s, name, source, input, true);
      case AVERAGE_POOLING -> pooling(s, name, source, input, false);
      case SUM -> sum(s, name, source, input);
      default -> dense(s, name, source, input, last);
    };
  }

  private Layer dense(Section s, String name, int source, Volume input, boolean last) {
    int units = s.read("units", integer(1, MOST_UNITS), REQUIRED, GIVEN, "outputs");
    Activation activation = activation(s, last ? "softmax" : "sigmoid", last);
    return new DenseLayer(name, source, input, units, activation, bias(s), arrays(s, 1));
  }

  private Layer convolution(Section s, String name, int source, Volume input) {
    int channels = s.read("channels", integer(1, MOST_UNITS), REQUIRED, GIVEN, "kernels");
    Window window = window(s, input, "1", true);
    Activation activation = activation(s, "tanh", false);
    int vectors = window.over(input, channels).area();
    return new ConvolutionLayer(
        name, source, input, channels, window, activation, bias(s), arrays(s, vectors));
  }

  private Layer pooling(Section s, String name, int source, Volume input, boolean largest) {
    return new PoolingLayer(name, source, input, window(s, input, "", largest), largest);
  }

  private Layer sum(Section s, String name, int source, Volume input) {
    int other = source(s, "with");
    if (!outputOf(other).equals(input)) {
      throw s.bad(
          "with",
          "gives %s, and the other summand is %s".formatted(outputOf(other), input),
          "Maybe a convolution with kernel 1 is to bring one to the other's shape.");
    }
    return new SumLayer(name, source, other, input, activation(s, "none", false));
  }

  /** An empty default of the stride is the kernel itself. */
  private Window window(Section s, Volume input, String stride, boolean padded) {
    int kernel = s.read("kernel", integer(1, MOST_SIDE), REQUIRED, GIVEN, "side of the window");
    String byDefault = stride.isEmpty() ? String.valueOf(kernel) : stride;
    int step = s.read("stride", integer(1, MOST_SIDE), byDefault, ASSUMPTION, "step of the window");
    int padding =
        padded && kernel > 1
            ? s.read("padding", integer(0, MOST_SIDE), "0", ASSUMPTION, "zeros around a channel")
            : 0;
    if (padding >= kernel) {
      throw s.bad(
          "padding",
          "must be below the kernel of %d: other windows would see nothing".formatted(kernel),
          "Maybe %d is meant.".formatted(kernel / 2));
    }
    Window window = new Window(kernel, step, padding);
    if (window.positions(input.height()) < 1 || window.positions(input.width()) < 1) {
      throw s.bad(
          "kernel",
          "the layer takes %s, in which such a window has no room".formatted(input),
          "Maybe a smaller kernel, or workload.inputs as channels x height x width.");
    }
    return window;
  }

  private static boolean bias(Section s) {
    return s.read("bias", flag(), "true", ASSUMPTION, "whether there is a bias column");
  }

  static ArrayOptions arrays(Section s, int vectors) {
    int devices =
        s.read(
            "devicesPerWeight",
            integer(1, MOST_DEVICES),
            "1",
            ASSUMPTION,
            "devices on repeated rows whose mean is a weight");
    Placement placement = PlacementReader.of(s, vectors);
    return new ArrayOptions(
        devices, s.group("array", "as in the chip file, for this layer alone"), placement);
  }

  private static Activation activation(Section s, String byDefault, boolean last) {
    Activation activation =
        s.read(
            "activation", choice(Activation.class), byDefault, RESTATED, "applied to the outputs");
    if (last != (activation == Activation.SOFTMAX)) {
      throw s.bad(
          "activation",
          last
              ? "the last layer's must be softmax, which the cross-entropy loss needs"
              : "only the last layer's can be softmax",
          last ? "Maybe softmax is meant." : "Maybe sigmoid is meant.");
    }
    return activation;
  }

  /** Position of the layer that a key names; the one before where it is missing. */
  private int source(Section s, String key) {
    if (key.equals("input") && !s.has(key)) {
      return layers.size() - 1;
    }
    String wanted = s.read(key, text(), REQUIRED, GIVEN, "name of an earlier layer, or sample");
    for (int i = 0; i < layers.size(); i++) {
      if (layers.get(i).name().equals(wanted)) {
        return i;
      }
    }
    if (!wanted.equals("sample")) {
      throw s.bad(
          key,
          "must be the name of an earlier layer, or sample",
          layers.isEmpty()
              ? "Maybe sample is meant."
              : "Maybe " + layers.getLast().name() + " is meant.");
    }
    return Layer.SAMPLE;
  }

  private Volume outputOf(int source) {
    return source == Layer.SAMPLE ? sample : layers.get(source).output();
  }

  private long matrices() {
    return layers.stream().filter(MatrixLayer.class::isInstance).count();
  }

  /** The papers' names: K for kernels, W for dense matrices, counted together. */
  private String defaultName(String kind) {
    boolean matrix = kind.equals(DENSE) || kind.equals(CONVOLUTION);
    long number = 1 + layers.stream().filter(l -> l instanceof MatrixLayer == matrix).count();
    String letter =
        switch (kind) {
          case DENSE -> "W";
          case CONVOLUTION -> "K";
          case SUM -> "S";
          default -> "P";
        };
    return letter + number;
  }

  private String uniqueName(Section s, String kind) {
    String name = s.read("name", text(), defaultName(kind), GIVEN, "in tables and messages");
    requireNoDot(s, name);
    if (name.equals("sample") || layers.stream().anyMatch(l -> l.name().equals(name))) {
      throw s.bad(
          "name",
          "must differ from those of other layers, and from sample",
          "Maybe " + name + "2 is meant.");
    }
    return name;
  }

  /** Names are words of dotted paths, {@code layers.W1.retries}. */
  static void requireNoDot(Section s, String name) {
    if (name.indexOf('.') >= 0) {
      throw s.bad(
          "name",
          "must have no dot, as it is a word of dotted paths",
          "Maybe " + name.replace('.', '-') + " is meant.");
    }
  }
}
