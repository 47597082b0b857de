package org.rpusim.report.study;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rpusim.report.chart.CurvePanels;
import org.rpusim.report.chart.ReferenceDots;
import org.rpusim.report.point.Statistics.Interval;

/**
 * A study's charts: {@code curves} (test error by epoch, a panel each), {@code points} (differences
 * of all points), {@code penalties} and {@code errors} (measured and published values). One that
 * would be empty is left out, and curves of a single epoch are.
 */
final class StudyFigures {
  private StudyFigures() {}

  static void write(StudyResult result, Path folder) throws IOException {
    Files.createDirectories(folder);
    String subtitle = ScaleText.of(result);
    String title = result.plan().study().name() + ": ";
    List<CurvePanels.Panel> panels = panels(result);
    if (panels.stream().anyMatch(StudyFigures::hasEpochs)) {
      CurvePanels.write(title + "test error by epoch", subtitle, panels, folder, "curves");
    }
    FurtherCharts.write(result, subtitle, folder);
    PointsChart.write(result, ScaleText.scale(result), folder);
    String figure = result.plan().study().figureName();
    String unit = " (" + result.plan().study().unit() + ")";
    List<ReferenceDots.Row> errors = rows(result, false);
    if (!errors.isEmpty()) {
      ReferenceDots.write(title + figure, subtitle, errors, figure + unit, folder, "errors");
    }
    List<ReferenceDots.Row> penalties = rows(result, true);
    if (!penalties.isEmpty()) {
      ReferenceDots.write(
          title + figure + " above another configuration's",
          subtitle,
          penalties,
          result.plan().study().isInNats() ? "difference" + unit : "difference of test errors (%)",
          folder,
          "penalties");
    }
  }

  private static boolean hasEpochs(CurvePanels.Panel panel) {
    return panel.curves().stream().anyMatch(curve -> curve.errors().size() > 1);
  }

  private static List<CurvePanels.Panel> panels(StudyResult result) {
    Study study = result.plan().study();
    List<CurvePanels.Panel> panels = new ArrayList<>();
    for (Panel panel : study.panels()) {
      List<CurvePanels.Curve> curves = new ArrayList<>();
      for (StudyPoint point : panel.points()) {
        add(curves, result, point, point.name().equals(study.baseline()));
      }
      boolean hasOwn = !curves.isEmpty();
      boolean shown = curves.stream().anyMatch(CurvePanels.Curve::reference);
      if (hasOwn && !shown && !study.baseline().isEmpty()) {
        add(curves, result, study.point(study.baseline()), true);
      }
      if (hasOwn) {
        panels.add(new CurvePanels.Panel(panel.heading(), ImmutableList.copyOf(curves)));
      }
    }
    return panels;
  }

  private static void add(
      List<CurvePanels.Curve> curves, StudyResult result, StudyPoint point, boolean reference) {
    ImmutableMap<Integer, Double> errors = result.curve(point.name());
    if (!errors.isEmpty()) {
      curves.add(new CurvePanels.Curve(point.label(), errors, reference));
    }
  }

  private static List<ReferenceDots.Row> rows(StudyResult result, boolean differences) {
    List<ReferenceDots.Row> rows = new ArrayList<>();
    for (Comparison row : Comparison.of(result)) {
      Expectation expectation = row.expectation();
      Interval compared = row.compared();
      if (expectation != null
          && compared != null
          && expectation.figure() == null
          && (expectation.from() != null) == differences) {
        String panel = row.panel().name().isEmpty() ? "" : row.panel().name() + "  ";
        rows.add(
            new ReferenceDots.Row(
                panel + row.point().label(),
                compared.mean(),
                compared.low(),
                compared.high(),
                expectation.least(),
                expectation.most(),
                "(" + expectation.firmness().word() + ")"));
      }
    }
    return rows;
  }
}
