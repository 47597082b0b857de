package org.rpusim.report.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpusim.report.point.PointResult;

/** Figures that a study shows beside the one that it compares. */
final class FurtherFiguresTest {
  private static final String TIME =
      "figures: [{path: time.simulatedSeconds, label: time, unit: s}]";

  @TempDir Path folder = Path.of("");

  private StudyResult result(String insteadOfBaseline) throws IOException {
    Path file = TinyStudy.file(folder, "baseline: exact", insteadOfBaseline);
    Study study = Studies.load(file.toString());
    List<PointResult> runs = new ArrayList<>();
    for (int seed = 1; seed <= 2; seed++) {
      runs.add(run("exact", seed, 4e-3));
      runs.add(run("ideal", seed, 1e-3 * seed));
    }
    return MadeUp.result(study, study.full(), runs);
  }

  private static PointResult run(String point, long seed, double seconds) {
    PointResult plain = MadeUp.run(point, seed, 5);
    return new PointResult(
        point,
        seed,
        "f",
        "",
        ImmutableMap.<String, Double>builder()
            .putAll(plain.figures())
            .put(FurtherFigure.TIME, seconds)
            .buildOrThrow(),
        plain.epochs());
  }

  @Test
  void theTableHasTheirMeansAndRatiosToTheFirstPoint() throws IOException {
    String table = FurtherTable.of(result(TIME));
    assertThat(table).contains("4 ms", "100.0 %", "1.5 ms", "37.5 %").contains("–");
  }

  @Test
  void withoutFurtherFiguresThereIsNoTable() throws IOException {
    assertThat(FurtherTable.of(result("baseline: exact"))).isEmpty();
  }

  @Test
  void runsAndChartsHaveThem() throws IOException {
    StudyFiles.write(result(TIME), folder);
    assertThat(Files.readAllLines(folder.resolve("runs.csv")))
        .startsWith(
            "point,seed,figure,trainLoss,time.simulatedSeconds,failure", "exact,1,5.0,0.25,0.004,");
    assertThat(folder.resolve("charts/figures.png")).isNotEmptyFile();
    assertThat(folder.resolve("charts/errors-in-time.svg")).content().contains("time (ms)");
  }

  @Test
  void withoutTheTimeThereIsNoChartOfIt() throws IOException {
    StudyFiles.write(result("figures: [{path: accuracy.testErrorPercent, label: error}]"), folder);
    assertThat(folder.resolve("charts/figures.svg")).isNotEmptyFile();
    assertThat(folder.resolve("charts/errors-in-time.svg")).doesNotExist();
  }
}
