package org.rpusim.report.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.core.stats.Metrics;
import org.rpusim.report.folder.MetricsJson;
import org.rpusim.report.study.PointResult;
import org.rpusim.report.study.PointRunner;
import org.rpusim.report.study.PointSimulator;
import org.rpusim.report.study.PointStore;
import org.rpusim.report.study.PointTask;
import org.rpusim.report.study.Scale;
import org.rpusim.report.study.Study;
import org.rpusim.report.study.StudyFiles;
import org.rpusim.report.study.StudyPlan;
import org.rpusim.report.study.StudyResult;
import org.rpusim.report.study.StudyTable;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.data.DataUnavailableException;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.spec.TrainingSpec;

/** One study of the command {@code reproduce}: plan, runs, files, table. */
final class StudySession {
  private static final double NANOS = 1e9;

  /**
   * What the user gave.
   *
   * @param threads runs at a time
   * @param data folder of the data set, or null
   * @param text file that language models learn, or null
   * @param out folder of the study, or null for one below {@code runs}
   * @param resume whether what is in the folder is kept
   */
  record Given(
      Study study,
      Scale scale,
      boolean quick,
      int threads,
      @Nullable Path data,
      @Nullable Path text,
      @Nullable Path out,
      boolean resume,
      Progress.Style progress) {}

  private final Backend backend;
  private final Given given;
  private final PrintWriter out;
  private final PrintWriter err;

  StudySession(Backend backend, Given given, PrintWriter out, PrintWriter err) {
    this.backend = backend;
    this.given = given;
    this.out = out;
    this.err = err;
  }

  /**
   * Runs and reports.
   *
   * @param json whether {@code results.json} is printed instead of the table
   * @return the exit code
   */
  int run(boolean json) throws IOException {
    StudyPlan plan = StudyPlan.of(given.study(), given.scale(), this::data, given.text());
    Path folder = StudyFolder.choose(given.study(), given.quick(), given.out(), given.resume());
    PointStore store = new PointStore(folder.resolve("points"));
    ImmutableMap<String, PointResult> finished = store.readAll(plan.tasks());
    try (Interrupt interrupt = Interrupt.listen()) {
      return runAndReport(plan, folder, store, finished, interrupt, json);
    }
  }

  private int runAndReport(
      StudyPlan plan,
      Path folder,
      PointStore store,
      ImmutableMap<String, PointResult> finished,
      Interrupt interrupt,
      boolean json)
      throws IOException {
    say(opening(plan, finished.size(), folder));
    StudyProgress progress =
        new StudyProgress(
            given.progress(), err, System::nanoTime, interrupt::requested, plan.tasks(), finished);
    PointRunner runner = new PointRunner(simulator(), store, given.threads(), progress);
    long start = System.nanoTime();
    List<PointResult> results;
    try {
      results = runner.run(plan.tasks(), finished);
    } finally {
      progress.end();
    }
    StudyResult result = new StudyResult(plan, given.quick(), ImmutableList.copyOf(results));
    StudyFiles.write(result, folder);
    writeWallClock(folder, start, results.size() - finished.size());
    out.print(json ? Files.readString(folder.resolve("results.json")) : StudyTable.of(result));
    out.println(json ? "" : "\nresults and charts in " + folder);
    out.flush();
    if (result.complete()) {
      return ExitCode.OK;
    }
    say(
        "Stopped after %d of %d runs; go on with: rpusim reproduce %s%s --resume --out %s"
            .formatted(
                results.size(),
                plan.tasks().size(),
                given.study().name(),
                given.quick() ? " --quick" : "",
                folder));
    return ExitCode.INTERRUPTED;
  }

  private String opening(StudyPlan plan, int done, Path folder) {
    String runs = plan.tasks().size() + " runs";
    String kept = done == 0 ? "" : ", of which " + done + " are done";
    return given.study().name()
        + ": "
        + runs
        + kept
        + ", "
        + given.threads()
        + " at a time, in "
        + folder;
  }

  /** One thread a run: the runs themselves keep all processors busy. */
  private PointSimulator simulator() {
    String kernels = backend.kernels(null);
    return (PointTask task, RunListener listener) ->
        backend.run(
            new RunRequest(
                task.chip().spec(),
                task.workload().spec(),
                task.data(),
                task.seed(),
                1,
                kernels,
                true),
            listener);
  }

  private DataSet data(TrainingSpec workload) {
    try {
      return backend.data(workload, given.data(), this::say);
    } catch (DataUnavailableException e) {
      throw new ConfigException(
          String.valueOf(e.getMessage()), "Maybe give the files with --data DIR.");
    }
  }

  private void writeWallClock(Path folder, long start, int runs) throws IOException {
    Metrics metrics =
        Metrics.builder()
            .put("wallSeconds", (System.nanoTime() - start) / NANOS)
            .put("runs", (long) runs)
            .put("threads", (long) given.threads())
            .put("javaVersion", Runtime.version().toString())
            .put("processors", (long) Runtime.getRuntime().availableProcessors())
            .build();
    Files.writeString(folder.resolve("wallclock.json"), MetricsJson.of(metrics));
  }

  private void say(String sentence) {
    err.println(sentence);
    err.flush();
  }
}
