package org.rpusim.workload.recurrent.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.spec.LanguageModelSpec;

/** Ways of running a recurrent training that must give the same bits, or exactly other times. */
class RecurrentTwinsTest {
  private static final int BATCHES = 6;
  private static final String TWO_BLOCKS =
      "layers: [{kind: lstm, units: 9}, {kind: gru, units: 7}]\nunroll: 8\ndropout: 0.1\n";

  private final DataSet text = SmallText.text(400, 6);

  private SmallText training(ChipSpec chip, String yaml, String kernels, boolean fastForward) {
    return new SmallText(chip, SmallText.spec(yaml), text, kernels, fastForward);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update.lengthManagement=false",
        "update.lengthManagement=true",
        "adc.outputBound=0.5"
      })
  void aReplayedSequenceIsASimulatedOne(String setting) {
    ChipSpec chip = TestCases.chip(setting);
    SmallText replayed = training(chip, TWO_BLOCKS, "scalar", true).train(BATCHES);
    SmallText simulated = training(chip, TWO_BLOCKS, "scalar", false).train(BATCHES);
    assertThat(replayed.trainedBits()).isEqualTo(simulated.trainedBits());
    assertThat(replayed.endPs()).isEqualTo(simulated.endPs());
    assertThat(replayed.counts()).isEqualTo(simulated.counts());
    assertThat(replayed.engine.eventCount()).isEqualTo(simulated.engine.eventCount());
  }

  @Test
  void vectorKernelsGiveTheBitsOfScalarOnes() {
    assumeThat(Kernels.best().name()).isEqualTo("vector");
    ChipSpec chip = TestCases.chip("update.updateManagement=true");
    SmallText scalar = training(chip, TWO_BLOCKS, "scalar", true).train(BATCHES);
    SmallText vector = training(chip, TWO_BLOCKS, "vector", true).train(BATCHES);
    assertThat(vector.trainedBits()).isEqualTo(scalar.trainedBits());
    assertThat(vector.endPs()).isEqualTo(scalar.endPs());
  }

  @Test
  void theNumbersAloneAreThoseOfTheChip() {
    ChipSpec chip = TestCases.chip("adc.outputBound=0.5");
    LanguageModelSpec spec = SmallText.spec(TWO_BLOCKS + "batch: 2\n");
    SmallText coupled = new SmallText(chip, spec, text).train(BATCHES);
    UntimedText untimed = new UntimedText(spec, chip, text, SmallText.SEED, Kernels.of("scalar"));
    untimed.startPass(0, SmallText.LEARNING_RATE);
    for (int batch = 0; batch < BATCHES; batch++) {
      untimed.train(batch);
    }
    assertThat(untimed.lossSum()).isEqualTo(coupled.numbers.lossSum());
    for (int tile = 0; tile < coupled.arrays.size(); tile++) {
      for (int row = 0; row < coupled.arrays.get(tile).rows(); row++) {
        assertThat(untimed.arrays().get(tile).weight(row, 0))
            .isEqualTo(coupled.arrays.get(tile).weight(row, 0));
      }
    }
    assertThat(untimed.retries()).isPositive().isEqualTo(coupled.period.tileCount("retries"));
    assertThat(untimed.coincidences()).isEqualTo(coupled.period.tileCount("coincidences"));
  }

  /** Two sequences together wait for one another less than one after the other. */
  @Test
  void sequencesInFlightShareTheChip() {
    ChipSpec chip = TestCases.chip();
    String yaml = "layers: [{kind: lstm, units: 8}, {kind: lstm, units: 8}]\nunroll: 10\n";
    long one = training(chip, yaml, "scalar", false).train(2).endPs();
    SmallText together = training(chip, yaml + "inFlight: 2\n", "scalar", false).train(2);
    assertThat(together.endPs()).isLessThan(one * 3 / 4).isGreaterThan(one / 2);
    assertThat(together.period.tileCount("updates")).isEqualTo(2 * 3 * 10);
    assertThat(together.numbers.scored()).isEqualTo(20);
  }

  @Test
  void aBatchReadsAllItsSequencesWithTheSameWeights() {
    ChipSpec chip = TestCases.chip(TestCases.FLOATING_POINT);
    String yaml = "layers: [{kind: lstm, units: 4}]\nunroll: 5\nsamples: 200\n";
    SmallText start = training(chip, yaml, "scalar", true);
    SmallText both = training(chip, yaml + "batch: 2\n", "scalar", true).train(1);
    SmallText first = training(chip, yaml, "scalar", true).train(1);
    DataSet second = shifted(100);
    SmallText other = new SmallText(chip, SmallText.spec(yaml), second).train(1);
    for (int row = 0; row < 16; row++) {
      float before = start.weight(0, row, 7);
      float sum = first.weight(0, row, 7) - before + (other.weight(0, row, 7) - before);
      assertThat(both.weight(0, row, 7) - before).isCloseTo(sum, within(1e-6f));
    }
  }

  /** The text from a character on; samples of 200 leave its streams of 100 as they were. */
  private DataSet shifted(int from) {
    byte[] inputs = Arrays.copyOfRange(text.trainingInputs(), from, from + 200);
    byte[] labels = Arrays.copyOfRange(text.trainingLabels(), from, from + 200);
    return new DataSet(
        "shifted",
        text.inputs(),
        text.classes(),
        inputs,
        labels,
        text.testInputs(),
        text.testLabels(),
        1f);
  }
}
