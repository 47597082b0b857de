package org.rpusim.report.folder;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rpusim.core.stats.Metrics;
import org.rpusim.workload.result.RunResult;

/**
 * What a run folder holds.
 *
 * @param workload name of the workload
 * @param chip name of the chip
 * @param seed seed of every random draw
 * @param version of the program
 * @param data what was learnt from, or null for a timing-only run
 * @param result what the run found out
 * @param configYaml the resolved configuration: all that determines the result
 * @param wallClock what depends on the machine
 */
public record RunRecord(
    String workload,
    String chip,
    long seed,
    String version,
    @Nullable Data data,
    RunResult result,
    String configYaml,
    WallClock wallClock) {

  /**
   * The data of a training.
   *
   * @param name of the data set
   * @param sha256 of its samples
   * @param fallback whether it stands in for another one that could not be had
   */
  public record Data(String name, String sha256, boolean fallback) {}

  /**
   * The figures of the result and, where it does not have them itself, {@code run.complete}, {@code
   * run.workload}, {@code run.chip}, {@code data.set}, {@code data.sha256}, {@code data.fallback},
   * {@code seed} and {@code version}.
   */
  public Metrics metrics() {
    Metrics.Builder metrics = Metrics.builder();
    Map<String, Object> known = result.metrics().values();
    known.forEach((path, value) -> put(metrics, path, value));
    own()
        .forEach((path, value) -> {
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

  private Map<String, Object> own() {
    Map<String, Object> own = new TreeMap<>();
    own.put("run.complete", result.complete());
    own.put("run.workload", workload);
    own.put("run.chip", chip);
    own.put("seed", seed);
    own.put("version", version);
    if (data != null) {
      own.put("data.set", data.name());
      own.put("data.sha256", data.sha256());
      own.put("data.fallback", data.fallback());
    }
    return own;
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
