package org.rpusim.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.spec.TrainingSpec;

/** The command line with the simulator itself behind it, on the embedded digits. */
final class WholeRunTest {
  private static final String WALL_CLOCK = "wallclock.json";

  /** The simulator, with somebody who presses Ctrl-C after some work. */
  private record Stopping(long afterWork) implements Backend {
    private static final Backend SIMULATOR = new SimulatorBackend();

    @Override
    public DataSet data(TrainingSpec workload, @Nullable Path folder, Consumer<String> notice) {
      return SIMULATOR.data(workload, folder, notice);
    }

    @Override
    public String kernels(@Nullable String wanted) {
      return SIMULATOR.kernels(wanted);
    }

    @Override
    public RunResult run(RunRequest request, RunListener listener) {
      RunListener stopping =
          new RunListener() {
            private long done;

            @Override
            public void progress(long nowDone, long total) {
              done = nowDone;
            }

            @Override
            public boolean stopRequested() {
              return done >= afterWork;
            }
          };
      return SIMULATOR.run(request, stopping);
    }
  }

  @TempDir Path base = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Backend backend, String... arguments) {
    return new Cli(new PrintWriter(out), new PrintWriter(err), backend).execute(arguments);
  }

  private int train(Backend backend, Path folder, String... more) {
    String[] first = {
      "run", "mlp-digits", "--epochs", "2", "--samples", "60", "--quiet", "--out", folder.toString()
    };
    return run(backend, Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new));
  }

  @Test
  void theSameSeedGivesTheSameBytesForAnyKernelsAndThreads() throws IOException {
    List<List<String>> ways =
        List.of(
            List.of("--kernels", "scalar"),
            List.of("--kernels", "scalar"),
            List.of("--kernels", "vector", "--threads", "2"));
    for (int i = 0; i < ways.size(); i++) {
      int code =
          train(
              new SimulatorBackend(), base.resolve("run" + i), ways.get(i).toArray(String[]::new));
      assertThat(code).as("%s", err).isZero();
    }
    Map<String, String> first = RunFiles.of(base.resolve("run0"));
    assertThat(first)
        .containsKeys("config.yaml", "metrics.json", "epochs.csv", "layers.csv", "components.csv")
        .doesNotContainKey(WALL_CLOCK);
    for (int i = 1; i < ways.size(); i++) {
      Map<String, String> other = RunFiles.of(base.resolve("run" + i));
      assertThat(other.keySet()).isEqualTo(first.keySet());
      first.forEach((name, bytes) -> assertThat(bytes.equals(other.get(name))).as(name).isTrue());
    }
    assertThat(base.resolve("run0").resolve(WALL_CLOCK)).exists();
  }

  @Test
  void aRunIsRepeatedByteForByteFromItsConfiguration() throws IOException {
    Path first = base.resolve("a");
    assertThat(
            train(
                new SimulatorBackend(),
                first,
                "--chip",
                "gokmen2016-design3",
                "--seed",
                "5",
                "--set",
                "tile.rows=40",
                "--kernels",
                "scalar"))
        .as("%s", err)
        .isZero();
    String config = first.resolve("config.yaml").toString();
    Path second = base.resolve("b");
    assertThat(
            run(
                new SimulatorBackend(),
                "run",
                config,
                "--kernels",
                "scalar",
                "--out",
                second.toString()))
        .as("%s", err)
        .isZero();
    assertThat(RunFiles.of(second).get("metrics.json"))
        .isEqualTo(RunFiles.of(first).get("metrics.json"));
    assertThat(RunFiles.of(second).get("config.yaml"))
        .isEqualTo(RunFiles.of(first).get("config.yaml"));
  }

  @Test
  void aNetworkRunsOnACluster() {
    Path folder = base.resolve("out");
    String[] run = {
      "run", "dnn-1g", "--chip", "gokmen2016-cluster-design2", "--quiet", "--out", folder.toString()
    };
    assertThat(run(new SimulatorBackend(), run)).as("%s", err).isZero();
    assertThat(folder.resolve("metrics.json")).content().contains("\"chips\" : 1192");
  }

  @Test
  void theMetricsAreTheContractedOnes() throws IOException {
    Path folder = base.resolve("out");
    assertThat(train(new SimulatorBackend(), folder)).as("%s", err).isZero();
    String json = Files.readString(folder.resolve("metrics.json"));
    assertThat(json)
        .contains(
            "\"testErrorPercent\"",
            "\"trainLoss\"",
            "\"simulatedSeconds\"",
            "\"totalJoules\"",
            "\"byComponent\"",
            "\"chipSquareMillimetres\"",
            "\"averageWatts\"",
            "\"peakGigaOpsPerSecond\"",
            "\"sustainedGigaOpsPerSecond\"",
            "\"peakGigaOpsPerSecondPerWatt\"",
            "\"sustainedGigaOpsPerSecondPerWatt\"",
            "\"gigaUpdatesPerSecond\"",
            "\"delayProductJouleSeconds\"",
            "\"acceleration\"",
            "\"retries\"",
            "\"coincidences\"",
            "\"utilisation\"",
            "\"stalls\"",
            "\"events\"",
            "\"seed\" : 1",
            "\"version\"",
            "\"complete\" : true");
    assertThat(Files.readAllLines(folder.resolve("epochs.csv"))).hasSize(1 + 2);
  }

  /** 60 + 359 samples an epoch: the stop comes within the second one's training. */
  @Test
  void aStopLeavesAValidFolderThatSaysSo() throws IOException {
    Path folder = base.resolve("out");
    assertThat(train(new Stopping(430), folder)).isEqualTo(130);
    assertThat(err.toString())
        .contains("Stopped before the end; what was done is in " + folder + ", marked incomplete.");
    assertThat(RunFiles.of(folder).get("metrics.json")).contains("\"complete\" : false");
    assertThat(Files.readAllLines(folder.resolve("epochs.csv"))).hasSize(1 + 1);
    assertThat(RunFiles.of(folder).keySet()).anyMatch(name -> name.endsWith(".png"));
  }

  @Test
  void aStopBeforeTheFirstEpochEndsLeavesAValidFolderToo() throws IOException {
    Path folder = base.resolve("out");
    assertThat(train(new Stopping(1), folder)).as("%s", err).isEqualTo(130);
    assertThat(RunFiles.of(folder).get("metrics.json"))
        .contains("\"complete\" : false")
        .doesNotContain("NaN", "Infinity");
  }

  @Test
  void aNetworkThatDoesNotFitIsWrongInputAndLeavesNothing() {
    Path folder = base.resolve("out");
    int code =
        train(
            new SimulatorBackend(),
            folder,
            "--set",
            "tile.rows=16",
            "tile.columns=16",
            "adc.linesPerConverter=16",
            "chip.tiles=3");
    assertThat(code).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo(
            "The network does not fit the chip: its 4,810 weights need 25 tiles of 16 x 16,"
                + " and gokmen2016-design2 has 3.\n"
                + "Maybe --set chip.tiles=25, or larger tiles.\n");
    assertThat(base).isEmptyDirectory();
  }

  @Test
  void theSaturationRunNeedsNoData() throws IOException {
    Path folder = base.resolve("out");
    int code =
        run(
            new SimulatorBackend(),
            "run",
            "stream-reads",
            "--set",
            "workload.readsPerTile=200",
            "--quiet",
            "--out",
            folder.toString());
    assertThat(code).as("%s", err).isZero();
    assertThat(RunFiles.of(folder).get("metrics.json")).contains("\"complete\" : true");
  }
}
