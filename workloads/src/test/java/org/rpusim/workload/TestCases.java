package org.rpusim.workload;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import org.rpusim.chip.config.Node;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.config.YamlReader;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.core.random.RandomStream;
import org.rpusim.core.random.StreamKey;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.network.Activation;
import org.rpusim.workload.network.ArrayOptions;
import org.rpusim.workload.network.DenseLayer;
import org.rpusim.workload.network.Layer;
import org.rpusim.workload.network.Network;
import org.rpusim.workload.network.Volume;
import org.rpusim.workload.spec.DataPlaces;
import org.rpusim.workload.spec.TrainingSpec;
import org.rpusim.workload.spec.TrainingSpec.LearningRateStage;
import org.rpusim.workload.spec.WorkloadReader;
import org.rpusim.workload.spec.WorkloadSpec;

/** Chips, networks and data for tests. */
public final class TestCases {
  /** Chip settings without anything random or repeated. */
  public static final String FLOATING_POINT = "device.preset=floating-point";

  private final long base;
  private long next;

  /** Random cases of a seed. */
  public TestCases(long seed) {
    base = StreamKey.base(seed, 0, 0, 0, 0);
  }

  /** A uniform integer, both ends included. */
  public int between(int low, int high) {
    return low + (int) Long.remainderUnsigned(RandomStream.word(base, next++), high - low + 1L);
  }

  /** One of some texts. */
  public String oneOf(String... texts) {
    return texts[between(0, texts.length - 1)];
  }

  /** Design 2 with some of its keys set. */
  public static ChipSpec chip(String... settings) {
    return preset("gokmen2016-design2", settings);
  }

  /** A chip preset with some of its keys set. */
  public static ChipSpec preset(String name, String... settings) {
    return ChipPresets.load(name, Overrides.parse(List.of(settings))).spec();
  }

  /** A perceptron with biases, sigmoid in the hidden layers and softmax at the end. */
  public static TrainingSpec workload(int epochs, int samples, double rate, int... widths) {
    ImmutableList.Builder<Layer> layers = ImmutableList.builder();
    for (int i = 1; i < widths.length; i++) {
      boolean last = i == widths.length - 1;
      layers.add(
          new DenseLayer(
              "W" + i,
              i - 2,
              Volume.vector(widths[i - 1]),
              widths[i],
              last ? Activation.SOFTMAX : Activation.SIGMOID,
              true,
              ArrayOptions.NONE));
    }
    return new TrainingSpec(
        "made-up",
        "a network of a test",
        "made-up",
        new Network(Volume.vector(widths[0]), layers.build()),
        epochs,
        samples,
        1,
        1,
        false,
        ImmutableList.of(new LearningRateStage(1, rate)),
        DataPlaces.NONE);
  }

  /** A workload as a file describes it, from the key {@code kind} on. */
  public static WorkloadSpec read(String yaml) {
    Node.Mapping tree = YamlReader.read("a test", "workload:\n" + yaml.indent(2));
    return WorkloadReader.read(tree, "made-up", ImmutableSet.of()).spec();
  }

  /** A network as a workload file describes it, from the key {@code inputs} on. */
  public static Network network(String yaml) {
    return ((TrainingSpec) read("kind: training\ndata: digits\n" + yaml)).network();
  }

  /** The network of {@link #workload}. */
  public static Network network(int... widths) {
    return workload(1, 0, 0.05, widths).network();
  }

  /** Random bytes with random labels. */
  public static DataSet data(int inputs, int classes, int training, int test) {
    TestCases random = new TestCases(3);
    return new DataSet(
        "made-up",
        inputs,
        classes,
        random.bytes(training * inputs, 256),
        random.bytes(training, classes),
        random.bytes(test * inputs, 256),
        random.bytes(test, classes),
        1f / 255);
  }

  private byte[] bytes(int count, int values) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) between(0, values - 1);
    }
    return bytes;
  }
}
