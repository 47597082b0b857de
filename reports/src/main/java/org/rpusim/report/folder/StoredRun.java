package org.rpusim.report.folder;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.core.stats.Metrics;
import org.rpusim.report.chart.RunCharts;
import org.rpusim.report.html.Charts;
import org.rpusim.report.html.RunPage;
import org.rpusim.report.table.CsvText;
import org.rpusim.workload.result.ComponentResult;
import org.rpusim.workload.result.EpochResult;
import org.rpusim.workload.result.RunResult;

/**
 * A run as its folder holds it.
 *
 * @param folder of the run
 * @param metrics all of {@code metrics.json} but its lists
 * @param configYaml the resolved configuration
 * @param result what charts and pages are made of: metrics, epochs and components
 */
public record StoredRun(Path folder, Metrics metrics, String configYaml, RunResult result) {
  private static final String METRICS = "metrics.json";
  private static final String WAITING = "waiting.";
  private static final String SECONDS = "Seconds";

  /** Whether a folder is a run's. */
  public static boolean isRun(Path folder) {
    return Files.isRegularFile(folder.resolve(METRICS));
  }

  /**
   * Reads a run.
   *
   * @throws ConfigException if the folder is no run's, or a file of it is damaged
   */
  public static StoredRun read(Path folder) {
    if (!isRun(folder)) {
      throw new ConfigException(
          folder + " is no run folder: it has no " + METRICS + ".",
          "Maybe a folder below runs is meant.");
    }
    Metrics metrics = metrics(folder.resolve(METRICS));
    boolean complete = !Boolean.FALSE.equals(metrics.values().get("run.complete"));
    RunResult result = new RunResult(metrics, epochs(folder), components(folder), complete);
    return new StoredRun(folder, metrics, text(folder.resolve("config.yaml")), result);
  }

  private static Metrics metrics(Path file) {
    Metrics.Builder builder = Metrics.builder();
    try {
      JsonFile.read(file).forEach((path, value) -> put(builder, path, value));
      return builder.build();
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new ConfigException(
          file + " is wrong: " + e.getMessage() + ".", "Maybe it was changed by hand.");
    }
  }

  /** What ran on what, for headings. */
  public String subtitle() {
    String text =
        metrics.values().getOrDefault("run.workload", "a run")
            + " on "
            + metrics.values().getOrDefault("run.chip", "a chip")
            + ", seed "
            + metrics.values().getOrDefault("seed", "");
    return result.complete() ? text : text + ", stopped before its end";
  }

  /**
   * Draws the charts anew that come from these results, and writes {@code report.html} with every
   * chart of the folder.
   *
   * @throws IOException if a file cannot be written
   */
  public void writeReport() throws IOException {
    RunCharts.write(result, subtitle(), folder.resolve("charts"));
    WholeFile.write(
        folder.resolve("report.html"),
        RunPage.of(subtitle(), metrics, result, configYaml, Charts.read(folder.resolve("charts"))));
  }

  /** Lists are left out: they are no metrics, but their course by epoch, as in layer-epochs.csv. */
  private static void put(Metrics.Builder metrics, String path, Object value) {
    if (path.endsWith("]")) {
      return;
    }
    switch (value) {
      case Double number -> metrics.put(path, number.doubleValue());
      case Long number -> metrics.put(path, number.longValue());
      case Boolean truth -> metrics.put(path, truth.booleanValue());
      default -> metrics.put(path, value.toString());
    }
  }

  private static ImmutableList<EpochResult> epochs(Path folder) {
    Path file = folder.resolve("epochs.csv");
    ImmutableList.Builder<EpochResult> epochs = ImmutableList.builder();
    for (ImmutableMap<String, String> row : CsvText.rows(text(file))) {
      epochs.add(
          new EpochResult(
              (int) number(file, row, "epoch"),
              number(file, row, "learningRate"),
              number(file, row, "trainLoss"),
              number(file, row, "testErrorPercent"),
              number(file, row, "simulatedSeconds"),
              number(file, row, "energyJoules"),
              (long) number(file, row, "retries"),
              (long) number(file, row, "coincidences")));
    }
    return epochs.build();
  }

  private static ImmutableList<ComponentResult> components(Path folder) {
    Path file = folder.resolve("components.csv");
    ImmutableList.Builder<ComponentResult> components = ImmutableList.builder();
    for (ImmutableMap<String, String> row : CsvText.rows(text(file))) {
      ImmutableMap.Builder<String, Double> waiting = ImmutableMap.builder();
      for (String column : row.keySet()) {
        if (column.startsWith(WAITING) && column.endsWith(SECONDS)) {
          String reason = column.substring(WAITING.length(), column.length() - SECONDS.length());
          waiting.put(reason, number(file, row, column));
        }
      }
      components.add(
          new ComponentResult(
              row.getOrDefault("name", ""),
              row.getOrDefault("kind", ""),
              number(file, row, "busySeconds"),
              waiting.buildOrThrow(),
              number(file, row, "idleSeconds"),
              number(file, row, "energyJoules"),
              (long) number(file, row, "actions")));
    }
    return components.build();
  }

  private static double number(Path file, ImmutableMap<String, String> row, String column) {
    try {
      return Double.parseDouble(row.getOrDefault(column, ""));
    } catch (NumberFormatException e) {
      throw new ConfigException(
          file + " has no number in its column " + column + ".",
          "Maybe it was cut off or changed by hand.");
    }
  }

  /** The text of a file; empty if there is none. */
  private static String text(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new ConfigException(
          file + " cannot be read (" + e.getClass().getSimpleName() + ").",
          "Maybe it is not a text, or its permissions are wrong.");
    }
  }
}
