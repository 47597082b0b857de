package org.rpusim.report.study;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Configured;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.report.point.PointData;
import org.rpusim.report.point.PointTask;
import org.rpusim.workload.preset.WorkloadPresets;
import org.rpusim.workload.spec.LanguageModelSpec;
import org.rpusim.workload.spec.WorkloadSpec;

/**
 * The runs of a study, every configuration read and checked.
 *
 * @param tasks in the order in which they are begun: seed by seed, so that a study that is stopped
 *     early has seen every point
 * @param leftOut optional points that this version cannot run, with the reason
 */
public record StudyPlan(
    Study study,
    Scale scale,
    ImmutableList<PointTask> tasks,
    ImmutableMap<String, String> leftOut) {

  private record Configuration(Configured<ChipSpec> chip, Configured<WorkloadSpec> workload) {}

  /**
   * Plans a study.
   *
   * @param data what its points learn
   * @throws ConfigException if a point that is not optional is wrong
   */
  public static StudyPlan of(Study study, Scale scale, PointData data) {
    Map<StudyPoint, Configuration> configurations = new LinkedHashMap<>();
    ImmutableMap.Builder<String, String> leftOut = ImmutableMap.builder();
    for (StudyPoint point : study.points()) {
      try {
        configurations.put(point, configuration(study, point, scale, data.hasText()));
      } catch (ConfigException e) {
        String reason = firstLine(e);
        if (!point.optional()) {
          throw new ConfigException(
              study.name() + ", point " + point.name() + ": " + reason,
              "Maybe this study needs another version of rpusim.");
        }
        leftOut.put(point.name(), reason);
      }
    }
    return new StudyPlan(
        study, scale, tasks(configurations, scale.seeds(), data), leftOut.buildOrThrow());
  }

  private static ImmutableList<PointTask> tasks(
      Map<StudyPoint, Configuration> configurations, int seeds, PointData data) {
    ImmutableList.Builder<PointTask> tasks = ImmutableList.builder();
    for (int seed = 1; seed <= seeds; seed++) {
      for (Map.Entry<StudyPoint, Configuration> entry : configurations.entrySet()) {
        Configuration configuration = entry.getValue();
        tasks.add(
            new PointTask(
                entry.getKey().name(),
                seed,
                entry.getKey().effort(),
                configuration.chip(),
                configuration.workload(),
                data.of(configuration.workload().spec())));
      }
    }
    return tasks.build();
  }

  private static Configuration configuration(
      Study study, StudyPoint point, Scale scale, boolean hasText) {
    Map<String, String> set = new LinkedHashMap<>(point.set());
    set.putAll(scale.set());
    Configuration configuration = configuration(study, point, set);
    if (hasText && configuration.workload().spec() instanceof LanguageModelSpec) {
      set.put("workload.text", LanguageModelSpec.FILE);
      return configuration(study, point, set);
    }
    return configuration;
  }

  private static Configuration configuration(
      Study study, StudyPoint point, Map<String, String> set) {
    List<String> pairs = set.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList();
    Overrides overrides = Overrides.parse(pairs);
    return new Configuration(
        ChipPresets.load(point.chip().isEmpty() ? study.chip() : point.chip(), overrides),
        WorkloadPresets.load(
            point.workload().isEmpty() ? study.workload() : point.workload(), overrides));
  }

  private static String firstLine(ConfigException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
