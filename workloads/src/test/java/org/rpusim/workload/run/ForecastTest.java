package org.rpusim.workload.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.data.DataSets;
import org.rpusim.workload.preset.WorkloadPresets;
import org.rpusim.workload.spec.TrainingSpec;
import org.rpusim.workload.spec.WorkloadSpec;

/** What a run is expected to take, against sums by hand and against one another. */
class ForecastTest {
  private static double forecast(String workload, String... sets) {
    Overrides overrides = Overrides.parse(List.of(sets));
    ChipSpec chip = ChipPresets.load("gokmen2016-design2", overrides).spec();
    WorkloadSpec spec = WorkloadPresets.load(workload, overrides).spec();
    DataSet data =
        spec instanceof TrainingSpec training ? DataSets.load(training, null, notice -> {}) : null;
    return Forecast.nanoseconds(chip, spec, data);
  }

  /**
   * 64 to 10 numbers, with a bias: a sample is a read of 65 x 10 weights and an update; a test is a
   * read. There is no backward read, as nothing lies below.
   */
  @Test
  void aSingleLayerCostsWhatItsCyclesCost() {
    String layers = "workload.layers=[{units: 10, activation: softmax}]";
    double once = forecast("mlp-digits", layers, "workload.epochs=1", "workload.samples=100");
    double twice = forecast("mlp-digits", layers, "workload.epochs=1", "workload.samples=200");
    double read = 1000 + 0.05 * 650 + 3 * 10;
    // A tenth of the lines of each side are on in each of 10 slots.
    double update = 1000 + 1.5 * 650 * 10 * 0.01;
    assertThat(twice - once).isCloseTo(100 * (read + update), within(1e-3));
    double epochs = forecast("mlp-digits", layers, "workload.epochs=2", "workload.samples=100");
    assertThat(epochs - once).isCloseTo(100 * (read + update) + 359 * read, within(1e-3));
    assertThat(once - (epochs - once)).as("devices").isCloseTo(100 * 650, within(1e-3));
  }

  @Test
  void whatMakesARunLongerMakesItsForecastLonger() {
    double plain = forecast("mlp-digits", "workload.samples=100");
    assertThat(forecast("mlp-digits", "workload.samples=100", "update.bitLength=40"))
        .as("longer trains")
        .isGreaterThan(plain);
    assertThat(forecast("mlp-digits", "workload.samples=100", "tile.rows=32", "tile.columns=32"))
        .as("cut over tiles")
        .isGreaterThan(plain);
    assertThat(forecast("mlp-digits", "workload.samples=100", "workload.inFlight=4"))
        .as("every event simulated")
        .isGreaterThan(plain);
    assertThat(forecast("cnn-digits", "workload.samples=100"))
        .as("patches")
        .isGreaterThan(forecast("cnn-digits", "workload.samples=50"));
    double text = forecast("lstm-grammar", "workload.samples=1000");
    assertThat(forecast("lstm-grammar", "workload.samples=1000", "workload.layers[0].units=128"))
        .as("wider")
        .isGreaterThan(text);
  }

  @Test
  void aScheduleThatRepeatsItselfIsNotLongerForMoreSamples() {
    String timing = "workload.timingOnly=true";
    double hundred = forecast("mlp-digits", timing, "workload.samples=100");
    assertThat(forecast("mlp-digits", timing, "workload.samples=1000000")).isEqualTo(hundred);
    assertThat(forecast("mlp-digits", timing, "workload.samples=10"))
        .isCloseTo(hundred / 10, within(1e-3));
  }
}
