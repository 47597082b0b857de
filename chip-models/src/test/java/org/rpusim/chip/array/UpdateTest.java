package org.rpusim.chip.array;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.device.WeightLayout;
import org.rpusim.chip.math.RandomCases;

/** Updates: exact small cases, and means and variances against their closed forms. */
class UpdateTest {
  private final UpdateOutcome outcome = new UpdateOutcome();

  @Test
  void oneSureCoincidenceIsOneStep() {
    TestArrays setup = new TestArrays(TestArrays.constantStep(0, 0, 1, 0, 0.6, 0, 0));
    setup.bitLength = 1;
    CrossbarArray array = setup.create(1, 1);
    array.update(new float[] {1f}, 0, new float[] {-1f}, 0, 0.001f, 0, outcome);
    assertThat(array.weight(0, 0)).isEqualTo(-0.001f);
    assertThat(outcome.rowPulses).isEqualTo(1);
    assertThat(outcome.columnPulses).isEqualTo(1);
    assertThat(outcome.coincidences).isEqualTo(1);
  }

  @Test
  void sureTrainsStopAtTheBounds() {
    CrossbarArray array =
        new TestArrays(TestArrays.constantStep(0, 0, 1, 0, 0.6, 0, 0)).create(2, 2);
    array.setWeight(1, 0, 0.595f);
    array.setWeight(1, 1, -0.595f);
    array.update(new float[] {-1f, 1f}, 0, new float[] {0f, -1f}, 0, 1f, 0, outcome);
    assertThat(array.weight(1, 0)).isEqualTo(0.6f);
    assertThat(array.weight(1, 1)).isEqualTo(-0.6f);
    assertThat(array.weight(0, 0)).isZero();
    assertThat(outcome.rowPulses).isEqualTo(10);
    assertThat(outcome.columnPulses).isEqualTo(20);
    assertThat(outcome.coincidences).isEqualTo(20);
    array.setWeight(0, 0, 5f);
    assertThat(array.weight(0, 0)).isEqualTo(0.6f);
  }

  @Test
  void aMeanRatioSplitsTheStepsAroundDwMin() {
    TestArrays setup = new TestArrays(TestArrays.constantStep(0, 0, 0.5, 0, 0.6, 0, 0));
    setup.bitLength = 1;
    CrossbarArray array = setup.create(2, 1);
    array.update(new float[] {1f}, 0, new float[] {1f, -1f}, 0, 0.001f, 0, outcome);
    Offset<Float> halfALevel = Offset.offset(0.51f * 0.001f * 4 / 3 / 2047);
    assertThat(array.weight(0, 0)).isCloseTo(0.001f * 2 / 3, halfALevel);
    assertThat(array.weight(1, 0)).isCloseTo(-0.001f * 4 / 3, halfALevel);
  }

  @Test
  void zeroRowsOrColumnsChangeNothingAndSendNothing() {
    CrossbarArray array = new TestArrays().create(3, 3);
    array.update(new float[] {1f, 1f, 1f}, 0, new float[3], 0, 0.01f, 0, outcome);
    assertThat(outcome.rowPulses + outcome.columnPulses + outcome.coincidences).isZero();
    array.update(new float[3], 0, new float[] {1f, 1f, 1f}, 0, 0.01f, 0, outcome);
    assertThat(outcome.columnPulses + outcome.coincidences).isZero();
  }

  /** Rows of both signs pulse in two phases, one after the other; columns in both. */
  @Test
  void phasesChangeThePulsesOfColumnsAndNoWeight() {
    TestArrays setup = new TestArrays();
    CrossbarArray two = setup.create(3, 2);
    setup.phases = 1;
    CrossbarArray one = setup.create(3, 2);
    float[] x = {1f, -1f};
    for (float[] d : new float[][] {{1f, -1f, 1f}, {1f, 0f, 1f}, {-1f, -1f, 0f}}) {
      boolean bothSigns = d[1] < 0 && d[0] > 0;
      two.update(x, 0, d, 0, 0.01f, 1, outcome);
      long coincidences = outcome.coincidences;
      assertThat(outcome.columnPulses).isEqualTo(bothSigns ? 40 : 20);
      long rows = outcome.rowPulses;
      one.update(x, 0, d, 0, 0.01f, 1, outcome);
      assertThat(outcome.columnPulses).isEqualTo(20);
      assertThat(outcome.rowPulses).isEqualTo(rows);
      assertThat(outcome.coincidences).isEqualTo(coincidences);
      for (int i = 0; i < 6; i++) {
        assertThat(one.weight(i / 2, i % 2)).isEqualTo(two.weight(i / 2, i % 2));
      }
    }
  }

