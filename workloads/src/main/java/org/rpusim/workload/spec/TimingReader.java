package org.rpusim.workload.spec;

import static org.rpusim.chip.config.Firmness.ASSUMPTION;
import static org.rpusim.chip.config.Firmness.DERIVED;
import static org.rpusim.chip.config.Firmness.GIVEN;
import static org.rpusim.chip.config.Firmness.UNCONFIRMED;
import static org.rpusim.chip.config.ValueTypes.choice;
import static org.rpusim.chip.config.ValueTypes.integer;
import static org.rpusim.chip.config.ValueTypes.name;
import static org.rpusim.chip.config.ValueTypes.number;
import static org.rpusim.chip.config.ValueTypes.withWord;

import com.google.common.collect.Range;
import org.rpusim.chip.config.Section;
import org.rpusim.workload.network.Network;
import org.rpusim.workload.spec.TimingSpec.Cycle;

/** Reads a workload of the kind {@code training} with {@code timingOnly: true}. */
final class TimingReader {
  private static final int MOST_IN_FLIGHT = 65_536;
  private static final Range<Double> SHARE = Range.closed(0.0, 1.0);

  private TimingReader() {}

  static TimingSpec read(Section s, String name, String description) {
    String data = "";
    if (s.has("data")) {
      data =
          s.read(
              "data",
              name(DataSetSizes.TRAINING_SAMPLES.keySet()),
              "mnist",
              GIVEN,
              "data set, for its size");
    }
    Network network = TrainingReader.network(s);
    Cycle cycle =
        s.read(
            "cycle", choice(Cycle.class), "training", ASSUMPTION, "all cycles, or forward alone");
    int epochs = TrainingReader.epochs(s, "1");
    int samples = samples(s, data);
    int batch = TrainingReader.batch(s);
    int inFlight =
        s.read(
            "inFlight",
            integer(1, MOST_IN_FLIGHT),
            "1",
            ASSUMPTION,
            "batches under way together; with 1 the next starts when the one before is complete");
    boolean streaming = TrainingReader.streaming(s);
    if (s.has("learningRate")) {
      TrainingReader.learningRates(s);
    }
    return new TimingSpec(
        name,
        description,
        network,
        cycle,
        epochs,
        samples,
        batch,
        inFlight,
        streaming,
        expected(s.section("expected")));
  }

  private static int samples(Section s, String data) {
    String byDefault = data.isEmpty() ? "10" : "all";
    int samples =
        s.read(
            "samples",
            withWord("all", 0, integer(1, Integer.MAX_VALUE)),
            byDefault,
            ASSUMPTION,
            "samples an epoch");
    if (samples > 0) {
      return samples;
    }
    if (data.isEmpty()) {
      throw s.bad("samples", "the workload names no data set", "Maybe give their number.");
    }
    return DataSetSizes.TRAINING_SAMPLES.getOrDefault(data, 0);
  }

  private static ExpectedSpec expected(Section s) {
    return new ExpectedSpec(
        s.read(
            "inputActivity",
            number(SHARE),
            "0.2",
            UNCONFIRMED,
            "share of a forward read that an input is on"),
        s.read(
            "gradientActivity",
            number(SHARE),
            "0.2",
            ASSUMPTION,
            "share of a backward read that an input is on"),
        s.read(
            "retries",
            number(Range.closed(0.0, 30.0)),
            "0",
            ASSUMPTION,
            "bound-management retries a read, where there is bound management"),
        s.read(
            "trainSlots",
            withWord("auto", 0.0, number(Range.openClosed(0.0, 64.0))),
            "auto",
            DERIVED,
            "pulse slots an update; auto: update.bitLength"),
        s.read(
            "rowPulses",
            number(Range.closed(0.0, 2.0)),
            "0.1",
            ASSUMPTION,
            "pulses on a used row in a slot"),
        s.read(
            "columnPulses",
            number(Range.closed(0.0, 2.0)),
            "0.1",
            ASSUMPTION,
            "pulses on a used column in a slot"));
  }
}
