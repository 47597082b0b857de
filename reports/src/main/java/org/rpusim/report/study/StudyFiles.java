package org.rpusim.report.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpusim.report.folder.WholeFile;
import org.rpusim.report.point.PointResult;
import org.rpusim.report.point.Statistics.Interval;
import org.rpusim.report.table.Csv;

/**
 * A study's result for programs: {@code runs.csv} (one line a run), {@code curves.csv} (one line an
 * epoch), {@code comparison.csv} and {@code results.json} (one entry a comparison), {@code
 * table.txt} and the charts. Errors and differences are in %.
 */
public final class StudyFiles {
  private StudyFiles() {}

  /**
   * Writes all files; the same results give the same bytes.
   *
   * @throws IOException if a file cannot be written
   */
  public static void write(StudyResult result, Path folder) throws IOException {
    Files.createDirectories(folder);
    WholeFile.write(folder.resolve("runs.csv"), runs(result));
    WholeFile.write(folder.resolve("curves.csv"), curves(result));
    WholeFile.write(folder.resolve("comparison.csv"), comparison(result));
    WholeFile.write(folder.resolve("results.json"), StudyJson.of(result));
    WholeFile.write(folder.resolve("table.txt"), StudyTable.of(result));
    StudyFigures.write(result, folder.resolve("charts"));
  }

  private static String runs(StudyResult result) {
    List<FurtherFigure> further = result.plan().study().figures();
    List<Object> heading = new ArrayList<>(List.of("point", "seed", "figure", "trainLoss"));
    further.forEach(figure -> heading.add(figure.path()));
    heading.add("failure");
    Csv csv = new Csv().line(heading);
    String path = result.plan().study().figure();
    for (PointResult run : result.results()) {
      List<Object> cells = new ArrayList<>(List.of(run.point(), run.seed()));
      cells.add(text(run.figure(path)));
      cells.add(run.epochs().isEmpty() ? "" : run.epochs().getLast().trainLoss());
      further.forEach(figure -> cells.add(text(run.figure(figure.path()))));
      cells.add(run.failure());
      csv.line(cells);
    }
    return csv.toString();
  }

  private static String curves(StudyResult result) {
    Csv csv = new Csv().line(List.of("point", "seed", "epoch", "testErrorPercent", "trainLoss"));
    for (PointResult run : result.results()) {
      for (PointResult.Epoch epoch : run.epochs()) {
        csv.line(
            List.of(
                run.point(),
                run.seed(),
                epoch.epoch(),
                epoch.testErrorPercent(),
                epoch.trainLoss()));
      }
    }
    return csv.toString();
  }

  private static String comparison(StudyResult result) {
    Csv csv =
        new Csv()
            .line(
                List.of(
                    "panel",
                    "point",
                    "label",
                    "seeds",
                    "figure",
                    "figureHalfWidth",
                    "from",
                    "compared",
                    "comparedHalfWidth",
                    "ofFigure",
                    "kind",
                    "reference",
                    "tolerance",
                    "firmness",
                    "difference",
                    "verdict"));
    for (Comparison row : Comparison.of(result)) {
      Expectation expectation = row.expectation();
      List<Object> cells = new ArrayList<>();
      cells.add(row.panel().heading());
      cells.add(row.point().name());
      cells.add(row.point().label());
      cells.add(row.figure() == null ? 0 : row.figure().count());
      addInterval(cells, row.figure());
      cells.add(expectation == null || expectation.from() == null ? "" : expectation.from());
      addInterval(cells, row.compared());
      FurtherFigure own = expectation == null ? null : expectation.figure();
      cells.add(own == null ? result.plan().study().figure() : own.path());
      cells.addAll(
          expectation == null
              ? List.of("", "", "", "")
              : List.of(
                  expectation.kind(),
                  expectation.value(),
                  expectation.tolerance(),
                  expectation.firmness().word()));
      cells.add(text(row.deviation()));
      cells.add(row.verdict().words());
      csv.line(cells);
    }
    return csv.toString();
  }

  private static void addInterval(List<Object> cells, @Nullable Interval interval) {
    cells.add(interval == null ? "" : interval.mean());
    cells.add(interval == null || interval.count() == 1 ? "" : interval.halfWidth());
  }

  private static String text(@Nullable Double number) {
    return number == null ? "" : number.toString();
  }
}
