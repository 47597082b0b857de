package org.rpusim.report.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CoordinatesTest {
  private static final int POINTS = 1000;

  private static double[] dimension(double[][] points, int d) {
    return Arrays.stream(points).mapToDouble(point -> point[d]).toArray();
  }

  @Test
  void aLatinHypercubeHasOnePointInEachPartOfEachDimension() {
    double[][] points = Coordinates.of(Design.LATIN_HYPERCUBE, POINTS, 3, 7);
    for (int d = 0; d < 3; d++) {
      int[] parts =
          Arrays.stream(dimension(points, d)).mapToInt(u -> (int) (u * POINTS)).sorted().toArray();
      assertThat(parts).isEqualTo(IntStream.range(0, POINTS).toArray());
    }
  }

  @Test
  void randomPointsAreUniformAndIndependent() {
    double[][] points = Coordinates.of(Design.RANDOM, POINTS, 2, 7);
    double[] x = dimension(points, 0);
    double[] y = dimension(points, 1);
    // Standard deviations of mean and correlation are 0.0091 and 0.032: 5 of them, 6e-7 each.
    assertThat(Arrays.stream(x).average().orElseThrow()).isBetween(0.5 - 0.0456, 0.5 + 0.0456);
    double product =
        IntStream.range(0, POINTS).mapToDouble(i -> 12 * (x[i] - 0.5) * (y[i] - 0.5)).sum();
    assertThat(product / POINTS).isBetween(-0.158, 0.158);
    assertThat(Arrays.stream(x).allMatch(u -> u >= 0 && u < 1)).isTrue();
  }

  @Test
  void morePointsLeaveTheFirstRandomOnesAsTheyAre() {
    double[][] few = Coordinates.of(Design.RANDOM, 10, 2, 7);
    double[][] many = Coordinates.of(Design.RANDOM, 20, 2, 7);
    assertThat(Arrays.copyOf(many, 10)).isDeepEqualTo(few);
    assertThat(Coordinates.of(Design.RANDOM, 10, 2, 8)).isNotEqualTo(few);
  }

  @Test
  void sobolPointsAreThoseOfTheSequence() {
    double[][] points = Coordinates.of(Design.SOBOL, 4, 2, 1);
    assertThat(points[0]).containsExactly(0, 0);
    assertThat(points[1]).containsExactly(0.5, 0.5);
    assertThat(points[2]).containsExactly(0.75, 0.25);
    assertThat(points[3]).containsExactly(0.25, 0.75);
  }

  @Test
  void aGridDrawsNothing() {
    assertThatThrownBy(() -> Coordinates.of(Design.GRID, 1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
