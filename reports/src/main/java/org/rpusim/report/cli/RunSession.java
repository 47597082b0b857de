package org.rpusim.report.cli;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Configured;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.core.Version;
import org.rpusim.report.folder.MetricsJson;
import org.rpusim.report.folder.RunFolder;
import org.rpusim.report.folder.RunFolderException;
import org.rpusim.report.folder.RunRecord;
import org.rpusim.report.folder.WallClock;
import org.rpusim.report.table.RunTable;
import org.rpusim.report.trace.TraceFile;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.data.DataSum;
import org.rpusim.workload.observation.Observations;
import org.rpusim.workload.observation.Window;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.run.Course;
import org.rpusim.workload.spec.LanguageModelSpec;
import org.rpusim.workload.spec.TrainingSpec;
import org.rpusim.workload.spec.WorkloadSpec;

/** One run of the command {@code run}: data, simulation, run folder, table. */
final class RunSession {
  private static final double NANOS = 1e9;

  /**
   * What the user gave.
   *
   * @param overrides values that were laid over both files
   * @param file what the workload's file says of the run
   * @param kernels {@code scalar}, {@code vector} or null for the best there are
   * @param trace stretch to be traced, or null
   * @param traceFile where the trace goes, or null
   * @param data folder of the data set, or null
   * @param text text file, or null
   * @param out run folder, or null for one below {@code runs}
   * @param course where a training begins and ends
   */
  record Given(
      Configured<ChipSpec> chip,
      Configured<WorkloadSpec> workload,
      Overrides overrides,
      RunFile file,
      long seed,
      int threads,
      @Nullable String kernels,
      boolean fastForward,
      @Nullable Window trace,
      @Nullable Path traceFile,
      @Nullable Path data,
      @Nullable Path text,
      @Nullable Path out,
      Progress.Style progress,
      CourseOptions.Given course) {}

  private final Backend backend;
  private final Given given;
  private final RunInput input;
  private final PrintWriter out;
  private final PrintWriter err;

  private RunSession(
      Backend backend, Given given, RunInput input, PrintWriter out, PrintWriter err) {
    this.backend = backend;
    this.given = given;
    this.input = input;
    this.out = out;
    this.err = err;
  }

  /**
   * Checks what was given and gets the data.
   *
   * @throws ConfigException if options do not go with the workload, or data are missing
   * @throws RunFolderException if the run folder cannot be made
   */
  static RunSession open(Backend backend, Given given, PrintWriter out, PrintWriter err) {
    if (given.threads() < 1) {
      throw new ConfigException(
          "--threads is " + given.threads() + ", but must be 1 or more.", "Maybe 1 is meant.");
    }
    Path wanted = given.out();
    if (wanted != null && !given.course().resume()) {
      RunFolder.at(wanted);
    }
    WorkloadSpec workload = given.workload().spec();
    if (given.course().needsTraining()
        && !(workload instanceof TrainingSpec || workload instanceof LanguageModelSpec)) {
      throw new ConfigException(
          workload.name()
              + " trains nothing: weights, checkpoints and targets mean nothing with it.",
          "Maybe another workload is meant: list shows them.");
    }
    backend.kernels(given.kernels()); // refused before data are fetched
    RunInput input =
        RunInput.load(
            backend,
            given.workload(),
            given.overrides(),
            given.data(),
            given.text(),
            sentence -> say(err, sentence));
    given.file().requireData(input.data());
    String version = given.file().version();
    if (version != null && !version.equals(Version.current())) {
      say(err, "The file is of rpusim " + version + ", this is " + Version.current() + ".");
    }
    return new RunSession(backend, given, input, out, err);
  }

  /**
   * Runs and reports.
   *
   * @param json whether {@code metrics.json} is printed instead of the table
   * @return the exit code
   */
  int run(boolean json) throws IOException {
    String kernels = kernels();
    Path place = given.out() != null ? given.out() : defaultPlace();
    try (RunCourse course = new RunCourse(given.course(), place, config(), input.data())) {
      if (course.isDone()) {
        say(err, "The run is complete already: " + place + ".");
        return ExitCode.OK;
      }
      RunFolder folder = folder();
      Course from = course.begin();
      try (Interrupt interrupt = Interrupt.listen()) {
        return runAndReport(course, from, folder, kernels, interrupt, json);
      }
    }
  }

