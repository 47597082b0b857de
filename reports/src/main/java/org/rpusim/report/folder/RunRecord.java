package org.rpusim.report.folder;

import java.util.Map;
import org.rpusim.core.stats.Metrics;
import org.rpusim.workload.result.RunResult;

/**
 * What a run folder holds.
 *
 * @param workload name of the workload
 * @param chip name of the chip
 * @param seed seed of every random draw
 * @param version of the program
 * @param result what the run found out
 * @param configYaml the resolved configuration: all that determines the result
 * @param wallClock what depends on the machine
 */
public record RunRecord(
    String workload,
    String chip,
    long seed,
    String version,
    RunResult result,
    String configYaml,
    WallClock wallClock) {

  /**
   * The figures of the result and, where it does not have them itself, {@code run.complete}, {@code
   * run.workload}, {@code run.chip}, {@code seed} and {@code version}.
   */
  public Metrics metrics() {
    Metrics.Builder metrics = Metrics.builder();
    Map<String, Object> known = result.metrics().values();
    known.forEach((path, value) -> put(metrics, path, value));
    Map<String, Object> own =
        Map.of(
            "run.complete", result.complete(),
            "run.workload", workload,
            "run.chip", chip,
            "seed", seed,
            "version", version);
    own.forEach(
        (path, value) -> {
          if (!known.containsKey(path)) {
            put(metrics, path, value);
          }
        });
    return metrics.build();
  }

  /** What ran on what, for headings. */
  public String subtitle() {
    String text = workload + " on " + chip + ", seed " + seed;
    return result.complete() ? text : text + ", stopped before its end";
  }

  private static void put(Metrics.Builder metrics, String path, Object value) {
    switch (value) {
      case Double number -> metrics.put(path, number.doubleValue());
      case Long number -> metrics.put(path, number.longValue());
      case Boolean truth -> metrics.put(path, truth.booleanValue());
      default -> metrics.put(path, value.toString());
    }
  }
}
