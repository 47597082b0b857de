package org.rpusim.workload.spec;

import static org.rpusim.chip.config.Firmness.ASSUMPTION;
import static org.rpusim.chip.config.Firmness.GIVEN;
import static org.rpusim.chip.config.Firmness.RESTATED;
import static org.rpusim.chip.config.Section.REQUIRED;
import static org.rpusim.chip.config.ValueTypes.flag;
import static org.rpusim.chip.config.ValueTypes.integer;
import static org.rpusim.chip.config.ValueTypes.name;
import static org.rpusim.chip.config.ValueTypes.number;
import static org.rpusim.chip.config.ValueTypes.withWord;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.util.ArrayList;
import java.util.List;
import org.rpusim.chip.config.Section;
import org.rpusim.chip.config.ValueType;
import org.rpusim.chip.config.ValueTypes;
import org.rpusim.workload.network.MappingOptions;
import org.rpusim.workload.network.Network;
import org.rpusim.workload.network.Volume;
import org.rpusim.workload.spec.TrainingSpec.LearningRateStage;

/** Reads a workload of the kind {@code training}. */
final class TrainingReader {
  private static final int MOST_INPUTS = 10_000_000;

  /** Samples of all batches under way. */
  private static final int MOST_UNDER_WAY = 4096;

  private static final int MOST_EPOCHS = 100_000;
  private static final ValueType<Double> RATE = number(Range.openClosed(0.0, 100.0));
  private static final String STAGES = "[{fromEpoch: 1, rate: 0.01}]";
  private static final String LAYERS = "layers: [{units: 10, activation: softmax}]";

  /**
   * A network.
   *
   * @param outputs where its last layer's units stand
   */
  private record Read(Network network, String outputs) {}

  private TrainingReader() {}

  static TrainingSpec read(Section s, String name, String description) {
    String data =
        s.read("data", name(DataSetSizes.TRAINING_SAMPLES.keySet()), REQUIRED, GIVEN, "data set");
    Read network = readNetwork(s);
    int epochs = epochs(s, "30");
    int samples =
        s.read(
            "samples",
            withWord("all", 0, integer(1, Integer.MAX_VALUE)),
            "all",
            RESTATED,
            "training samples an epoch, the first of the set");
    int batch = batch(s);
    return new TrainingSpec(
        name,
        description,
        data,
        network.network(),
        epochs,
        samples,
        batch,
        inFlight(s, batch),
        streaming(s),
        learningRates(s),
        new DataPlaces(s.where("inputs"), network.outputs(), s.where("samples")));
  }

  static int epochs(Section s, String byDefault) {
    return s.read(
        "epochs", integer(1, MOST_EPOCHS), byDefault, RESTATED, "passes through the samples");
  }

  static boolean streaming(Section s) {
    return s.read(
        "streaming",
        flag(),
        "false",
        ASSUMPTION,
        "rows of a convolution's output go on to the next layer as soon as they are there");
  }

  static int batch(Section s) {
    return s.read(
        "batch",
        integer(1, MOST_UNDER_WAY),
        "1",
        RESTATED,
        "samples computed with the same weights, then updated one by one");
  }

  /** Each sample under way has numbers of its own in the memory of the simulation. */
  private static int inFlight(Section s, int batch) {
    int inFlight =
        s.read(
            "inFlight",
            integer(1, MOST_UNDER_WAY),
            "1",
            ASSUMPTION,
            "samples (batches) under way together; 1: each sees all updates before it");
    if (inFlight * batch > MOST_UNDER_WAY) {
      throw s.bad(
          "inFlight",
          "must be at most %,d with batches of %,d samples, %,d samples under way in all"
              .formatted(MOST_UNDER_WAY / batch, batch, MOST_UNDER_WAY),
          "Maybe %d is meant.".formatted(MOST_UNDER_WAY / batch));
    }
    return inFlight;
  }

  static Network network(Section s) {
    return readNetwork(s).network();
  }

  private static Read readNetwork(Section s) {
    Volume sample = s.read("inputs", shape(), REQUIRED, GIVEN, "shape of a sample");
    MappingOptions mapping = PlacementReader.options(s);
    ImmutableList<Section> layers = s.list("layers", LAYERS);
    Network network = LayerReader.read(sample, layers, mapping);
    return new Read(network, layers.getLast().where("units"));
  }

  /** {@code 784} or {@code 1 x 28 x 28}. */
  private static ValueType<Volume> shape() {
    return ValueTypes.custom(
        TrainingReader::volume,
        Volume::toString,
        "a whole number from 1 to " + MOST_INPUTS + ", or channels x height x width",
        "1 x 28 x 28");
  }

  private static Volume volume(String text) {
    List<Integer> sides = new ArrayList<>();
    for (String side : text.split("[x\u00D7]", -1)) {
      sides.add(integer(1, MOST_INPUTS).parse(side.strip()));
    }
    Volume volume =
        switch (sides.size()) {
          case 1 -> Volume.vector(sides.get(0));
          case 3 -> new Volume(sides.get(0), sides.get(1), sides.get(2));
          default -> throw new IllegalArgumentException("neither a number nor three");
        };
    long numbers = (long) volume.height() * volume.width();
    if (numbers > MOST_INPUTS || numbers * volume.channels() > MOST_INPUTS) {
      throw new IllegalArgumentException("too large");
    }
    return volume;
  }

  static ImmutableList<LearningRateStage> learningRates(Section s) {
    if (!s.hasList("learningRate")) {
      double rate = s.read("learningRate", RATE, "0.01", RESTATED, "eta of every epoch");
      return ImmutableList.of(new LearningRateStage(1, rate));
    }
    ImmutableList.Builder<LearningRateStage> stages = ImmutableList.builder();
    int previous = 0;
    for (Section entry : s.list("learningRate", "learningRate: " + STAGES)) {
      int from =
          entry.read("fromEpoch", integer(1, MOST_EPOCHS), REQUIRED, GIVEN, "counted from 1");
      if (previous == 0 && from != 1) {
        throw entry.bad("fromEpoch", "the first stage must begin at epoch 1", "Maybe 1 is meant.");
      }
      if (from <= previous) {
        throw entry.bad(
            "fromEpoch",
            "must be later than the stage before it, " + previous,
            "Maybe the stages are out of order.");
      }
      previous = from;
      stages.add(new LearningRateStage(from, entry.read("rate", RATE, REQUIRED, GIVEN, "eta")));
    }
    return stages.build();
  }
}
