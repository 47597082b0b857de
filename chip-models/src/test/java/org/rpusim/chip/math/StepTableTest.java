package org.rpusim.chip.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What a table gives back of the steps and bounds it was made from. */
class StepTableTest {
  private static final int DEVICES = 1_000;

  private static float[] constant(float value) {
    float[] values = new float[DEVICES];
    Arrays.fill(values, value);
    return values;
  }

  /** A little over half of the largest magnitude. */
  private static float largest(float[] values) {
    return 0.51f * Kernels.of("scalar").absMax(values, DEVICES);
  }

  @Test
  void equalStepsAndBoundsAreExact() {
    StepTable table =
        new StepTable(
            constant(0.00123f), constant(-0.00123f), constant(-0.6f), constant(0.6f), 0.3f);
    assertThat(table.step(17, true)).isEqualTo(0.00123f);
    assertThat(table.step(17, false)).isEqualTo(-0.00123f);
    assertThat(table.clip(17, 7f)).isEqualTo(0.6f);
    assertThat(table.clip(17, -7f)).isEqualTo(-0.6f);
    assertThat(table.clip(17, 0.31f)).isEqualTo(0.31f);
    assertThat(table.reached(17, 0.6f)).isTrue();
    assertThat(table.reached(17, 0.59f)).isFalse();
  }

  @Test
  void spreadOnesAreRoundedByHalfALevelAtMost() {
    RandomCases random = new RandomCases(5);
    float[] up = random.values(DEVICES, 0f);
    float[] down = random.values(DEVICES, 0f);
    float[] lower = random.values(DEVICES, 0f);
    float[] upper = random.values(DEVICES, 0f);
    for (int i = 0; i < DEVICES; i++) { // steps of both signs, as some devices go the wrong way
      upper[i] = Math.abs(upper[i]);
      lower[i] = -Math.abs(lower[i]);
    }
    StepTable table = new StepTable(up, down, lower, upper, 0.3f);
    float ofSteps = Math.max(largest(up), largest(down));
    float ofBounds = Math.max(largest(upper), largest(lower));
    for (int i = 0; i < DEVICES; i++) {
      assertThat(table.upper(i)).isCloseTo(upper[i], Offset.offset(ofBounds / 16384));
      assertThat(table.lower(i)).isCloseTo(lower[i], Offset.offset(ofBounds / 16384));
      assertThat(table.step(i, true)).isCloseTo(up[i], Offset.offset(ofSteps / 2047));
      assertThat(table.step(i, false)).isCloseTo(down[i], Offset.offset(ofSteps / 2047));
    }
  }

  @Test
  void aSafeMagnitudeIsBelowBothBoundsAndCloseToTheNearer() {
    RandomCases random = new RandomCases(6);
    float[] upper = random.values(DEVICES, 0f);
    float[] lower = random.values(DEVICES, 0f);
    for (int i = 0; i < DEVICES; i++) {
      upper[i] = Math.abs(upper[i]);
      lower[i] = -Math.abs(lower[i]);
    }
    StepTable table = new StepTable(upper, lower, lower, upper, 0f);
    for (int i = 0; i < DEVICES; i++) {
      float safe = table.safeMagnitude(i);
      float nearer = Math.min(table.upper(i), -table.lower(i));
      assertThat(safe).isBetween(nearer - 2 * table.safeUnit, nearer);
    }
  }

  @Test
  void deadDevicesStayAtZero() {
    StepTable table = new StepTable(constant(0f), constant(0f), constant(0f), constant(0f), 0.3f);
    assertThat(table.step(3, true)).isZero();
    assertThat(table.step(3, false)).isZero();
    assertThat(table.clip(3, 0.4f)).isZero();
  }
}
