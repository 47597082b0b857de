package org.rpusim.report.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rpusim.core.random.RandomStream;

final class ParetoFrontTest {
  private static final List<Objective> LEAST_AND_MOST =
      List.of(new Objective("a.b", false), new Objective("a.c", true));

  @Test
  void theFrontIsWhatNoOtherPointBeats() {
    double[][] points = {{1, 1}, {2, 3}, {3, 2}, {2, 3}, {0.5, 0.5}, {4, Double.NaN}};
    assertThat(ParetoFront.of(points, LEAST_AND_MOST)).containsExactly(0, 1, 3, 4);
  }

  @Test
  void everyOtherPointIsBeatenByOneOfTheFront() {
    RandomStream stream = new RandomStream(5);
    double[][] points = new double[200][2];
    for (double[] point : points) {
      point[0] = stream.nextInt(40);
      point[1] = stream.nextInt(40);
    }
    List<Integer> front = ParetoFront.of(points, LEAST_AND_MOST);
    assertThat(front).isNotEmpty().hasSizeLessThan(points.length);
    for (int i = 0; i < points.length; i++) {
      double[] one = points[i];
      boolean beaten =
          front.stream()
              .map(f -> points[f])
              .anyMatch(f -> f[0] <= one[0] && f[1] >= one[1] && (f[0] < one[0] || f[1] > one[1]));
      assertThat(front.contains(i)).isEqualTo(!beaten);
    }
  }

  @Test
  void theFigureSaysWhatIsBetter() {
    assertThat(Objective.read("energy.totalJoules").higher()).isFalse();
    assertThat(Objective.read("throughput.samplesPerSecond").higher()).isTrue();
    assertThat(Objective.read("max:energy.totalJoules").higher()).isTrue();
    assertThat(Objective.read("min:throughput.samplesPerSecond").text())
        .isEqualTo("min:throughput.samplesPerSecond");
  }
}
