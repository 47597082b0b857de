package org.rpusim.report.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.math.Kernels;
import org.rpusim.core.engine.HeapEventQueue;
import org.rpusim.core.engine.TimingWheel;

final class BenchTest {
  @Test
  void theIssuesNamesAreThere() {
    assertThat(Benches.names())
        .contains(
            "machine",
            "engine",
            "mlp-baseline",
            "mlp-management",
            "mlp-coupled",
            "mlp-coupling",
            "mlp-simulated",
            "cnn-management",
            "cnn-coupled",
            "cnn-coupling",
            "lstm2-64",
            "update-512-dense",
            "update-512-sparse",
            "read-256",
            "read-4096",
            "update-4096");
    assertThatThrownBy(() -> Benches.measure("no")).hasMessage("no benchmark no");
  }

  @Test
  void theMedianIgnoresABusyMoment() {
    assertThat(Rounds.median(new double[] {1, 1000, 2, 1.5, 1.2})).isEqualTo(1.5);
  }

  @Test
  void aRoundDoesTheOperationsThatItIsDividedBy() {
    long[] done = {0};
    double each =
        Rounds.secondsEach(
            0.001,
            0.001,
            operations -> {
              done[0] += operations;
              long end = System.nanoTime() + 1000 * operations;
              while (System.nanoTime() < end) {
                Thread.onSpinWait();
              }
            });
    assertThat(each).isGreaterThanOrEqualTo(0.9e-6);
    assertThat(done[0]).isGreaterThan(7);
  }

  @Test
  void bothQueuesSendTheJobsRoundTheSameWay() {
    EngineRing wheel = new EngineRing(new TimingWheel(), 10, EngineRing.APART);
    EngineRing heap = new EngineRing(new HeapEventQueue(), 10, EngineRing.APART);
    assertThat(wheel.dispatch(10_000)).isEqualTo(heap.dispatch(10_000)).isPositive();
  }

  @Test
  void theTextOfTheLstmIsAsHardAsEnglish() {
    assertThat(LstmBench.chain().entropyRateNats()).isBetween(1.6, 1.7);
    assertThat(LstmBench.chain().states()).hasSize(87);
  }

  @Test
  void aRepeatedSampleIsLearnt() {
    Samples samples = Samples.random(1);
    FunctionalPerceptron net =
        new FunctionalPerceptron(BenchArrays.chip(List.of()), 1, Kernels.of("scalar"));
    float first = net.train(samples.pixels(), 0, samples.labels()[0], 0.1f);
    float last = first;
    for (int i = 0; i < 100; i++) {
      last = net.train(samples.pixels(), 0, samples.labels()[0], 0.1f);
    }
    assertThat(last).isLessThan(0.1f * first);
    assertThat(net.test(samples.pixels(), 0, samples.labels()[0])).isTrue();
    assertThat(net.coincidences()).isPositive();
  }

  @Test
  void bothKernelsTrainToTheSameWeights() {
    assertThat(checksum("vector")).isEqualTo(checksum("scalar"));
  }

  private static long checksum(String kernels) {
    Samples samples = Samples.random(8);
    FunctionalPerceptron net =
        new FunctionalPerceptron(BenchArrays.chip(List.of()), 1, Kernels.of(kernels));
    for (int i = 0; i < samples.count(); i++) {
      net.train(samples.pixels(), i * Samples.PIXELS, samples.labels()[i], 0.05f);
    }
    return net.checksum();
  }

  @Test
  void ratesAreOfRoundsAfterTheWarmUp() {
    TrainingRates rates = new TrainingRates(32, 10);
    for (int i = 1; !rates.enough(); i++) {
      rates.trained(4_000L * i);
    }
    assertThat(rates.values("a"))
        .extracting(BenchValue::name)
        .containsExactly("a", "a-first-3000", "a-first-second");
    assertThat(rates.values("a")).allMatch(value -> value.value() > 0);
  }
}
