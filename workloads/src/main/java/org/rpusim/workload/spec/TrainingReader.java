package org.rpusim.workload.spec;

import static org.rpusim.chip.config.Firmness.ASSUMPTION;
import static org.rpusim.chip.config.Firmness.GIVEN;
import static org.rpusim.chip.config.Firmness.RESTATED;
import static org.rpusim.chip.config.Section.REQUIRED;
import static org.rpusim.chip.config.ValueTypes.choice;
import static org.rpusim.chip.config.ValueTypes.flag;
import static org.rpusim.chip.config.ValueTypes.integer;
import static org.rpusim.chip.config.ValueTypes.name;
import static org.rpusim.chip.config.ValueTypes.number;
import static org.rpusim.chip.config.ValueTypes.withWord;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import org.rpusim.chip.config.Section;
import org.rpusim.chip.config.ValueType;
import org.rpusim.workload.spec.TrainingSpec.Activation;
import org.rpusim.workload.spec.TrainingSpec.LayerSpec;
import org.rpusim.workload.spec.TrainingSpec.LearningRateStage;

/** Reads a workload of the kind {@code training}. */
final class TrainingReader {
  private static final ImmutableList<String> DATA = ImmutableList.of("mnist", "digits");
  private static final int MOST_UNITS = 1_000_000;
  private static final int MOST_EPOCHS = 100_000;
  private static final ValueType<Double> RATE = number(Range.openClosed(0.0, 100.0));
  private static final String STAGES = "[{fromEpoch: 1, rate: 0.01}]";
  private static final String LAYERS = "layers: [{units: 10, activation: softmax}]";

  private TrainingReader() {}

  static TrainingSpec read(Section s, String name, String description) {
    return new TrainingSpec(
        name,
        description,
        s.read("data", name(DATA), REQUIRED, GIVEN, "data set"),
        s.read("inputs", integer(1, MOST_UNITS), REQUIRED, GIVEN, "numbers of a sample"),
        layers(s),
        s.read("epochs", integer(1, MOST_EPOCHS), "30", RESTATED, "passes through the samples"),
        s.read(
            "samples",
            withWord("all", 0, integer(1, Integer.MAX_VALUE)),
            "all",
            RESTATED,
            "training samples an epoch, the first of the set"),
        learningRates(s));
  }

  private static ImmutableList<LayerSpec> layers(Section s) {
    ImmutableList<Section> entries = s.list("layers", LAYERS);
    ImmutableList.Builder<LayerSpec> layers = ImmutableList.builder();
    for (int i = 0; i < entries.size(); i++) {
      boolean last = i == entries.size() - 1;
      layers.add(layer(entries.get(i), last));
    }
    return layers.build();
  }

  private static LayerSpec layer(Section s, boolean last) {
    int units = s.read("units", integer(1, MOST_UNITS), REQUIRED, GIVEN, "outputs");
    Activation activation =
        s.read(
            "activation",
            choice(Activation.class),
            last ? "softmax" : "sigmoid",
            RESTATED,
            "applied to the outputs");
    boolean bias = s.read("bias", flag(), "true", ASSUMPTION, "whether there is a bias column");
    if (last != (activation == Activation.SOFTMAX)) {
      throw s.bad(
          "activation",
          last
              ? "the last layer's must be softmax, which the cross-entropy loss needs"
              : "only the last layer's can be softmax",
          last ? "Maybe softmax is meant." : "Maybe sigmoid is meant.");
    }
    return new LayerSpec(units, activation, bias);
  }

  private static ImmutableList<LearningRateStage> learningRates(Section s) {
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
