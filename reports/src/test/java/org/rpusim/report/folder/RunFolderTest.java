package org.rpusim.report.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpusim.core.stats.Metrics;
import org.rpusim.report.MadeUpRun;
import org.rpusim.workload.result.RunResult;

final class RunFolderTest {
  @TempDir Path base = Path.of("");

  @Test
  void aTrainingRunLeavesExactlyTheseFiles() throws IOException {
    Path folder = RunFolder.at(base.resolve("out")).write(training(30.0));
    assertThat(contents(folder).keySet())
        .containsExactly(
            "charts/efficiency.png",
            "charts/efficiency.svg",
            "charts/energy.png",
            "charts/energy.svg",
            "charts/stalls.png",
            "charts/stalls.svg",
            "charts/test-error.png",
            "charts/test-error.svg",
            "charts/utilisation.png",
            "charts/utilisation.svg",
            "components.csv",
            "config.yaml",
            "epochs.csv",
            "metrics.json",
            "report.html",
            "wallclock.json");
  }

  @Test
  void theSameRunGivesTheSameBytesInAllButTheWallClock() throws IOException {
    Map<String, String> first = contents(RunFolder.at(base.resolve("a")).write(training(30.0)));
    Map<String, String> second = contents(RunFolder.at(base.resolve("b")).write(training(31.0)));
    assertThat(first.remove("wallclock.json")).isNotEqualTo(second.remove("wallclock.json"));
    assertThat(first).isEqualTo(second);
  }

  @Test
  void nothingIsLeftBesideTheFolder() throws IOException {
    RunFolder.at(base.resolve("out")).write(training(30.0));
    try (Stream<Path> files = Files.list(base)) {
      assertThat(files).containsExactly(base.resolve("out"));
    }
  }

  @Test
  void aRunThatCannotBeWrittenLeavesNothing() throws IOException {
    RunFolder folder = RunFolder.at(base.resolve("out"));
    RunResult good = MadeUpRun.timingOnly(1);
    Metrics clash = Metrics.builder().put("run.complete.really", true).build();
    RunRecord broken =
        MadeUpRun.record(new RunResult(clash, good.epochs(), good.components(), true), 1);
    assertThatThrownBy(() -> folder.write(broken)).isInstanceOf(IllegalStateException.class);
    try (Stream<Path> files = Files.list(base)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aStoppedRunIsMarked() throws IOException {
    RunRecord stopped = MadeUpRun.record(MadeUpRun.training(2, 1, false), 1);
    Path folder = RunFolder.at(base.resolve("out")).write(stopped);
    assertThat(folder.resolve("metrics.json"))
        .content()
        .contains("\"run\" : {\n    \"chip\" : \"gokmen2016-design2\",\n    \"complete\" : false");
    assertThat(folder.resolve("charts/test-error.svg"))
        .content()
        .contains("stopped before its end");
  }

  @Test
  void defaultNamesAreNumbered() throws IOException {
    RunRecord run = MadeUpRun.record(MadeUpRun.timingOnly(1), 1);
    for (String name : new String[] {"mlp-x-7", "mlp-x-7-2", "mlp-x-7-3"}) {
      Path folder = RunFolder.byDefault(base, "mlp", "x", 7).write(run);
      assertThat(folder).isEqualTo(base.resolve("runs").resolve(name));
    }
  }

  @Test
  void aFolderThatExistsIsRefused() throws IOException {
    Path taken = Files.createDirectory(base.resolve("taken"));
    assertThatThrownBy(() -> RunFolder.at(taken))
        .isInstanceOf(RunFolderException.class)
        .hasMessage(
            "The run folder " + taken + " exists already; a run never writes over another one.");
  }

  @Test
  void aFolderBelowAFileIsRefused() throws IOException {
    Path file = Files.createFile(base.resolve("file"));
    assertThatThrownBy(() -> RunFolder.at(file.resolve("out")))
        .isInstanceOf(RunFolderException.class)
        .hasMessage(
            "The run folder "
                + file.resolve("out")
                + " cannot be made, because "
                + file
                + " is not a folder.");
  }

  @Test
  void aFolderWhereNothingMayBeWrittenIsRefused() {
    Path closed = Path.of("/proc/rpusim-out");
    assumeTrue(Files.isDirectory(Path.of("/proc")));
    assertThatThrownBy(() -> RunFolder.at(closed))
        .isInstanceOf(RunFolderException.class)
        .hasMessage(
            "The run folder /proc/rpusim-out cannot be made, because /proc is not writable.");
  }

  private static RunRecord training(double wallSeconds) {
    return MadeUpRun.record(MadeUpRun.training(30, 3, true), wallSeconds);
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> contents.put(folder.relativize(file).toString(), read(file)));
    }
    return contents;
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
