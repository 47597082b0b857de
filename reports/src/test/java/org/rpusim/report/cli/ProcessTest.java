package org.rpusim.report.cli;

import static java.lang.ProcessBuilder.Redirect.DISCARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpusim.chip.config.Overrides;
import org.rpusim.workload.preset.WorkloadPresets;
import org.rpusim.workload.spec.LanguageModelSpec;
import org.rpusim.workload.spec.StreamReadsSpec;
import org.rpusim.workload.spec.TimingSpec;
import org.rpusim.workload.spec.TrainingSpec;

/** What only a process of its own can show: Ctrl-C, and which classes a command loads. */
final class ProcessTest {
  @TempDir Path base = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"--help", "list", "show gokmen2016-design2", "check CHIP"})
  void commandsThatComputeNothingLoadNoArraysChartsOrVectors(String command)
      throws IOException, InterruptedException {
    Path chip = Files.writeString(base.resolve("chip.yaml"), "extends: gokmen2016-design1\n");
    List<String> line = java(Main.class.getName());
    line.add(1, "-Xlog:class+load:file=" + base.resolve("classes"));
    line.addAll(List.of(command.replace("CHIP", chip.toString()).split(" ")));
    Process process = start(line);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(Files.readString(base.resolve("classes")))
        .contains("org.rpusim.report.cli.Cli ")
        .doesNotContain("org.rpusim.chip.array", "jdk.incubator.vector", "org.jfree", "java.awt");
  }

  @Test
  void ctrlCLeavesAMarkedFolderAndExitCode130() throws IOException, InterruptedException {
    Path kill = Path.of("/bin/kill");
    assumeTrue(Files.isExecutable(kill));
    Path folder = base.resolve("out");
    List<String> line = heedingInterrupts();
    line.addAll(java(FakeBackend.class.getName()));
    line.addAll(List.of("run", "mlp-digits", "--out", folder.toString()));
    Process process = start(line);
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(output.readLine()).isEqualTo("running");
      new ProcessBuilder(kill.toString(), "-INT", String.valueOf(process.pid())).start().waitFor();
      boolean ended = process.waitFor(60, TimeUnit.SECONDS);
      if (!ended) {
        process.destroyForcibly();
      }
      assertThat(ended).as("SIGINT ends it").isTrue();
      assertThat(output.lines())
          .contains(
              "Stopped before the end; what was done is in " + folder + ", marked incomplete.");
    }
    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(folder.resolve("metrics.json")).content().contains("\"complete\" : false");
    assertThat(folder.resolve("charts/energy.png")).exists();
  }

  /**
   * What is put before a command so that it heeds SIGINT where this process was started to ignore
   * it, as behind nohup; nothing where the system's {@code env} cannot.
   */
  static List<String> heedingInterrupts() throws IOException, InterruptedException {
    List<String> prefix = List.of("/usr/bin/env", "--default-signal=INT");
    if (!Files.isExecutable(Path.of(prefix.getFirst()))) {
      return new ArrayList<>();
    }
    List<String> trial = new ArrayList<>(prefix);
    trial.add("true");
    Process process =
        new ProcessBuilder(trial).redirectErrorStream(true).redirectOutput(DISCARD).start();
    return process.waitFor() == 0 ? new ArrayList<>(prefix) : new ArrayList<>();
  }

  @Test
  void aFullStandardOutputIsToldInASentence() throws IOException, InterruptedException {
    assumeTrue(Files.exists(Path.of("/dev/full")));
    List<String> line = behind("exec \"$0\" \"$@\" >/dev/full");
    line.add("list");
    Process process = start(line);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(base.resolve("errors"))
        .content()
        .matches("Standard output cannot be written: [^\\n]+\\.\\nMaybe make room there[^\\n]+\\n");
    assertThat(process.exitValue()).isEqualTo(2);
  }

  @Test
  void aReaderThatHasSeenEnoughIsNoFault() throws IOException, InterruptedException {
    List<String> line = behind("set -o pipefail; \"$0\" \"$@\" | true");
    line.add("list");
    Process process = start(line);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(base.resolve("errors")).isEmptyFile();
    assertThat(process.exitValue()).isZero();
  }

  @Test
  void aStoppedBenchPrintsWhatItMeasured() throws IOException, InterruptedException {
    List<String> line = java(Main.class.getName());
    line.addAll(List.of("bench", "mesh-100", "engine", "mlp-baseline", "--json"));
    Process process = start(line);
    while (process.isAlive() && !Files.readString(base.resolve("errors")).contains("engine …")) {
      Thread.sleep(50);
    }
    process.toHandle().destroy(); // leaves the streams open
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .matches("\\[ \\{\\s+\"name\" : \"mesh-100\",[^{}]+\"events/s\"\\s+} ]\\s+");
    assertThat(base.resolve("errors")).content().endsWith("Stopped after 1 of 3 benchmarks.\n");
    assertThat(process.exitValue()).isEqualTo(143);
  }

  /** The program behind a command of the shell. */
  private static List<String> behind(String command) {
    Path shell = Path.of("/bin/bash");
    assumeTrue(Files.isExecutable(shell));
    List<String> line = new ArrayList<>(List.of(shell.toString(), "-c", command));
    line.addAll(java(Main.class.getName()));
    return line;
  }

  /** A process that may not write files of over 8 kB stands for a disk that is full. */
  @Test
  void aFullDiskIsToldInASentenceAndLeavesNothing() throws IOException, InterruptedException {
    for (String every : new String[] {"20", "1000000"}) {
      Path folder = base.resolve("out" + every);
      List<String> line = java(Main.class.getName());
      line.addAll(List.of("run", "mlp-digits", "--epochs=1", "--samples=40", "--kernels=scalar"));
      line.addAll(List.of("--quiet", "--checkpoint-every=" + every, "--out", folder.toString()));
      assertRunsOutOfRoom(line, 8);
      assertThat(folder).doesNotExist();
      try (Stream<Path> left = Files.list(base)) {
        assertThat(left.map(file -> String.valueOf(file.getFileName()))).containsExactly("errors");
      }
    }
  }

  /** What is done stays, and nothing half-written; with room again the sweep goes on. */
  @Test
  void aFullDiskEndsASweepThatGoesOnLater() throws IOException, InterruptedException {
    Path folder = base.resolve("out");
    List<String> sweep = java(Main.class.getName());
    sweep.addAll(List.of("sweep", "--workload=stream-reads", "--vary=adc.bits=6,8", "--quiet"));
    sweep.addAll(List.of("--set", "chip.tiles=1", "workload.readsPerTile=3"));
    sweep.addAll(List.of("workload.rows=8", "workload.columns=8", "--out", folder.toString()));
    for (int kilobytes : new int[] {1, 8}) { // a point does not fit, or the page
      List<String> line = new ArrayList<>(sweep);
      line.addAll(kilobytes == 8 ? List.of("--resume") : List.of());
      assertRunsOutOfRoom(line, kilobytes);
      assertThat(folder.resolve("report.html")).doesNotExist();
    }
    try (Stream<Path> points = Files.list(folder.resolve("points"))) {
      assertThat(points).hasSize(2).allMatch(file -> file.toString().endsWith(".json"));
    }
    sweep.add("--resume");
    Process process = start(sweep);
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(base.resolve("errors"))).isZero();
    assertThat(Files.readString(base.resolve("errors"))).contains("of which 2 are done");
    assertThat(folder.resolve("report.html")).exists();
  }

  @Test
  void aFullDiskLeavesNoHalfOfAPicture() throws IOException, InterruptedException {
    Path folder = base.resolve("out");
    List<String> line = java(Main.class.getName());
    line.addAll(List.of("map", "alexnet", "--out", folder.toString()));
    assertRunsOutOfRoom(line, 8);
    assertThat(Files.readString(base.resolve("errors")))
        .contains("floor-plan.png cannot be written or read: ");
    assertThat(folder).isEmptyDirectory();
  }

  /** A process that may write no larger file ends with a sentence that says so. */
  private void assertRunsOutOfRoom(List<String> javaLine, int kilobytes)
      throws IOException, InterruptedException {
    Path shell = Path.of("/bin/bash");
    assumeTrue(Files.isExecutable(shell));
    List<String> line =
        new ArrayList<>(
            List.of(shell.toString(), "-c", "ulimit -f " + kilobytes + "; exec \"$0\" \"$@\""));
    line.addAll(javaLine);
    line.add(4, "-XX:-UsePerfData"); // behind java itself: a file that would be too large
    Process process = start(line);
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(base.resolve("errors")))
        .contains(" cannot be written or read: ", "\nMaybe make room there")
        .doesNotContain("\tat ");
    assertThat(process.exitValue()).isEqualTo(2);
  }

  /** The launcher starts these with options for runs that are soon over. */
  @Test
  void theLauncherKnowsEveryNetworkWithoutNumbers() throws IOException {
    String launcher = Files.readString(Path.of("..", "rpusim"));
    for (String name : WorkloadPresets.names()) {
      boolean trains =
          switch (WorkloadPresets.load(name, Overrides.NONE).spec()) {
            case TrainingSpec training -> true;
            case LanguageModelSpec language -> true;
            case TimingSpec timing -> false;
            case StreamReadsSpec reads -> false;
          };
      assertThat(
              launcher
                  .lines()
                  .anyMatch(line -> line.matches(".*[ |]" + name + "[ |)].* return 0 ;;")))
          .as(name)
          .isEqualTo(!trains);
    }
  }

  private static List<String> java(String main) {
    return new ArrayList<>(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path"),
            main));
  }

  private Process start(List<String> line) throws IOException {
    Path errors = base.resolve("errors");
    return new ProcessBuilder(line).redirectError(errors.toFile()).start();
  }
}
