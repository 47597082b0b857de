package org.rpusim.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MetricsTest {
  @Test
  void figuresKeepTheirTypesAndStandInTheOrderOfTheirPaths() {
    Metrics metrics =
        Metrics.builder()
            .put("version", "0.1.0")
            .put("energy.totalJoules", 0.5)
            .put("energy.byComponent.bus", 0.25)
            .put("events.count", 7)
            .put("complete", true)
            .build();
    assertThat(metrics.values().keySet())
        .containsExactly(
            "complete", "energy.byComponent.bus", "energy.totalJoules", "events.count", "version");
    assertThat(metrics.values().values()).containsExactly(true, 0.25, 0.5, 7L, "0.1.0");
    assertThat(metrics.number("energy.totalJoules")).isEqualTo(0.5);
    assertThat(metrics.number("events.count")).isEqualTo(7);
    assertThat(metrics.number("version")).isNull();
    assertThat(metrics.number("energy")).isNull();
  }

  @Test
  void aPathIsReportedOnce() {
    Metrics.Builder builder = Metrics.builder().put("a", 1);
    assertThatThrownBy(() -> builder.put("a", 2.0)).hasMessage("a is reported twice");
  }

  @Test
  void onlyFiniteNumbersAreReported() {
    Metrics.Builder builder = Metrics.builder();
    assertThatThrownBy(() -> builder.put("a", Double.NaN)).hasMessageContaining("a is not");
    assertThatThrownBy(() -> builder.put("a", 1 / 0.0)).hasMessageContaining("Infinity");
  }

  @Test
  void noPathIsBothAValueAndAParent() {
    Metrics.Builder builder = Metrics.builder().put("a.b.c", 1).put("a", 1);
    assertThatThrownBy(builder::build).hasMessage("a.b.c stands below a value");
  }
}
