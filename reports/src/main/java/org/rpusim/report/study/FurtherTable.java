package org.rpusim.report.study;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpusim.report.point.Statistics.Interval;
import org.rpusim.report.table.Numbers;
import org.rpusim.report.table.TextTable;

/** A study's further figures for people: means over the seeds, and ratios to the first point. */
final class FurtherTable {
  private FurtherTable() {}

  /** The tables of all panels; empty where the study has no further figures. */
  static String of(StudyResult result) {
    List<FurtherFigure> figures = result.plan().study().figures();
    StringBuilder text = new StringBuilder();
    if (figures.isEmpty()) {
      return "";
    }
    for (Panel panel : result.plan().study().panels()) {
      TextTable table = new TextTable("  ");
      List<String> heading = new ArrayList<>(List.of("", "error, %"));
      for (FurtherFigure figure : figures) {
        heading.add(figure.label());
        heading.add("of the first");
      }
      table.row(heading.toArray(new String[0]));
      for (StudyPoint point : panel.points()) {
        table.row(row(result, panel.points().getFirst(), point).toArray(new String[0]));
      }
      text.append('\n').append(panel.heading()).append(": cost\n").append(table);
    }
    return text.toString();
  }

  private static List<String> row(StudyResult result, StudyPoint first, StudyPoint point) {
    List<String> row = new ArrayList<>();
    row.add(point.label());
    row.add(number(result.figure(point.name())));
    for (FurtherFigure figure : result.plan().study().figures()) {
      Interval mean = result.figure(point.name(), figure.path());
      Interval base = result.figure(first.name(), figure.path());
      row.add(mean == null ? "–" : figure.text(mean.mean()));
      row.add(
          mean == null || base == null || base.mean() == 0
              ? "–"
              : Numbers.percent(mean.mean() / base.mean()));
    }
    return row;
  }

  private static String number(@Nullable Interval mean) {
    return mean == null ? "–" : Numbers.plain(mean.mean());
  }
}
