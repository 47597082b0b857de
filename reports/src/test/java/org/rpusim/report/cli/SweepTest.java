package org.rpusim.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.spec.TrainingSpec;

/** Sweeps from the command line to the files, on runs of milliseconds. */
final class SweepTest {
  private static final List<String> SMALL =
      List.of(
          "sweep",
          "--quiet",
          "--workload",
          "stream-reads",
          "--set",
          "chip.tiles=1",
          "workload.readsPerTile=3",
          "workload.rows=8",
          "workload.columns=8",
          "--vary",
          "adc.bits=6..8",
          "--vary",
          "tile.rows=16,64",
          "--seeds",
          "2");

  @TempDir Path base = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** The simulator, disturbed after some runs. */
  private record Disturbed(AtomicInteger runs, int after, boolean fail) implements Backend {
    @Override
    public DataSet data(TrainingSpec workload, @Nullable Path folder, Consumer<String> notice) {
      return new SimulatorBackend().data(workload, folder, notice);
    }

    @Override
    public String kernels(@Nullable String wanted) {
      return "scalar";
    }

    @Override
    public RunResult run(RunRequest request, RunListener listener) {
      boolean disturb = runs.getAndIncrement() >= after;
      if (disturb && fail) {
        throw new ConfigException("An invented misfit.", "Maybe not.");
      }
      RunResult result = new SimulatorBackend().run(request, listener);
      return disturb
          ? new RunResult(result.metrics(), result.epochs(), result.components(), false)
          : result;
    }
  }

