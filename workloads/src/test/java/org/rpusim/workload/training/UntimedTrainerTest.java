package org.rpusim.workload.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.network.Network;

/** The numbers without the clock are those of the chip, on either kernels. */
class UntimedTrainerTest {
  private static final int SAMPLES = 6;

  @ParameterizedTest
  @ValueSource(strings = {"scalar", "vector"})
  void theWeightsAreThoseOfTheSchedule(String kernels) {
    Network network =
        TestCases.network(
            """
            inputs: 2 x 9 x 9
            layers:
              - {kind: convolution, channels: 5, kernel: 3, padding: 1, activation: relu}
              - {kind: max-pooling, kernel: 2}
              - {kind: convolution, channels: 4, kernel: 2}
              - {units: 9, activation: sigmoid}
              - {units: 4}
            """);
    DataSet data = TestCases.data(network.inputs(), 4, SAMPLES, 5);
    ChipSpec chip = TestCases.chip("adc.outputBound=0.8");
    SmallTraining timed = new SmallTraining(chip, network, data).train(SAMPLES);
    UntimedTrainer untimed =
        new UntimedTrainer(network, chip, data, SmallTraining.SEED, Kernels.of(kernels));
    double loss = untimed.train(0, SAMPLES, SmallTraining.LEARNING_RATE);
    assertThat(loss).isEqualTo(timed.loss());
    assertThat(untimed.retries()).isEqualTo(timed.period.tileCount("retries")).isPositive();
    assertThat(untimed.coincidences()).isEqualTo(timed.period.tileCount("coincidences"));
    for (int tile = 0; tile < untimed.arrays().size(); tile++) {
      for (int row = 0; row < untimed.arrays().get(tile).rows(); row++) {
        for (int column = 0; column < untimed.arrays().get(tile).columns(); column++) {
          assertThat(untimed.arrays().get(tile).weight(row, column))
              .isEqualTo(timed.arrays.get(tile).weight(row, column));
        }
      }
    }
    assertThat(untimed.evaluate()).isBetween(0L, 5L);
  }
}
