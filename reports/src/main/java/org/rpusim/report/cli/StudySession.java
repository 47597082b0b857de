package org.rpusim.report.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpusim.report.folder.FolderLock;
import org.rpusim.report.point.PointCheckpoints;
import org.rpusim.report.point.PointResult;
import org.rpusim.report.point.PointStore;
import org.rpusim.report.reproduction.Reproduction;
import org.rpusim.report.study.PointRunner;
import org.rpusim.report.study.Scale;
import org.rpusim.report.study.Study;
import org.rpusim.report.study.StudyFiles;
import org.rpusim.report.study.StudyPlan;
import org.rpusim.report.study.StudyResult;
import org.rpusim.report.study.StudyTable;

/** One study of the command {@code reproduce}: plan, runs, files, table. */
final class StudySession {
  /**
   * What the user gave.
   *
   * @param command what repeats the study: the command with the options that change what is run
   * @param threads runs at a time
   * @param data folder of the data set, or null
   * @param text file that language models learn, or null
   * @param out folder of the study, or null for one below {@code runs}
   * @param resume whether what is in the folder is kept
   */
  record Given(
      String command,
      Study study,
      Scale scale,
      boolean quick,
      int threads,
      @Nullable Path data,
      @Nullable Path text,
      @Nullable Path out,
      boolean resume,
      Progress.Style progress) {}

  private final ManyRuns runs;
  private final Given given;
  private final PrintWriter out;
  private final PrintWriter err;

  StudySession(Backend backend, Given given, PrintWriter out, PrintWriter err) {
    this.runs = new ManyRuns(backend, given.data(), given.threads(), err);
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
    StudyPlan plan = StudyPlan.of(given.study(), given.scale(), runs.pointData(given.text()));
    String standard = given.study().name() + (given.quick() ? "-quick" : "");
    Path folder = ManyRunsFolder.choose(standard, given.out(), given.resume(), "study");
    try (FolderLock _ = ManyRunsFolder.lock(folder, given.resume());
        Interrupt interrupt = Interrupt.listen()) {
      PointStore store = new PointStore(folder.resolve("points"));
      ImmutableMap<String, PointResult> finished = store.readAll(plan.tasks());
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
    runs.say(opening(plan, finished.size(), folder));
    StudyProgress progress =
        new StudyProgress(
            given.progress(), err, System::nanoTime, interrupt::requested, plan.tasks(), finished);
    PointCheckpoints checkpoints = new PointCheckpoints(folder.resolve("checkpoints"));
    PointRunner runner =
        new PointRunner(runs.simulator(checkpoints), store, given.threads(), progress);
    long start = System.nanoTime();
    List<PointResult> results;
    try {
      results = runner.run(plan.tasks(), finished);
    } finally {
      progress.end();
      checkpoints.close();
    }
    StudyResult result = new StudyResult(plan, given.quick(), ImmutableList.copyOf(results));
    StudyFiles.write(result, folder);
    runs.writeWallClock(folder, System.nanoTime() - start, results.size() - finished.size());
    Reproduction.writeStudy(folder);
    out.print(json ? Files.readString(folder.resolve("results.json")) : StudyTable.of(result));
    out.println(json ? "" : "\nresults and charts in " + folder);
    out.flush();
    if (result.complete()) {
      return ExitCode.OK;
    }
    runs.say(
        "Stopped after %d of %d runs; go on with: %s --resume --out %s"
            .formatted(results.size(), plan.tasks().size(), given.command(), folder));
    return ExitCode.INTERRUPTED;
  }

  private String opening(StudyPlan plan, int done, Path folder) {
    String planned = plan.tasks().size() + " runs";
    String kept = done == 0 ? "" : ", of which " + done + " are done";
    return given.study().name()
        + ": "
        + planned
        + kept
        + ", "
        + given.threads()
        + " at a time, in "
        + folder;
  }
}
