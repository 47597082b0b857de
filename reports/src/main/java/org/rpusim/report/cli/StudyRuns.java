package org.rpusim.report.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.core.stats.Metrics;
import org.rpusim.report.folder.MetricsJson;
import org.rpusim.report.folder.WholeFile;
import org.rpusim.report.study.PointCheckpoints;
import org.rpusim.report.study.PointSimulator;
import org.rpusim.report.study.PointTask;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.data.DataUnavailableException;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.run.Course;
import org.rpusim.workload.spec.LanguageModelSpec;
import org.rpusim.workload.spec.TrainingSpec;
import org.rpusim.workload.spec.WorkloadSpec;

/** What the many runs of a study or of a sweep need of the command line. */
final class StudyRuns {
  private static final double NANOS = 1e9;

  private final Backend backend;
  private final @Nullable Path data;
  private final int threads;
  private final PrintWriter err;

  /**
   * @param data folder of the data set, or null
   * @param threads runs at a time
   */
  StudyRuns(Backend backend, @Nullable Path data, int threads, PrintWriter err) {
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

  /** The data set of a workload; nothing stands in for it. */
  DataSet data(TrainingSpec workload) {
    try {
      return backend.data(workload, data, this::say);
    } catch (DataUnavailableException e) {
      throw new ConfigException(
          String.valueOf(e.getMessage()), "Maybe give the files with --data DIR.");
    }
  }

  /**
   * Writes down what depends on the machine.
   *
   * @param nanos time since the runs began, ns
   * @param runs how many were done in that time
   */
  void writeWallClock(Path folder, long nanos, int runs) throws IOException {
    Metrics metrics =
        Metrics.builder()
            .put("wallSeconds", nanos / NANOS)
            .put("runs", (long) runs)
            .put("threads", (long) threads)
            .put("javaVersion", Runtime.version().toString())
            .put("processors", (long) Runtime.getRuntime().availableProcessors())
            .build();
    WholeFile.write(folder.resolve("wallclock.json"), MetricsJson.of(metrics));
  }

  /** Tells the user something beside the results. */
  void say(String sentence) {
    err.println(sentence);
    err.flush();
  }
}
