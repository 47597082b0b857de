package org.rpusim.report.compare;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.Node;
import org.rpusim.chip.config.YamlReader;
import org.rpusim.report.folder.StoredRun;

/**
 * Runs beside one another.
 *
 * @param names of the runs, the first is the one that others are held against
 * @param stopped how far each run came that was stopped before its end, as {@code after 2 whole
 *     epochs of 30}; empty for a whole one
 * @param differences keys of the configuration in which any two differ, with the value of each run;
 *     empty where a run lacks the key
 * @param figures numbers of {@code metrics.json} that any run has, with the value of each run; null
 *     where a run lacks it
 */
public record RunComparison(
    ImmutableList<String> names,
    ImmutableList<String> stopped,
    ImmutableMap<String, ImmutableList<String>> differences,
    ImmutableMap<String, List<@Nullable Double>> figures) {
  /** Names, which explain nothing. */
  private static final ImmutableSet<String> NAMES =
      ImmutableSet.of("chip.name", "chip.description", "workload.name", "workload.description");

  /** Figures that are shown unless all are asked for. */
  private static final ImmutableList<String> HEADLINES =
      ImmutableList.of(
          "accuracy.testErrorPercent",
          "accuracy.trainLoss",
          "time.simulatedSeconds",
          "time.perSampleSeconds",
          "energy.totalJoules",
          "energy.perSampleJoules",
          "energy.delayProductJouleSeconds",
          "power.averageWatts",
          "area.chipSquareMillimetres",
          "power.wattsPerSquareMillimetre",
          "throughput.sustainedGigaOpsPerSecond",
          "throughput.peakGigaOpsPerSecond",
          "efficiency.sustainedGigaOpsPerSecondPerWatt",
          "efficiency.peakGigaOpsPerSecondPerWatt",
          "utilisation.arrays",
          "utilisation.tilesInUse",
          "utilisation.crossPointsOfTilesInUse",
          "boundManagement.retries");

  /**
   * Compares.
   *
   * @param runs two or more
   * @throws org.rpusim.chip.config.ConfigException if a configuration is damaged
   */
  public static RunComparison of(List<StoredRun> runs) {
    List<Map<String, String>> configurations =
        runs.stream().map(RunComparison::configuration).toList();
    Set<String> keys = new LinkedHashSet<>();
    configurations.forEach(one -> keys.addAll(one.keySet()));
    ImmutableMap.Builder<String, ImmutableList<String>> differences = ImmutableMap.builder();
    for (String key : keys) {
      ImmutableList<String> values =
          configurations.stream()
              .map(one -> one.getOrDefault(key, ""))
              .collect(ImmutableList.toImmutableList());
      if (values.stream().distinct().count() > 1 && !NAMES.contains(key)) {
        differences.put(key, values);
      }
    }
    return new RunComparison(
        runs.stream()
            .map(run -> String.valueOf(run.folder().normalize().getFileName()))
            .collect(ImmutableList.toImmutableList()),
        stopped(runs, configurations),
        differences.buildOrThrow(),
        figures(runs));
  }

  private static ImmutableList<String> stopped(
      List<StoredRun> runs, List<Map<String, String>> configurations) {
    ImmutableList.Builder<String> stopped = ImmutableList.builder();
    for (int run = 0; run < runs.size(); run++) {
      int epochs = runs.get(run).result().epochs().size();
      String planned = configurations.get(run).get("workload.epochs");
      String where =
          epochs == 0 || planned == null
              ? "before its end"
              : "after " + epochs + " whole epoch" + (epochs == 1 ? "" : "s") + " of " + planned;
      stopped.add(runs.get(run).result().complete() ? "" : where);
    }
    return stopped.build();
  }

  private static ImmutableMap<String, List<@Nullable Double>> figures(List<StoredRun> runs) {
    Set<String> paths = new LinkedHashSet<>(HEADLINES);
    runs.forEach(run -> paths.addAll(run.metrics().values().keySet()));
    ImmutableMap.Builder<String, List<@Nullable Double>> figures = ImmutableMap.builder();
    for (String path : paths) {
      List<@Nullable Double> values = new ArrayList<>();
      runs.forEach(run -> values.add(run.metrics().number(path)));
      if (values.stream().anyMatch(Objects::nonNull)) {
        figures.put(path, Collections.unmodifiableList(values));
      }
    }
    return figures.buildOrThrow();
  }

  /** Figures for a table: the headlines, or all in which any two runs differ. */
  ImmutableList<String> shown(boolean all) {
    return figures.keySet().stream()
        .filter(path -> !path.equals("seed"))
        .filter(path -> all ? differs(path) : HEADLINES.contains(path))
        .collect(ImmutableList.toImmutableList());
  }

  private boolean differs(String path) {
    return Objects.requireNonNull(figures.get(path)).stream().distinct().count() > 1;
  }

  /** Value of a figure in a run, or null. */
  @Nullable Double value(String path, int run) {
    List<@Nullable Double> values = figures.get(path);
    return values == null ? null : values.get(run);
  }

  private static Map<String, String> configuration(StoredRun run) {
    Map<String, String> values = new LinkedHashMap<>();
    if (!run.configYaml().isEmpty()) {
      flatten("", YamlReader.read(run.folder() + "/config.yaml", run.configYaml()), values);
    }
    return values;
  }

  private static void flatten(String path, Node node, Map<String, String> values) {
    switch (node) {
      case Node.Scalar scalar -> values.put(path, scalar.text());
      case Node.Mapping map ->
          map.entries()
              .forEach(
                  (key, value) -> flatten(path.isEmpty() ? key : path + "." + key, value, values));
      case Node.Sequence list -> {
        for (int i = 0; i < list.items().size(); i++) {
          flatten(path + "[" + i + "]", list.items().get(i), values);
        }
      }
    }
  }
}
