package org.rpusim.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
  /** A test of fixed seed that would fail for one in a million of all seeds. */
  private static final double FALSE_ALARM = 1e-6;

  @Test
  void aStreamIsTheSplitMixSequenceOfItsBase() {
    for (long seed : new long[] {0, 1, -1, 42, 0x9E3779B97F4A7C15L, Long.MIN_VALUE}) {
      UniformRandomProvider oracle = RandomSource.SPLIT_MIX_64.create(seed);
      RandomStream stream = new RandomStream(seed);
      for (int i = 0; i < 1000; i++) {
        long expected = oracle.nextLong();
        assertThat(RandomStream.word(seed, i)).as("seed %d word %d", seed, i).isEqualTo(expected);
        assertThat(stream.nextLong()).isEqualTo(expected);
      }
    }
  }

  @Test
  void floatsStayInTheirIntervalAtBothEnds() {
    assertThat(RandomStream.unitFloat(0)).isEqualTo(0f);
    assertThat(RandomStream.unitFloat(-1)).isEqualTo(1 - 0x1p-24f);
    assertThat(RandomStream.uniformFloat(0, -2, 3)).isEqualTo(-2f);
    assertThat(RandomStream.uniformFloat(-1, -2, 3)).isEqualTo(Math.nextDown(3f));
    assertThat(RandomStream.uniformFloat(-1, 1, Math.nextUp(1f))).isEqualTo(1f);
    assertThat(RandomStream.uniformFloat(-1, -Float.MAX_VALUE, Float.MAX_VALUE)).isFinite();
  }

  @Test
  void floatsHaveTheMeanAndVarianceOfTheUniformDistribution() {
    int n = 200_000;
    RandomStream stream = new RandomStream(7);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double value = RandomStream.uniformFloat(stream.nextLong(), -1, 1);
      sum += value;
      squares += value * value;
    }
    // Mean 0, variance 1/3; the square has variance 1/5 - 1/9. 4.89 sigma: 1e-6 two-sided.
    assertThat(sum / n).isBetween(-4.89 * Math.sqrt(1 / 3.0 / n), 4.89 * Math.sqrt(1 / 3.0 / n));
    double band = 4.89 * Math.sqrt((1 / 5.0 - 1 / 9.0) / n);
    assertThat(squares / n).isBetween(1 / 3.0 - band, 1 / 3.0 + band);
  }

  @Test
  void boundedIntegersAreEquallyLikelyAlsoWhereTheBoundIsNoPowerOfTwo() {
    for (int bound : new int[] {1, 2, 3, 10, 785}) {
      long[] counts = new long[bound];
      RandomStream stream = new RandomStream(bound);
      for (int i = 0; i < 100 * bound; i++) {
        counts[stream.nextInt(bound)]++;
      }
      if (bound > 1) {
        assertThat(pValue(counts)).as("bound %d", bound).isGreaterThan(FALSE_ALARM);
      }
    }
  }

  @Test
  void hugeBoundsAreDrawnWithoutBias() {
    // Without rejection, a third of the draws below 3·2^29 would be twice as likely as the others.
    int bound = 3 << 29;
    long[] counts = new long[3];
    RandomStream stream = new RandomStream(11);
    for (int i = 0; i < 30_000; i++) {
      counts[stream.nextInt(bound) % 3]++;
    }
    assertThat(pValue(counts)).isGreaterThan(FALSE_ALARM);
  }

  @Test
  void wrongBoundsAreRefused() {
    RandomStream stream = new RandomStream(0);
    assertThatThrownBy(() -> stream.nextInt(0)).hasMessageContaining("1 or more, not 0");
    assertThatThrownBy(() -> RandomStream.uniformFloat(stream.nextLong(), 1, 1))
        .hasMessageContaining("[1.0, 1.0)");
    assertThatThrownBy(() -> RandomStream.uniformFloat(stream.nextLong(), 0, Float.NaN))
        .hasMessageContaining("NaN");
  }

  private static double pValue(long[] counts) {
    double[] expected = new double[counts.length];
    Arrays.fill(expected, 1);
    return new ChiSquareTest().chiSquareTest(expected, counts);
  }
}
