package org.rpusim.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpusim.report.cli.TinySweep.Disturbed;

/** Sweeps from the command line to the files, on runs of milliseconds. */
final class SweepTest {
  @TempDir Path base = Path.of("");
  private final TinySweep tiny = new TinySweep();

  @Test
  void aResultThatAPowerFailureLeftEmptyIsRunAgain() throws IOException {
    Path folder = base.resolve("whole");
    assertThat(tiny.sweep(TinySweep.undisturbed(), TinySweep.SMALL, "--out", folder.toString()))
        .as("%s", tiny.err)
        .isZero();
    Map<String, String> whole = RunFiles.of(folder);
    Files.writeString(folder.resolve("points/p000002-seed1.json"), "");
    Disturbed again = TinySweep.undisturbed();
    assertThat(tiny.sweep(again, TinySweep.SMALL, "--resume", "--out", folder.toString()))
        .as("%s", tiny.err)
        .isZero();
    assertThat(again.runs()).hasValue(1);
    assertThat(RunFiles.of(folder)).isEqualTo(whole);
  }

  @Test
  void anyNumberOfThreadsAndAnInterruptionGiveTheSameBytes() throws IOException {
    Path one = base.resolve("one");
    assertThat(
            tiny.sweep(
                TinySweep.undisturbed(),
                TinySweep.SMALL,
                "--threads",
                "1",
                "--out",
                one.toString()))
        .as("%s", tiny.err)
        .isZero();
    Path three = base.resolve("three");
    assertThat(
            tiny.sweep(
                TinySweep.undisturbed(),
                TinySweep.SMALL,
                "--threads",
                "3",
                "--out",
                three.toString()))
        .isZero();
    Path parts = base.resolve("parts");
    Disturbed stopped = new Disturbed(new AtomicInteger(), 5, false);
    assertThat(tiny.sweep(stopped, TinySweep.SMALL, "--threads", "1", "--out", parts.toString()))
        .isEqualTo(130);
    assertThat(tiny.err.toString())
        .contains("Stopped after 5 of 12 runs; go on with: rpusim sweep");
    Disturbed rest = TinySweep.undisturbed();
    assertThat(tiny.sweep(rest, List.of("sweep", "--quiet"), "--resume", "--out", parts.toString()))
        .as("%s", tiny.err)
        .isZero();
    assertThat(rest.runs().get()).isEqualTo(7);
    Map<String, String> files = RunFiles.of(one);
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
    TinySweep.assertSameFiles(RunFiles.of(three), files);
    TinySweep.assertSameFiles(RunFiles.of(parts), files);
  }

  @Test
  void theTableHasARowARunInTheOrderOfThePlan() throws IOException {
    Path folder = base.resolve("table");
    assertThat(tiny.sweep(TinySweep.undisturbed(), TinySweep.SMALL, "--out", folder.toString()))
        .as("%s", tiny.err)
        .isZero();
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
    assertThat(tiny.sweep(failing, TinySweep.SMALL, "--threads", "1", "--out", folder.toString()))
        .isZero();
    List<String> lines = Files.readAllLines(folder.resolve("points.csv"));
    assertThat(lines.getLast()).startsWith("6,8,64,2,failed,An invented misfit.,,");
    assertThat(tiny.out.toString())
        .contains("1 of them failed", "Failed, 1 run: An invented misfit.");
    assertThat(tiny.err.toString())
        .contains("p000006, seed 2 failed. An invented misfit.")
        .doesNotContain("ConfigException");
    assertThat(Files.readString(folder.resolve("report.html")))
        .contains("An invented misfit.", "Varied: adc.bits = 6..8; tile.rows = 16, 64.")
        .doesNotContain("ConfigException");
  }

  @Test
  void everyDesignRunsFromAFileThatTheFolderKeeps() throws IOException {
    for (String design : List.of("random", "latin-hypercube", "sobol")) {
      Path folder = base.resolve(design);
      assertThat(
              tiny.sweep(
                  TinySweep.undisturbed(),
                  TinySweep.SMALL,
                  "--design",
                  design,
                  "--points",
                  "5",
                  "--out",
                  folder.toString()))
          .as("%s", tiny.err)
          .isZero();
      Path again = base.resolve(design + "-again");
      assertThat(
              tiny.sweep(
                  TinySweep.undisturbed(),
                  List.of("sweep", "--quiet", folder.resolve("sweep.yaml").toString()),
                  "--out",
                  again.toString()))
          .as("%s", tiny.err)
          .isZero();
      TinySweep.assertSameFiles(RunFiles.of(again), RunFiles.of(folder));
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
    assertThat(
            tiny.sweep(
                TinySweep.undisturbed(),
                List.of("sweep", study.toString()),
                "--out",
                folder.toString()))
        .as("%s", tiny.err)
        .isZero();
    Map<String, String> before = RunFiles.of(folder);
    assertThat(before.get("report.html")).contains("&lt;b&gt;small").doesNotContain("<b>small");
    assertThat(before.get("pareto.csv"))
        .startsWith("point,label,tile.rows,adc.bits,seeds,throughput.sustainedGigaOpsPerSecond,");
    Files.delete(folder.resolve("report.html"));
    assertThat(tiny.sweep(TinySweep.undisturbed(), List.of("report", folder.toString()))).isZero();
    TinySweep.assertSameFiles(RunFiles.of(folder), before);
  }
}
