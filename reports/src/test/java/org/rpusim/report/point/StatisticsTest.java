package org.rpusim.report.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class StatisticsTest {
  /** Standard deviation 1, t quantile 4.302653 with 2 degrees of freedom (tables). */
  @Test
  void theIntervalIsStudents() {
    Statistics.Interval interval = Statistics.interval(List.of(1.0, 2.0, 3.0));
    assertThat(interval.mean()).isEqualTo(2);
    assertThat(interval.halfWidth()).isCloseTo(4.302653 / Math.sqrt(3), within(1e-6));
    assertThat(interval.low()).isEqualTo(2 - interval.halfWidth());
    assertThat(interval.high()).isEqualTo(2 + interval.halfWidth());
  }

  @Test
  void aSingleValueHasNoInterval() {
    Statistics.Interval interval = Statistics.interval(List.of(1.5));
    assertThat(interval.halfWidth()).isNaN();
    assertThat(interval.low()).isEqualTo(1.5);
    assertThat(interval.high()).isEqualTo(1.5);
  }

  @Test
  void equalValuesHaveAnIntervalOfZero() {
    assertThat(Statistics.interval(List.of(2.0, 2.0)).halfWidth()).isZero();
  }
}
