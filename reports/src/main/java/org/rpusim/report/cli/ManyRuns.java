package org.rpusim.report.cli;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.core.Version;
import org.rpusim.core.stats.Metrics;
import org.rpusim.report.folder.JsonFile;
import org.rpusim.report.folder.MetricsJson;
import org.rpusim.report.folder.WholeFile;
import org.rpusim.report.point.PointCheckpoints;
import org.rpusim.report.point.PointData;
import org.rpusim.report.point.PointSimulator;
import org.rpusim.report.point.PointTask;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.data.DataUnavailableException;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.run.Course;
import org.rpusim.workload.spec.LanguageModelSpec;
import org.rpusim.workload.spec.TrainingSpec;
import org.rpusim.workload.spec.WorkloadSpec;

/** What the many runs of a study or of a sweep need of the command line. */
final class ManyRuns {
  private static final double NANOS = 1e9;

  private final Backend backend;
  private final @Nullable Path data;
  private final int threads;
  private final PrintWriter err;

  /**
   * @param data folder of the data set, or null
   * @param threads runs at a time
   */
  ManyRuns(Backend backend, @Nullable Path data, int threads, PrintWriter err) {
    this.backend = backend;
    this.data = data;
    this.threads = threads;
    this.err = err;
  }

  /** One thread a run: the runs themselves keep all processors busy. */
  PointSimulator simulator() {
    String kernels = backend.kernels(null);
    return (task, listener) -> backend.run(request(task, kernels, Course.WHOLE), listener);
  }

  /** As {@link #simulator()}; trainings that are stopped or killed go on from their checkpoint. */
  PointSimulator simulator(PointCheckpoints checkpoints) {
    String kernels = backend.kernels(null);
    return (PointTask task, RunListener listener) -> {
      WorkloadSpec workload = task.workload().spec();
      if (!(workload instanceof TrainingSpec || workload instanceof LanguageModelSpec)) {
        return backend.run(request(task, kernels, Course.WHOLE), listener);
      }
      RunResult result = backend.run(request(task, kernels, checkpoints.course(task)), listener);
      if (result.complete()) {
        checkpoints.ended(task);
      }
      return result;
    };
  }

  private static RunRequest request(PointTask task, String kernels, Course course) {
    return new RunRequest(
        task.chip().spec(),
        task.workload().spec(),
        task.data(),
        task.seed(),
        1,
        kernels,
        /* fastForward= */ true,
        /* trace= */ null,
        course);
  }

  /**
   * What the points learn; nothing stands in for a data set that is not to be had.
   *
   * @param text file that language models learn, or null for what their workload says
   */
  PointData pointData(@Nullable Path text) {
    return new PointData(this::data, text);
  }

  private DataSet data(TrainingSpec workload) {
    try {
      return backend.data(workload, data, this::say);
    } catch (DataUnavailableException e) {
      throw new ConfigException(
          String.valueOf(e.getMessage()), "Maybe give the files with --data DIR.");
    }
  }

  /**
   * Writes down what depends on the machine: of all times that the folder was gone on with, unless
   * nothing was run this time.
   *
   * @param nanos time since the runs began, ns
   * @param runs how many were done in that time
   */
  void writeWallClock(Path folder, long nanos, int runs) throws IOException {
    Path file = folder.resolve("wallclock.json");
    if (runs == 0 && Files.exists(file)) {
      return;
    }
    ImmutableMap<String, Object> earlier =
        Files.exists(file) ? JsonFile.read(file) : ImmutableMap.of();
    Metrics metrics =
        Metrics.builder()
            .put("wallSeconds", nanos / NANOS + number(earlier, "wallSeconds"))
            .put("runs", runs + (long) number(earlier, "runs"))
            .put("threads", (long) threads)
            .put("commit", commits(earlier))
            .put("javaVersion", Runtime.version().toString())
            .put("processors", (long) Runtime.getRuntime().availableProcessors())
            .build();
    WholeFile.write(file, MetricsJson.of(metrics));
  }

  private static double number(ImmutableMap<String, Object> values, String name) {
    return values.get(name) instanceof Number number ? number.doubleValue() : 0;
  }

  private static String commits(ImmutableMap<String, Object> earlier) {
    String now = Version.commit();
    return !(earlier.get("commit") instanceof String before) || before.contains(now)
        ? now
        : before + ", " + now;
  }

  /** Tells the user something beside the results. */
  void say(String sentence) {
    err.println(sentence);
    err.flush();
  }
}
