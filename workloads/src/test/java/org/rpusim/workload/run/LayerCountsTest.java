package org.rpusim.workload.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rpusim.chip.math.Kernels;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.result.LayerResult;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;

/** Counts by layer and epoch of a cut network with retries, clipped inputs and tight weights. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayerCountsTest {
  private static final int EPOCHS = 3;

  private RunResult result = run();

  @BeforeAll
  void runOnce() {
    result = run();
  }

  private static RunResult run() {
    return Simulator.run(
        TestCases.chip(
            "tile.rows=8",
            "tile.columns=12",
            "adc.linesPerConverter=4",
            "adc.outputBound=0.3",
            "management.noiseForward=running-average",
            "device.weightBound=0.2",
            "update.updateManagement=true",
            "update.lengthManagement=true"),
        TestCases.workload(EPOCHS, 20, 0.5, 20, 12, 5),
        TestCases.data(20, 5, 20, 10),
        new RunOptions(1, Kernels.of("scalar")),
        RunListener.NONE);
  }

  private double metric(String path) {
    Double number = result.metrics().number(path);
    assertThat(number).as(path).isNotNull();
    return number == null ? Double.NaN : number;
  }

  private long sum(String layer, String name) {
    return result.layers().stream()
        .filter(row -> layer.isEmpty() || row.layer().equals(layer))
        .mapToLong(row -> row.counts().getOrDefault(name, -1L))
        .sum();
  }

  @Test
  void haveARowForEachEpochAndLayer() {
    assertThat(result.layers())
        .extracting(row -> row.epoch() + row.layer())
        .containsExactly("1W1", "1W2", "2W1", "2W2", "3W1", "3W2");
  }

  @Test
  void addUpToThoseOfTheRun() {
    String[][] pairs = {
      {"retries", "boundManagement.retries"},
      {"saturatedOutputs", "boundManagement.saturatedOutputs"},
      {"clippedInputs", "reads.clippedInputs"},
      {"pulseSlots", "update.pulseSlots"},
      {"rowPulses", "update.rowPulses"},
      {"columnPulses", "update.columnPulses"},
      {"coincidences", "update.coincidences"}
    };
    for (String[] pair : pairs) {
      long first = sum("W1", pair[0]);
      long second = sum("W2", pair[0]);
      assertThat((double) first).isEqualTo(metric("layers.W1." + pair[0]));
      assertThat((double) second).isEqualTo(metric("layers.W2." + pair[0]));
      assertThat((double) first + second).as(pair[1]).isPositive().isEqualTo(metric(pair[1]));
    }
  }

  @Test
  void ofOneEpochAreThoseOfTheEpochTable() {
    for (int epoch = 1; epoch <= EPOCHS; epoch++) {
      int number = epoch;
      long retries =
          result.layers().stream()
              .filter(row -> row.epoch() == number)
              .mapToLong(row -> row.counts().getOrDefault("retries", -1L))
              .sum();
      assertThat(result.epochs().get(epoch - 1).retries()).isEqualTo(retries);
    }
  }

  @Test
  void giveWeightsAtTheirBoundAsAState() {
    LayerResult last = result.layers().getLast();
    long atBound = last.counts().getOrDefault("weightsAtBound", -1L);
    assertThat(atBound).isBetween(1L, 13L * 5);
    assertThat(metric("layers.W2.weightsAtBound")).isEqualTo((double) atBound);
  }
}
