package org.rpusim.workload.recurrent.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.spec.LanguageModelSpec;

/** The simulated LSTM without noise and converters is the digital one, step by step. */
class DigitalTwinTest {
  private static final int SYMBOLS = 6;
  private static final int UNITS = 8;
  private static final int STEPS = 12;
  private static final double ROUNDING = 2e-6;

  private static final String[] IDEAL = {
    "device.preset=ideal",
    "dac.bits=off",
    "adc.bits=off",
    "adc.outputBound=1000000",
    "management.noiseForward=off",
    "management.noiseBackward=off",
    "management.boundForward=off"
  };

  private final DataSet text = SmallText.text(400, SYMBOLS);

  private static LanguageModelSpec spec(String clip) {
    return SmallText.spec(
        "layers: [{kind: lstm, units: %d}]\nunroll: %d\ngateClip: %s"
            .formatted(UNITS, STEPS, clip));
  }

  private static double[][] weights(SmallText training, int matrix) {
    var layer = training.mapping.of(matrix).layer();
    double[][] weights = new double[layer.rows()][layer.columns()];
    for (int row = 0; row < layer.rows(); row++) {
      for (int column = 0; column < layer.columns(); column++) {
        weights[row][column] = training.weight(matrix, row, column);
      }
    }
    return weights;
  }

  private DigitalLstm twin(SmallText training, double clip) {
    return new DigitalLstm(SYMBOLS, UNITS, weights(training, 0), weights(training, 1), clip);
  }

  private void train(DigitalLstm digital, int sequence) {
    int[] x = new int[STEPS];
    int[] next = new int[STEPS];
    for (int t = 0; t < STEPS; t++) {
      x[t] = text.trainingInputs()[sequence * STEPS + t];
      next[t] = text.trainingLabels()[sequence * STEPS + t];
    }
    digital.train(x, next, SmallText.LEARNING_RATE);
  }

  private static void assertSameSteps(SmallText training, DigitalLstm digital, double rounding) {
    SequenceNumbers numbers = training.numbers.slot(0);
    LstmNumbers lstm = (LstmNumbers) numbers.layers.getFirst();
    StageNumbers stage = lstm.stages.getFirst();
    for (int t = 0; t < STEPS; t++) {
      assertClose(stage.results[t], digital.gates[t], rounding, "gates", t);
      assertClose(lstm.c(t), digital.c[t], rounding, "c", t);
      assertClose(lstm.h[t], digital.h[t], rounding, "h", t);
      assertClose(stage.deltas[t], digital.deltas[t], rounding, "gradients", t);
    }
  }

  private static void assertClose(
      float[] actual, double[] expected, double rounding, String what, int step) {
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) actual[i])
          .as("%s %d of step %d", what, i, step)
          .isCloseTo(expected[i], within(rounding));
    }
  }

  @Test
  void anIdealDeviceReadsAndBackPropagatesAsTheDigitalOneDoes() {
    ChipSpec chip = TestCases.chip(IDEAL);
    SmallText before = new SmallText(chip, spec("1"), text);
    DigitalLstm digital = twin(before, 1);
    SmallText training = new SmallText(chip, spec("1"), text).train(1);
    train(digital, 0);
    assertSameSteps(training, digital, ROUNDING);
    assertThat(training.numbers.lossSum()).isCloseTo(digital.loss, within(STEPS * ROUNDING));
  }

  /** Updates too; each sequence multiplies the rounding of those before it a little. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 0.02})
  void inFloatingPointTwentySequencesAreTheDigitalOnes(double clip) {
    ChipSpec chip = TestCases.chip(TestCases.FLOATING_POINT);
    LanguageModelSpec spec = spec(String.valueOf(clip));
    DigitalLstm digital = twin(new SmallText(chip, spec, text), clip);
    for (int sequence = 0; sequence < 20; sequence++) {
      train(digital, sequence);
    }
    SmallText training = new SmallText(chip, spec, text).train(20);
    assertSameSteps(training, digital, 20 * ROUNDING);
    for (int matrix = 0; matrix < 2; matrix++) {
      double[][] expected = matrix == 0 ? digital.w : digital.v;
      double[][] actual = weights(training, matrix);
      for (int row = 0; row < expected.length; row++) {
        assertThat(actual[row]).containsExactly(expected[row], within(20 * ROUNDING));
      }
    }
    assertThat(training.numbers.lossSum()).isCloseTo(digital.loss, within(1e-3));
  }
}