  @Test
  void weightsAtTheirBoundsAreCounted() {
    CrossbarArray array =
        new TestArrays(TestArrays.constantStep(0, 0, 1, 0, 0.6, 0.3, 0)).create(5, 20);
    assertThat(array.weightsAtBound()).isZero();
    array.setWeight(4, 19, 5f);
    array.setWeight(0, 0, -5f);
    assertThat(array.weightsAtBound()).isEqualTo(2);
    float[] ones = new float[20];
    Arrays.fill(ones, 1f);
    for (int cycle = 0; cycle < 300; cycle++) {
      array.update(ones, 0, new float[] {0f, 1f, 0f, -1f, 0f}, 0, 0.01f, cycle, outcome);
    }
    assertThat(array.weightsAtBound()).isEqualTo(2 + 2 * 20);
  }

  /**
   * With n = Bin(BL, p), p = C²·x·d, the change is dwMin·(n + sum of n cycle-to-cycle terms): mean
   * eta·x·d, variance dwMin²·BL·p·(1 − p + c2c²). 20,000 updates; mean, count and variance are
   * checked at 5 standard errors each, a false alarm of 6e-7 a check, 2e-6 in all.
   */
  @Test
  void meanAndVarianceOfAnUpdateEqualTheClosedForm() {
    CrossbarArray array =
        new TestArrays(TestArrays.constantStep(0, 0.3, 1, 0, 0.6, 0, 0)).create(1, 1);
    int samples = 20_000;
    double p = 0.01 / (10 * 0.001) * 0.7 * 0.5;
    double[] dw = new double[samples];
    long coincidences = 0;
    double sum = 0;
    for (int i = 0; i < samples; i++) {
      array.setWeight(0, 0, 0f);
      array.update(new float[] {0.7f}, 0, new float[] {-0.5f}, 0, 0.01f, i, outcome);
      coincidences += outcome.coincidences;
      dw[i] = array.weight(0, 0);
      sum += dw[i];
    }
    double mean = sum / samples;
    double second = 0;
    double fourth = 0;
    for (double d : dw) {
      double square = (d - mean) * (d - mean);
      second += square / samples;
      fourth += square * square / samples;
    }
    double variance = 1e-6 * 10 * p * (1 - p + 0.09);
    assertThat(mean).isCloseTo(-0.01 * 0.35, Offset.offset(5 * Math.sqrt(variance / samples)));
    assertThat((double) coincidences)
        .isCloseTo(samples * 10 * p, Offset.offset(5 * Math.sqrt(samples * 10 * p * (1 - p))));
    assertThat(second)
        .isCloseTo(variance, Offset.offset(5 * Math.sqrt((fourth - second * second) / samples)));
  }

  @Test
  void floatingPointUpdatesAreTheRankOneStepOfSgd() {
    RandomCases random = new RandomCases(3);
    for (boolean sparse : new boolean[] {false, true}) {
      TestArrays setup = new TestArrays(TestArrays.EXACT);
      setup.layout = sparse ? WeightLayout.INPUT_MAJOR : WeightLayout.ROW_MAJOR;
      CrossbarArray array = setup.create(9, 20);
      float[] x = random.values(20, 0.5f);
      float[] d = random.values(9, 0.3f);
      array.update(x, 0, d, 0, 0.01f, 0, outcome);
      array.update(x, 0, d, 0, 0.01f, 1, outcome);
      for (int row = 0; row < 9; row++) {
        for (int j = 0; j < 20; j++) {
          assertThat((double) array.weight(row, j))
              .isCloseTo(0.02 * d[row] * x[j], Offset.offset(1e-8));
        }
      }
      assertThat(outcome.rowPulses).isZero();
      float[] y = new float[9];
      array.readForward(x, 0, y, 0, 0, 0, new ReadOutcome());
      double square = 0;
      for (float a : x) {
        square += (double) a * a;
      }
      assertThat((double) y[1]).isCloseTo(0.02 * d[1] * square, Offset.offset(1e-6));
    }
  }
}
