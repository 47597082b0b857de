package org.rpusim.chip.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.device.WeightLayout;
import org.rpusim.chip.math.RandomCases;
import org.rpusim.chip.spec.ManagementSpec.NoiseManagement;

/** Reads against closed forms and double-precision references. */
class ReadTest {
  private final ReadOutcome outcome = new ReadOutcome();
  private final RandomCases random = new RandomCases(7);

  private static float[] fill(CrossbarArray array, RandomCases random, float scale) {
    float[] w = new float[array.rows() * array.columns()];
    for (int i = 0; i < w.length; i++) {
      w[i] = scale * random.uniform();
      array.setWeight(i / array.columns(), i % array.columns(), w[i]);
    }
    return w;
  }

  @Test
  void idealReadsWithoutConvertersEqualADoublePrecisionReference() {
    for (boolean sparse : new boolean[] {false, true}) {
      TestArrays setup = new TestArrays(TestArrays.IDEAL).unlimited();
      setup.outputBound = Double.POSITIVE_INFINITY;
      setup.layout = sparse ? WeightLayout.INPUT_MAJOR : WeightLayout.ROW_MAJOR;
      assertReads(setup.create(37, 53), 2e-5);
    }
  }

  @Test
  void floatingPointReadsEqualADoublePrecisionReference() {
    for (boolean sparse : new boolean[] {false, true}) {
      TestArrays setup = new TestArrays(TestArrays.EXACT);
      setup.outputBound = 0.01;
      setup.layout = sparse ? WeightLayout.INPUT_MAJOR : WeightLayout.ROW_MAJOR;
      assertReads(setup.create(37, 53), 1e-5);
    }
  }

  private void assertReads(CrossbarArray array, double tolerance) {
    float[] w = fill(array, random, 1);
    float[] x = random.values(60, 0.5f);
    float[] y = new float[70];
    array.readForward(x, 2, y, 3, 0, 0, outcome);
    for (int row = 0; row < 37; row++) {
      double sum = 0;
      for (int j = 0; j < 53; j++) {
        sum += (double) w[row * 53 + j] * x[2 + j];
      }
      assertThat((double) y[3 + row]).isCloseTo(sum, Offset.offset(tolerance));
    }
    array.readBackward(x, 1, y, 5, 0, 0, outcome);
    for (int j = 0; j < 53; j++) {
      double sum = 0;
      for (int row = 0; row < 37; row++) {
        sum += (double) w[row * 53 + j] * x[1 + row];
      }
      assertThat((double) y[5 + j]).isCloseTo(sum, Offset.offset(tolerance));
    }
    assertThat(outcome.saturatedOutputs).isZero();
  }

  @Test
  void dacLevelsAreCountedAsExactIntegers() {
    TestArrays setup = new TestArrays(TestArrays.IDEAL);
    setup.dacBits = 5;
    CrossbarArray array = setup.create(1, 5);
    // Levels of 1/15 of the largest magnitude 4: 15, 3.75 → 4, 7.5 → 8, 0.23 → 0 and 0.
    float[] x = {-4f, 1f, 2f, 0.0625f, 0f};
    array.readForward(x, 0, new float[1], 0, 0, 0, outcome);
    assertThat(outcome.inputOnSteps).isEqualTo(15 + 4 + 8);
    assertThat(outcome.activeInputs).isEqualTo(3);
    // Halved by a retry: 7.5 → 8, 1.875 → 2 and 3.75 → 4.
    array.readForward(x, 0, new float[1], 0, 0, 1, outcome);
    assertThat(outcome.inputOnSteps).isEqualTo(8 + 2 + 4);
  }

  @Test
  void inputsWithoutNoiseManagementAreClippedToFullScale() {
    TestArrays setup = new TestArrays(TestArrays.IDEAL).unlimited();
    setup.noiseManagement = NoiseManagement.OFF;
    CrossbarArray array = setup.create(1, 2);
    array.setWeight(0, 0, 0.5f);
    array.setWeight(0, 1, 0.25f);
    float[] y = new float[1];
    array.readForward(new float[] {2f, -0.5f}, 0, y, 0, 0, 0, outcome);
    assertThat(y[0]).isEqualTo(0.375f);
    assertThat(outcome.inputOnSteps).isEqualTo(65536 + 32768);
  }

  @Test
  void aSaturatedOutputIsCountedAndItsRetryComesBackScaled() {
    CrossbarArray array = new TestArrays(TestArrays.IDEAL).create(2, 1);
    array.setWeight(0, 0, 20f);
    array.setWeight(1, 0, 1f);
    float[] y = new float[2];
    array.readForward(new float[] {0.5f}, 0, y, 0, 0, 0, outcome);
    assertThat(outcome.saturatedOutputs).isEqualTo(1);
    assertThat(y[0]).isEqualTo(6f);
    array.readForward(new float[] {0.5f}, 0, y, 0, 0, 1, outcome);
    assertThat(outcome.saturatedOutputs).isZero();
    // The DAC gives 32/63 of full scale for a half; the ADC has steps of 12/255.
    double steps = StrictMath.rint(20 * 32 / 63.0 * 255 / 12);
    assertThat((double) y[0]).isCloseTo(steps * 12 / 255, Offset.offset(1e-5));
  }

  @Test
  void anInputOfZerosGivesZerosWithoutARead() {
    CrossbarArray array = new TestArrays().create(3, 4);
    float[] y = {1f, 1f, 1f};
    array.readForward(new float[4], 0, y, 0, 0, 0, outcome);
    assertThat(y).containsOnly(0f);
    assertThat(outcome.inputOnSteps).isZero();
    assertThat(outcome.activeInputs).isZero();
  }

  @Test
  void noiseIsFreshInEveryCycleAndAttemptButTheSameWhenAskedAgain() {
    CrossbarArray array = new TestArrays().unlimited().create(8, 8);
    float[] x = random.values(8, 0f);
    float[][] y = new float[4][8];
    array.readForward(x, 0, y[0], 0, 5, 0, outcome);
    array.readForward(x, 0, y[1], 0, 6, 0, outcome);
    array.readForward(x, 0, y[2], 0, 5, 1, outcome);
    array.readForward(x, 0, y[3], 0, 5, 0, outcome);
    assertThat(y[3]).isEqualTo(y[0]);
    assertThat(y[1]).isNotEqualTo(y[0]);
    assertThat(y[2]).isNotEqualTo(y[0]);
  }

  @Test
  void wrongPartsAreRefusedWithAdvice() {
    TestArrays setup = new TestArrays();
    setup.adcBits = 1;
    assertThatThrownBy(() -> setup.create(1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("adc.bits is 1");
    assertThatThrownBy(() -> new TestArrays().create(0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 × 1");
  }
}