  private static void say(PrintWriter err, String sentence) {
    err.println(sentence);
    err.flush();
  }

  private int runAndReport(
      RunCourse course,
      Course from,
      RunFolder folder,
      String kernels,
      Interrupt interrupt,
      boolean json)
      throws IOException {
    Progress progress = new Progress(given.progress(), err, System::nanoTime, interrupt::requested);
    RunRequest request =
        new RunRequest(
            given.chip().spec(),
            workload(),
            input.data(),
            given.seed(),
            given.threads(),
            kernels,
            given.fastForward(),
            given.trace(),
            from);
    long start = System.nanoTime();
    RunResult result = run(request, progress);
    if (!result.complete() && Files.exists(course.checkpoint())) {
      say(err, "Stopped; the same command with --resume goes on from " + course.checkpoint() + ".");
      return ExitCode.INTERRUPTED;
    }
    double seconds = (System.nanoTime() - start) / NANOS;
    WallClock wallClock =
        new WallClock(
            seconds,
            progress.done(),
            given.threads(),
            kernels,
            SourceOptions.path(given.data(), given.text()));
    RunRecord run = record(result, wallClock);
    Path written = folder.write(run, RunMaps.of(given.chip().spec(), workload(), result));
    writeTrace(run);
    course.finished();
    return report(run, seconds, progress.done(), written, json);
  }

  private String kernels() {
    return given.kernels() == null
        ? FastestKernels.of(given.chip().spec(), workload(), input.data())
        : backend.kernels(given.kernels());
  }

  private RunResult run(RunRequest request, Progress progress) {
    try {
      return backend.run(request, progress);
    } finally {
      progress.end();
    }
  }

  /** Prints what the run found; gives the exit code. */
  private int report(RunRecord run, double seconds, long samples, Path written, boolean json) {
    RunResult result = run.result();
    out.print(
        json
            ? MetricsJson.of(run.metrics(), result.layers())
            : RunTable.of(result, run.subtitle(), seconds, samples, written.toString()));
    out.flush();
    if (result.complete()) {
      return ExitCode.OK;
    }
    say(err, "Stopped before the end; what was done is in " + written + ", marked incomplete.");
    return ExitCode.INTERRUPTED;
  }

  private void writeTrace(RunRecord run) throws IOException {
    Observations.Seen trace = run.result().observations().trace();
    Path file = given.traceFile();
    if (trace == null || file == null) {
      return;
    }
    TraceFile.write(
        file,
        trace,
        ImmutableMap.of(
            "workload", run.workload(),
            "chip", run.chip(),
            "seed", String.valueOf(run.seed()),
            "version", run.version()));
    if (trace.timeline().truncated()) {
      say(err, "The trace holds the first part of the stretch: the rest did not fit.");
    } else if (trace.timeline().works().isEmpty()) {
      say(err, "The trace is empty: no sample began in that stretch of simulated time.");
    }
  }

  private WorkloadSpec workload() {
    return input.workload().spec();
  }

  private RunFolder folder() {
    Path wanted = given.out();
    return wanted != null
        ? RunFolder.at(wanted)
        : RunFolder.byDefault(
            Path.of(""), workload().name(), given.chip().spec().name(), given.seed());
  }

  private Path defaultPlace() {
    return RunFolder.defaultPlace(
        Path.of(""), workload().name(), given.chip().spec().name(), given.seed());
  }

  private String config() {
    return given.chip().resolution().yaml()
        + input.workload().resolution().yaml()
        + RunFile.yaml(given.seed(), input.data(), Version.current(), given.course());
  }

  private RunRecord record(RunResult result, WallClock wallClock) {
    DataSet data = input.data();
    return new RunRecord(
        workload().name(),
        given.chip().spec().name(),
        given.seed(),
        Version.current(),
        data == null
            ? null
            : new RunRecord.Data(data.name(), DataSum.sha256(data), input.fallback()),
        result,
        config(),
        wallClock);
  }
}