  private int sweep(Backend backend, List<String> arguments, String... more) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of(more));
    return new Cli(new PrintWriter(out), new PrintWriter(err), backend)
        .execute(all.toArray(String[]::new));
  }

  private static Disturbed undisturbed() {
    return new Disturbed(new AtomicInteger(), Integer.MAX_VALUE, false);
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        if (!name.equals("wallclock.json")) {
          files.put(name, Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    }
    return files;
  }

  @Test
  void aResultThatAPowerFailureLeftEmptyIsRunAgain() throws IOException {
    Path folder = base.resolve("whole");
    assertThat(sweep(undisturbed(), SMALL, "--out", folder.toString())).as("%s", err).isZero();
    Map<String, String> whole = files(folder);
    Files.writeString(folder.resolve("points/p000002-seed1.json"), "");
    Disturbed again = undisturbed();
    assertThat(sweep(again, SMALL, "--resume", "--out", folder.toString())).as("%s", err).isZero();
    assertThat(again.runs()).hasValue(1);
    assertThat(files(folder)).isEqualTo(whole);
  }

  @Test
  void anyNumberOfThreadsAndAnInterruptionGiveTheSameBytes() throws IOException {
    Path one = base.resolve("one");
    assertThat(sweep(undisturbed(), SMALL, "--threads", "1", "--out", one.toString()))
        .as("%s", err)
        .isZero();
    Path three = base.resolve("three");
    assertThat(sweep(undisturbed(), SMALL, "--threads", "3", "--out", three.toString())).isZero();
    Path parts = base.resolve("parts");
    Disturbed stopped = new Disturbed(new AtomicInteger(), 5, false);
    assertThat(sweep(stopped, SMALL, "--threads", "1", "--out", parts.toString())).isEqualTo(130);
    assertThat(err.toString()).contains("Stopped after 5 of 12 runs; go on with: rpusim sweep");
    Disturbed rest = undisturbed();
    assertThat(sweep(rest, List.of("sweep", "--quiet"), "--resume", "--out", parts.toString()))
        .as("%s", err)
        .isZero();
    assertThat(rest.runs().get()).isEqualTo(7);
    Map<String, String> files = files(one);
    assertThat(files)
        .containsKeys(
            "points.csv",
            "pareto.csv",
            "report.html",
            "sweep.yaml",
            "charts/front.svg",
            "charts/responses.png",
            "points/p000001-seed1.json",
            "points/p000006-seed2.json");
    assertSameFiles(files(three), files);
    assertSameFiles(files(parts), files);
  }

  private static void assertSameFiles(Map<String, String> actual, Map<String, String> expected) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    expected.forEach((name, bytes) -> assertThat(bytes.equals(actual.get(name))).as(name).isTrue());
  }

  @Test
  void theTableHasARowARunInTheOrderOfThePlan() throws IOException {
    Path folder = base.resolve("table");
    assertThat(sweep(undisturbed(), SMALL, "--out", folder.toString())).as("%s", err).isZero();
    List<String> lines = Files.readAllLines(folder.resolve("points.csv"));
    assertThat(lines).hasSize(1 + 12);
    assertThat(lines.getFirst())
        .startsWith("point,adc.bits,tile.rows,seed,status,reason,")
        .contains(",energy.totalJoules,", ",time.simulatedSeconds");
    assertThat(lines.get(1)).startsWith("1,6,16,1,done,,");
    assertThat(lines.get(2)).startsWith("1,6,16,2,done,,");
    assertThat(lines.get(4)).startsWith("2,6,64,2,done,,");
    assertThat(lines.get(12)).startsWith("6,8,64,2,done,,");
  }

  @Test
  void aFailingPointIsRecordedWithItsReasonAndTheRestIsThere() throws IOException {
    Path folder = base.resolve("failing");
    Disturbed failing = new Disturbed(new AtomicInteger(), 11, true);
    assertThat(sweep(failing, SMALL, "--threads", "1", "--out", folder.toString())).isZero();
    List<String> lines = Files.readAllLines(folder.resolve("points.csv"));
    assertThat(lines.getLast()).startsWith("6,8,64,2,failed,An invented misfit.,,");
    assertThat(out.toString()).contains("1 of them failed", "Failed, 1 run: An invented misfit.");
    assertThat(Files.readString(folder.resolve("report.html"))).contains("An invented misfit.");
  }

  @Test
  void wrongInputIsOneSentenceBeforeAnythingRuns() {
    assertWrong("the value 6 of adc.bitz is wrong: adc.bitz is no key", "--vary", "adc.bitz=6..9");
    assertWrong("the value 99 of adc.bits is wrong: adc.bits is 99", "--vary", "adc.bits=6,99");
    assertWrong("--vary names adc.bits twice.", "--vary", "adc.bits=6", "--vary", "adc.bits=7");
    assertWrong(
        "adc.bits is varied, and is set to 7", "--vary", "adc.bits=6..8", "--set", "adc.bits=7");
    assertWrong("A sweep needs a key that is varied.");
    assertWrong("--design is sobel", "--vary", "adc.bits=6..8", "--design", "sobel");
    assertWrong("a grid or list has the points it has", "--vary", "adc.bits=6..8", "--points", "9");
    assertWrong("The objective energy is no path", "--vary", "adc.bits=6", "--objective", "energy");
    assertWrong("Maybe a range is meant: adc.bits=6..10", "--vary", "adc.bits=6-10");
    assertWrong("Maybe the end of a range is missing: adc.bits=6..", "--vary", "adc.bits=6..");
    assertWrong("Maybe dac.bits or adc.bits is meant.", "--vary", "bits=6..8");
    assertWrong("--sample-seed is -1", "--vary", "adc.bits=6..8", "--sample-seed", "-1");
    assertWrong(
        "The objective energy.total is no figure of metrics.json",
        "--vary",
        "adc.bits=6..8",
        "--objective",
        "energy.total");
    assertThat(base.resolve("wrong")).doesNotExist();
  }

  @Test
  void aKeyOfTheWorkloadAtTheTopOfAFileIsToldWhereItBelongs() throws IOException {
    Path file = base.resolve("mine.yaml");
    Files.writeString(file, "workload: mlp-digits\nepochs: 3\nvary: {adc.bits: 6..8}\n");
    assertThat(sweep(undisturbed(), List.of("sweep", file.toString()))).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo(
            file
                + ":2: epochs is no key of a sweep; those of chip and workload stand under set or"
                + " vary.\nMaybe write set: {workload.epochs: …}, or vary: {workload.epochs: …}.\n");
  }

  @Test
  void goingOnNeedsTheFolderOfASweep() {
    assertThat(sweep(undisturbed(), List.of("sweep", "--resume"))).isEqualTo(2);
    assertThat(err.toString()).startsWith("--resume goes on in a folder, and none is given.");
    assertThat(sweep(undisturbed(), List.of("sweep", "--resume", "--out", base.toString())))
        .isEqualTo(2);
    assertThat(err.toString()).contains(base + " is no folder of a sweep: it has no sweep.yaml.");
  }

  private void assertWrong(String sentence, String... arguments) {
    err.getBuffer().setLength(0);
    List<String> all = new ArrayList<>(List.of("sweep", "--workload", "stream-reads"));
    all.addAll(List.of("--out", base.resolve("wrong").toString()));
    all.addAll(List.of(arguments));
    Disturbed backend = undisturbed();
    assertThat(sweep(backend, all)).isEqualTo(2);
    assertThat(err.toString()).contains(sentence).contains("\nMaybe ");
    assertThat(backend.runs().get()).isZero();
  }

  @Test
  void anotherSweepDoesNotGoOnInTheFolder() {
    Path folder = base.resolve("first");
    assertThat(sweep(undisturbed(), SMALL, "--out", folder.toString())).isZero();
    assertThat(
            sweep(
                undisturbed(),
                SMALL,
                "--vary",
                "dac.bits=5,7",
                "--resume",
                "--out",
                folder.toString()))
        .isEqualTo(2);
    assertThat(err.toString()).contains("holds another sweep, as its sweep.yaml says.");
  }

  @Test
  void everyDesignRunsFromAFileThatTheFolderKeeps() throws IOException {
    for (String design : List.of("random", "latin-hypercube", "sobol")) {
      Path folder = base.resolve(design);
      assertThat(
              sweep(
                  undisturbed(),
                  SMALL,
                  "--design",
                  design,
                  "--points",
                  "5",
                  "--out",
                  folder.toString()))
          .as("%s", err)
          .isZero();
      Path again = base.resolve(design + "-again");
      assertThat(
              sweep(
                  undisturbed(),
                  List.of("sweep", "--quiet", folder.resolve("sweep.yaml").toString()),
                  "--out",
                  again.toString()))
          .as("%s", err)
          .isZero();
      assertSameFiles(files(again), files(folder));
    }
  }

  @Test
  void aListOfPointsAndTheReportAgainGiveTheSameBytes() throws IOException {
    Path study = base.resolve("list.yaml");
    Files.writeString(
        study,
        """
        workload: stream-reads
        set: {chip.tiles: 1, workload.readsPerTile: 3, workload.rows: 8, workload.columns: 8}
        points:
          - {label: "<b>small</b>", tile.rows: 16, adc.bits: 6}
          - {label: large, tile.rows: 64, adc.bits: 9}
        objectives: [max:throughput.sustainedGigaOpsPerSecond, energy.totalJoules]
        """);
    Path folder = base.resolve("list");
    assertThat(sweep(undisturbed(), List.of("sweep", study.toString()), "--out", folder.toString()))
        .as("%s", err)
        .isZero();
    Map<String, String> before = files(folder);
    assertThat(before.get("report.html")).contains("&lt;b&gt;small").doesNotContain("<b>small");
    assertThat(before.get("pareto.csv"))
        .startsWith("point,label,tile.rows,adc.bits,seeds,throughput.sustainedGigaOpsPerSecond,");
    Files.delete(folder.resolve("report.html"));
    assertThat(sweep(undisturbed(), List.of("report", folder.toString()))).isZero();
    assertSameFiles(files(folder), before);
  }
}
