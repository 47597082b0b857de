package org.rpusim.chip.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Accuracy against StrictMath in double precision, in units in the last place of the result. */
class FunctionsTest {
  private interface FloatFunction {
    float at(float x);
  }

  private static double worstUlp(
      FloatFunction function, DoubleUnaryOperator exact, float from, float to) {
    int steps = 200_000;
    double worst = 0;
    for (int i = 0; i <= steps; i++) {
      float x = (float) (from + ((double) to - from) * i / steps);
      double expected = exact.applyAsDouble(x);
      double ulp = Math.max(Math.ulp((float) expected), Float.MIN_NORMAL * 0x1p-23);
      worst = Math.max(worst, Math.abs(function.at(x) - expected) / ulp);
    }
    return worst;
  }

  @Test
  void expIsWithinTwoUlp() {
    assertThat(worstUlp(Functions::exp, StrictMath::exp, -103f, 88.7f)).isLessThan(2);
    assertThat(worstUlp(Functions::exp, StrictMath::exp, -1f, 1f)).isLessThan(2);
  }

  @Test
  void expEndsInZeroAndInfinity() {
    assertThat(Functions.exp(-200f)).isZero();
    assertThat(Functions.exp(Float.NEGATIVE_INFINITY)).isZero();
    assertThat(Functions.exp(90f)).isInfinite();
    assertThat(Functions.exp(0f)).isEqualTo(1f);
    assertThat(Functions.exp(Float.NaN)).isNaN();
  }

  @Test
  void lnIsWithinTwoUlp() {
    assertThat(worstUlp(Functions::ln, StrictMath::log, 0.5f, 2f)).isLessThan(2);
    assertThat(worstUlp(Functions::ln, StrictMath::log, 1e-9f, 1f)).isLessThan(2);
    assertThat(worstUlp(Functions::ln, StrictMath::log, 1f, 1e30f)).isLessThan(2);
    for (float x = Float.MIN_NORMAL; x < 1e38f; x *= 1.01f) {
      double expected = StrictMath.log(x);
      assertThat((double) Functions.ln(x)).isCloseTo(expected, within(expected));
    }
  }

  private static org.assertj.core.data.Offset<Double> within(double expected) {
    return org.assertj.core.data.Offset.offset(2.0 * Math.ulp((float) expected));
  }

  @Test
  void sineAndCosineOfTurnsAreWithinTwoUlpOfTheirLargerPart() {
    // Near their zeros the error is bounded by the rounding of 2π·f, not by the angle's ulp.
    for (float t = -3f; t <= 3f; t += 0x1.1p-15f) {
      double angle = 2 * StrictMath.PI * t;
      double sine = StrictMath.sin(angle);
      double cosine = StrictMath.cos(angle);
      assertThat((double) Functions.sinTurns(t)).isCloseTo(sine, ulpOrPiError(sine, angle));
      assertThat((double) Functions.cosTurns(t)).isCloseTo(cosine, ulpOrPiError(cosine, angle));
    }
  }

  private static org.assertj.core.data.Offset<Double> ulpOrPiError(double value, double angle) {
    // The reference itself carries the rounding of π times the angle.
    return org.assertj.core.data.Offset.offset(
        2.0 * Math.ulp((float) value) + Math.abs(angle) * 0x1p-52);
  }

  @Test
  void quarterTurnsAreExact() {
    assertThat(Functions.cosTurns(0f)).isEqualTo(1f);
    assertThat(Functions.sinTurns(0.25f)).isEqualTo(1f);
    assertThat(Functions.cosTurns(0.5f)).isEqualTo(-1f);
    assertThat(Functions.sinTurns(0.75f)).isEqualTo(-1f);
    assertThat(Math.abs(Functions.sinTurns(0.5f))).isZero();
  }

  @Test
  void sigmoidIsWithinThreeUlp() {
    DoubleUnaryOperator exact = x -> 1 / (1 + StrictMath.exp(-x));
    assertThat(worstUlp(Functions::sigmoid, exact, -86f, 40f)).isLessThan(3);
    assertThat(worstUlp(Functions::sigmoid, exact, -4f, 4f)).isLessThan(3);
    assertThat(Functions.sigmoid(-100f)).isZero();
  }

  @Test
  void tanhIsWithinThreeUlp() {
    assertThat(worstUlp(Functions::tanh, StrictMath::tanh, -20f, 20f)).isLessThan(3);
    assertThat(worstUlp(Functions::tanh, StrictMath::tanh, -1f, 1f)).isLessThan(3);
    assertThat(Functions.tanh(-50f)).isEqualTo(-1f);
  }
}
