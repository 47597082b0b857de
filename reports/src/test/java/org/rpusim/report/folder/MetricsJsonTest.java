package org.rpusim.report.folder;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rpusim.core.stats.Metrics;
import org.rpusim.workload.result.LayerResult;

final class MetricsJsonTest {
  @Test
  void countsOfALayerStandByEpochBesideItsSums() {
    Metrics metrics = Metrics.builder().put("layers.W1.retries", 5L).build();
    List<LayerResult> layers =
        List.of(
            new LayerResult(1, "W1", ImmutableMap.of("retries", 2L)),
            new LayerResult(1, "W2", ImmutableMap.of("retries", 0L)),
            new LayerResult(2, "W1", ImmutableMap.of("retries", 3L)),
            new LayerResult(2, "W2", ImmutableMap.of("retries", 7L)));
    assertThat(JsonFile.parse("metrics.json", MetricsJson.of(metrics, layers)))
        .containsExactlyInAnyOrderEntriesOf(
            ImmutableMap.of(
                "layers.W1.byEpoch.retries[0]", 2L,
                "layers.W1.byEpoch.retries[1]", 3L,
                "layers.W1.retries", 5L,
                "layers.W2.byEpoch.retries[0]", 0L,
                "layers.W2.byEpoch.retries[1]", 7L));
  }

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
