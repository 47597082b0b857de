package org.rpusim.report.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.report.folder.FolderLock;

/** Sweeps of every kind of workload. */
final class SweepKindsTest {
  @TempDir Path base = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int sweep(Path folder, String... arguments) {
    List<String> line = new ArrayList<>(List.of("sweep", "--quiet", "--threads", "1"));
    line.addAll(List.of("--out", folder.toString()));
    line.addAll(List.of(arguments));
    return new Cli(new PrintWriter(out), new PrintWriter(err), new SimulatorBackend())
        .execute(line.toArray(String[]::new));
  }

  /** A table without quoted cells, row by row. */
  private static List<List<String>> rows(Path file) throws IOException {
    return Files.readAllLines(file).stream().map(line -> List.of(line.split(",", -1))).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mlp-digits", "cnn-digits", "lstm-grammar"})
  void tileSizesAreComparedForEveryKindOfTraining(String workload) throws IOException {
    Path folder = base.resolve("out");
    int code =
        sweep(
            folder,
            "tile-sizing",
            "--workload=" + workload,
            "--vary=tile.rows=512",
            "--vary=tile.columns=64,512",
            "--epochs=1",
            "--samples=" + (workload.equals("lstm-grammar") ? 200 : 10),
            "--set="
                + (workload.equals("lstm-grammar") ? "workload.characters=1000" : "adc.bits=9"));
    assertThat(code).as("%s", err).isZero();
    List<List<String>> points = rows(folder.resolve("points.csv"));
    assertThat(points).hasSize(1 + 3 * 2);
    int status = points.getFirst().indexOf("status");
    assertThat(points.subList(1, 7)).allMatch(row -> row.get(status).equals("done"));
    assertThat(rows(folder.resolve("pareto.csv")).getFirst())
        .contains("accuracy.testErrorPercent", "area.chipSquareMillimetres");
    assertThat(out.toString()).contains("equal tiles", "equal weights", "equal area");
    assertThat(folder.resolve("charts/tile-sizing.png")).exists();
  }

  @Test
  void whereNothingIsTrainedTheFrontIsOfTheRest() throws IOException {
    Path folder = base.resolve("out");
    assertThat(sweep(folder, "tile-sizing", "--workload=alexnet", "--vary=tile.rows=1024,4096"))
        .as("%s", err)
        .isZero();
    List<List<String>> front = rows(folder.resolve("pareto.csv"));
    assertThat(front).hasSizeGreaterThan(1);
    assertThat(front.getFirst())
        .contains("time.simulatedSeconds")
        .doesNotContain("accuracy.testErrorPercent");
  }

  @Test
  void aTextIsSweptOver() throws IOException {
    Path text = Files.writeString(base.resolve("text"), "tick tock, said the clock. ".repeat(40));
    Path folder = base.resolve("out");
    String[] definition = {
      "--workload=lstm2-64",
      "--vary=dac.bits=3,7",
      "--set=workload.epochs=1",
      "--samples=200",
      "--seeds=2"
    };
    List<String> without = new ArrayList<>(List.of(definition));
    without.add("--set=workload.text=file");
    assertThat(sweep(folder, without.toArray(String[]::new))).isEqualTo(2);
    assertThat(err.toString()).contains("there is no --text FILE");
    assertThat(folder).doesNotExist();
    List<String> withText = new ArrayList<>(List.of(definition));
    withText.add("--text=" + text);
    assertThat(sweep(folder, withText.toArray(String[]::new))).as("%s", err).isZero();
    assertThat(rows(folder.resolve("points.csv"))).hasSize(1 + 2 * 2);
    assertThat(out.toString()).contains(" ± ");
  }

  @Test
  void twoSweepsDoNotWorkInOneFolder() throws IOException {
    Path folder = base.resolve("out");
    String[] definition = {
      "--workload=stream-reads", "--vary=adc.bits=6,8", "--set=workload.readsPerTile=2", "--resume"
    };
    Files.createDirectories(folder.resolve("points"));
    try (FolderLock _ = FolderLock.take(folder.resolve(".lock"))) {
      assertThat(sweep(folder, definition)).isEqualTo(2);
      assertThat(err.toString()).contains("Another run is at work there").contains("\nMaybe ");
    }
    assertThat(sweep(folder, definition)).as("%s", err).isZero();
    assertThatThrownBy(() -> ManyRunsFolder.lock(folder, false))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("Another run has just made " + folder);
    assertThat(folder.resolve(".lock")).doesNotExist();
  }
}
