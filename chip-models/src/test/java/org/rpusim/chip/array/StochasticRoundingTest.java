package org.rpusim.chip.array;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.spec.ManagementSpec.NoiseManagement;
import org.rpusim.chip.spec.Rounding;

/**
 * Stochastic rounding of converters takes one of the two levels next to a value, and is right in
 * the mean. Means over 20,000 reads are checked at 5 standard errors: a false alarm of 6e-7 each,
 * 5e-6 for the eight of this class.
 */
class StochasticRoundingTest {
  private static final int READS = 20_000;

  private final TestArrays setup = new TestArrays(TestArrays.IDEAL);
  private final ReadOutcome outcome = new ReadOutcome();

  StochasticRoundingTest() {
    setup.noiseManagement = NoiseManagement.OFF;
  }

  private CrossbarArray array(float weight) {
    CrossbarArray array = setup.create(1, 1);
    array.setWeight(0, 0, weight);
    return array;
  }

  /** Reads one input often and checks that it falls on the levels next to it, right in the mean. */
  private void assertUnbiased(
      CrossbarArray array, boolean forward, float in, double out, double step) {
    double level = out / step;
    double below = StrictMath.floor(level);
    double up = level - below;
    Set<Float> seen = new TreeSet<>();
    double sum = 0;
    float[] y = new float[1];
    for (int cycle = 0; cycle < READS; cycle++) {
      if (forward) {
        array.readForward(new float[] {in}, 0, y, 0, cycle, 0, outcome);
      } else {
        array.readBackward(new float[] {in}, 0, y, 0, cycle, 0, outcome);
      }
      seen.add(y[0]);
      sum += y[0];
    }
    double error = 5 * step * Math.sqrt(up * (1 - up) / READS) + 1e-6;
    assertThat(sum / READS).isCloseTo(out, Offset.offset(error));
    assertThat(seen).hasSize(2);
    for (float value : seen) {
      assertThat(value / step).isBetween(below - 1e-4, below + 1 + 1e-4);
    }
  }

  @Test
  void ofInputsIsUnbiased() {
    setup.dacBits = 5;
    setup.adcBits = 0;
    setup.dacRounding = Rounding.STOCHASTIC;
    CrossbarArray array = array(1f);
    for (boolean forward : new boolean[] {true, false}) {
      assertUnbiased(array, forward, 0.31f, 0.31, 1 / 15.0);
      assertUnbiased(array, forward, -0.013f, -0.013, 1 / 15.0);
    }
  }

  @Test
  void ofOutputsIsUnbiased() {
    setup.dacBits = 0;
    setup.adcRounding = Rounding.STOCHASTIC;
    CrossbarArray array = array(1f);
    for (boolean forward : new boolean[] {true, false}) {
      assertUnbiased(array, forward, 0.55f, 0.55, 12 / 255.0);
      assertUnbiased(array, forward, -0.003f, -0.003, 12 / 255.0);
    }
  }

  @Test
  void valuesOnALevelStayThere() {
    setup.dacBits = 5;
    setup.dacRounding = Rounding.STOCHASTIC;
    setup.adcRounding = Rounding.STOCHASTIC;
    CrossbarArray array = array(20f);
    float[] y = new float[1];
    for (int cycle = 0; cycle < 1000; cycle++) {
      array.readForward(new float[] {1f}, 0, y, 0, cycle, 0, outcome);
      assertThat(y[0]).isEqualTo(12f); // saturated: the highest level, never beyond
      assertThat(outcome.inputOnSteps).isEqualTo(15);
      assertThat(outcome.saturatedOutputs).isEqualTo(1);
      array.readForward(new float[] {0f}, 0, y, 0, cycle, 0, outcome);
      assertThat(y[0]).isZero();
      assertThat(outcome.inputOnSteps).isZero();
    }
  }

  @Test
  void unlimitedResolutionHasNothingToRound() {
    setup.unlimited();
    setup.dacRounding = Rounding.STOCHASTIC;
    setup.adcRounding = Rounding.STOCHASTIC;
    float[] y = new float[1];
    array(0.5f).readForward(new float[] {0.3f}, 0, y, 0, 0, 0, outcome);
    assertThat(y[0]).isEqualTo(0.15f);
  }

  @Test
  void drawsAreFreshInEveryCycleAndAttemptAndTheSameWhenAskedAgain() {
    setup.dacBits = 3;
    setup.adcBits = 0;
    setup.outputBound = 1e6;
    setup.dacRounding = Rounding.STOCHASTIC;
    CrossbarArray array = setup.create(1, 30);
    for (int i = 0; i < 30; i++) {
      array.setWeight(0, i, 1 << i % 15);
    }
    float[] x = new float[30];
    Arrays.fill(x, 0.17f);
    float[][] y = new float[4][1];
    array.readForward(x, 0, y[0], 0, 5, 0, outcome);
    array.readForward(x, 0, y[1], 0, 6, 0, outcome);
    array.readForward(x, 0, y[2], 0, 5, 1, outcome);
    array.readForward(x, 0, y[3], 0, 5, 0, outcome);
    assertThat(y[3]).isEqualTo(y[0]);
    assertThat(y[1]).isNotEqualTo(y[0]);
    assertThat(y[2]).isNotEqualTo(y[0]);
  }
}
