package org.rpusim.report.cli;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rpusim.report.chart.RunCharts;
import org.rpusim.report.folder.FolderLock;
import org.rpusim.report.sweep.ClusterProvider;
import org.rpusim.report.sweep.ClusterRunner;
import org.rpusim.report.sweep.PointCluster;
import org.rpusim.report.sweep.SimulatedPoints;
import org.rpusim.report.sweep.SweepFiles;
import org.rpusim.report.sweep.SweepPlan;
import org.rpusim.report.sweep.SweepRequest;
import org.rpusim.report.sweep.SweepResult;
import org.rpusim.report.sweep.SweepRunner;
import org.rpusim.report.sweep.SweepTable;
import org.rpusim.report.sweep.SweepWriter;
import org.rpusim.report.sweep.Sweeps;

/** One sweep of the command {@code sweep}: plan, runs, files, table. */
final class SweepSession {
  /**
   * What the user gave.
   *
   * @param threads runs at a time
   * @param data folder of the data set, or null
   * @param text file that language models learn, or null
   * @param out folder of the sweep, or null for one below {@code runs}
   * @param resume whether what is in the folder is kept
   * @param spark address of a cluster that runs the points, or null for this process
   * @param sparkSettings of the cluster, by Spark's names
   */
  record Given(
      int threads,
      @Nullable Path data,
      @Nullable Path text,
      @Nullable Path out,
      boolean resume,
      Progress.Style progress,
      @Nullable String spark,
      ImmutableMap<String, String> sparkSettings) {}

  private final ManyRuns runs;
  private final Given given;
  private final PrintWriter out;
  private final PrintWriter err;

  SweepSession(Backend backend, Given given, PrintWriter out, PrintWriter err) {
    this.runs = new ManyRuns(backend, given.data(), given.threads(), err);
    this.given = given;
    this.out = out;
    this.err = err;
  }

  /** Runs and reports; gives the exit code. */
  int run(SweepRequest request) throws IOException {
    SweepPlan plan = SweepPlan.of(Sweeps.expand(request));
    SweepFiles.check(plan);
    Path folder = ManyRunsFolder.choose(plan.sweep().name(), given.out(), given.resume(), "sweep");
    SimulatedPoints points =
        new SimulatedPoints(plan.sweep(), runs.simulator(), runs.pointData(given.text()));
    points.loadData();
    try (PointCluster cluster = connect(plan, folder);
        FolderLock _ = ManyRunsFolder.lock(folder, given.resume())) {
      SweepWriter writer = new SweepWriter(plan, folder);
      try (Interrupt interrupt = Interrupt.listen()) {
        return runAndReport(plan, writer, points, folder, interrupt, cluster);
      }
    }
  }

  /** Before anything is written, so that a wrong address leaves nothing behind. */
  private @Nullable PointCluster connect(SweepPlan plan, Path folder) {
    String master = given.spark();
    if (master == null) {
      return null;
    }
    ClusterProvider provider = ClusterProvider.find();
    return provider.connect(
        new ClusterProvider.Request(
            master, plan.sweep().name(), given.sparkSettings(), folder.resolve("spark.log")));
  }

  private int runAndReport(
      SweepPlan plan,
      SweepWriter writer,
      SimulatedPoints points,
      Path folder,
      Interrupt interrupt,
      @Nullable PointCluster cluster)
      throws IOException {
    if (given.threads() > 1) {
      RunCharts.prepare();
    }
    SweepRunner runner = new SweepRunner(writer, points, given.threads());
    int planned = plan.runs();
    BitSet finished = given.resume() ? runner.finished() : new BitSet();
    runs.say(opening(planned, finished.cardinality(), folder));
    SweepProgress progress =
        new SweepProgress(
            given.progress(),
            err,
            System::nanoTime,
            interrupt::requested,
            planned,
            finished.cardinality());
    long start = System.nanoTime();
    try {
      if (cluster == null) {
        runner.run(finished, progress);
      } else {
        new ClusterRunner(writer, points, cluster).run(finished, progress);
      }
    } finally {
      progress.end();
    }
    long nanos = System.nanoTime() - start;
    SweepResult result = SweepFiles.write(writer, given.threads());
    runs.writeWallClock(folder, nanos, writer.doneRuns() - finished.cardinality());
    return report(result, planned, folder);
  }

  private String opening(int planned, int done, Path folder) {
    return String.format(
        Locale.ROOT,
        "%,d runs%s, %s, in %s",
        planned,
        done == 0 ? "" : ", of which " + done + " are done",
        given.spark() == null ? given.threads() + " at a time" : "on " + given.spark(),
        folder);
  }

  /** Prints what was found and how to go on; gives the exit code. */
  private int report(SweepResult result, int planned, Path folder) {
    out.print(SweepTable.of(result));
    out.println("\nresults and report.html in " + folder);
    out.flush();
    if (result.complete()) {
      return ExitCode.OK;
    }
    runs.say(
        "Stopped after %d of %d runs; go on with: rpusim sweep --resume --out %s%s%s"
            .formatted(
                result.done(),
                planned,
                folder,
                SourceOptions.sources(given.data(), given.text()),
                given.spark() == null ? "" : " --spark " + given.spark()));
    return ExitCode.INTERRUPTED;
  }
}
