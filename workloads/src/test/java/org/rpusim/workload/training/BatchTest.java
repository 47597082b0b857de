package org.rpusim.workload.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.mapping.MappedLayer;
import org.rpusim.workload.network.Network;

/** Gradients of a batch are computed with the same weights, then updates follow one another. */
class BatchTest {
  private static final int BATCH = 4;

  private static Network network() {
    return TestCases.network(
        """
        inputs: 1 x 6 x 6
        layers:
          - {kind: convolution, channels: 3, kernel: 3}
          - {kind: max-pooling, kernel: 2}
          - {units: 8, activation: tanh}
          - {units: 4}
        """);
  }

  /** One sample of a set of its own. */
  private static DataSet only(DataSet data, int sample) {
    byte[] inputs = new byte[data.inputs()];
    System.arraycopy(data.trainingInputs(), sample * data.inputs(), inputs, 0, data.inputs());
    return new DataSet(
        data.name(),
        data.inputs(),
        data.classes(),
        inputs,
        new byte[] {data.trainingLabels()[sample]},
        data.testInputs(),
        data.testLabels(),
        data.scale());
  }

  @Test
  void theStepOfABatchIsTheSumOfItsSamplesSteps() {
    ChipSpec chip = TestCases.chip(TestCases.FLOATING_POINT);
    Network network = network();
    DataSet data = TestCases.data(36, 4, BATCH, 1);
    SmallTraining before = new SmallTraining(chip, network, data);
    SmallTraining batch = new SmallTraining(chip, network, data, 1, BATCH).train(BATCH);
    SmallTraining[] alone = new SmallTraining[BATCH];
    for (int sample = 0; sample < BATCH; sample++) {
      alone[sample] = new SmallTraining(chip, network, only(data, sample)).train(1);
    }
    for (MappedLayer mapped : batch.mapping.layers()) {
      for (int row = 0; row < mapped.layer().rows(); row++) {
        for (int column = 0; column < mapped.layer().columns(); column++) {
          float weight = before.weight(mapped.index(), row, column);
          float sum = weight;
          for (SmallTraining one : alone) {
            sum += one.weight(mapped.index(), row, column) - weight;
          }
          assertThat(batch.weight(mapped.index(), row, column)).isCloseTo(sum, within(1e-6f));
        }
      }
    }
    assertThat(batch.trainedBits()).isNotEqualTo(before.train(BATCH).trainedBits());
  }

  /** 40 samples are more than the 16 vectors that a tile's input buffer holds. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 40})
  void everySampleIsReadAndUpdatedOnceInAnyBatch(int batch) {
    DataSet data = TestCases.data(36, 4, 40, 1);
    SmallTraining training =
        new SmallTraining(TestCases.chip(), network(), data, 1, batch).train(40);
    assertThat(training.period.count("tile0.updates")).isEqualTo(40 * 16);
    assertThat(training.period.count("tile1.updates")).isEqualTo(40);
    assertThat(training.period.count("tile1.backwardReads")).isEqualTo(40);
    assertThat(training.program.weightUpdates()).isEqualTo(30 * 16 + 8 * 13 + 4 * 9);
  }

  @Test
  void samplesOfABatchOverlapOnTheChip() {
    DataSet data = TestCases.data(36, 4, 8, 1);
    ChipSpec chip = TestCases.chip(TestCases.FLOATING_POINT);
    long single = new SmallTraining(chip, network(), data, 1, 1).train(8).endPs();
    long batch = new SmallTraining(chip, network(), data, 1, 8).train(8).endPs();
    assertThat(batch).isLessThan(single);
  }
}
