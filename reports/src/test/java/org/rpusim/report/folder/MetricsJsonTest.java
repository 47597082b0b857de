package org.rpusim.report.folder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rpusim.core.stats.Metrics;

final class MetricsJsonTest {
  @Test
  void dottedPathsBecomeNestedObjectsInAlphabeticalOrder() {
    Metrics metrics =
        Metrics.builder()
            .put("seed", 9_007_199_254_740_993L)
            .put("energy.totalJoules", 0.1 + 0.2)
            .put("energy.byComponent.bus", 1.0)
            .put("energy.byComponent.arrays", 1e-7)
            .put("data.fallback", true)
            .put("version", "0.1 \"x\"")
            .build();
    assertThat(MetricsJson.of(metrics))
        .isEqualTo(
            """
            {
              "data" : {
                "fallback" : true
              },
              "energy" : {
                "byComponent" : {
                  "arrays" : 1.0E-7,
                  "bus" : 1.0
                },
                "totalJoules" : 0.30000000000000004
              },
              "seed" : 9007199254740993,
              "version" : "0.1 \\"x\\""
            }
            """);
  }

  @Test
  void noMetricsAreAnEmptyObject() {
    assertThat(MetricsJson.of(Metrics.builder().build())).isEqualTo("{ }\n");
  }
}
