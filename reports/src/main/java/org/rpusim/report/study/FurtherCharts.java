package org.rpusim.report.study;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rpusim.report.chart.MeasuredPanels;
import org.rpusim.report.chart.MeasuredPanels.Line;
import org.rpusim.report.chart.MeasuredPanels.Mark;
import org.rpusim.report.chart.MeasuredPanels.Measured;
import org.rpusim.report.point.Statistics.Interval;

/**
 * Charts of a study with further figures: {@code figures} (all figures, point by point) and, where
 * the simulated time is one of them, {@code errors-in-time} (test error over simulated time).
 */
final class FurtherCharts {
  private static final Measured ERROR = new Measured("test error", "%");

  private FurtherCharts() {}

  static void write(StudyResult result, String subtitle, Path folder) throws IOException {
    Study study = result.plan().study();
    if (study.figures().isEmpty()) {
      return;
    }
    List<MeasuredPanels.Panel> all = new ArrayList<>();
    for (Panel panel : study.panels()) {
      all.add(points(result, panel, study.figure(), ERROR));
      for (FurtherFigure figure : study.figures()) {
        Measured y = new Measured(figure.label(), figure.unit());
        all.add(points(result, panel, figure.path(), y));
      }
    }
    int columns = 1 + study.figures().size();
    String title = study.name() + ": figures by point";
    MeasuredPanels.write(title, subtitle, all, columns, folder, "figures");
    if (study.figures().stream().anyMatch(f -> f.path().equals(FurtherFigure.TIME))) {
      List<MeasuredPanels.Panel> inTime =
          study.panels().stream().map(panel -> inTime(result, panel)).toList();
      MeasuredPanels.write(
          study.name() + ": test error over simulated time, an epoch a mark",
          subtitle,
          inTime,
          Math.min(2, inTime.size()),
          folder,
          "errors-in-time");
    }
  }

  private static MeasuredPanels.Panel points(
      StudyResult result, Panel panel, String path, Measured y) {
    ImmutableList.Builder<String> names = ImmutableList.builder();
    ImmutableList.Builder<Mark> marks = ImmutableList.builder();
    for (int i = 0; i < panel.points().size(); i++) {
      StudyPoint point = panel.points().get(i);
      names.add(point.label());
      Interval value = result.figure(point.name(), path);
      if (value != null) {
        marks.add(new Mark(i, value.mean(), value.low(), value.high()));
      }
    }
    Line line = new Line(panel.title(), marks.build());
    return new MeasuredPanels.Panel(
        panel.heading(), new Measured("", ""), names.build(), y, false, ImmutableList.of(line));
  }

  /** The epochs of a run are taken as equally long. */
  private static MeasuredPanels.Panel inTime(StudyResult result, Panel panel) {
    ImmutableList.Builder<Line> lines = ImmutableList.builder();
    for (StudyPoint point : panel.points()) {
      Interval time = result.figure(point.name(), FurtherFigure.TIME);
      Map<Integer, Double> errors = result.curve(point.name());
      if (time != null && !errors.isEmpty()) {
        ImmutableList.Builder<Mark> marks = ImmutableList.builder();
        errors.forEach((epoch, error) ->
            marks.add(new Mark(time.mean() * epoch / errors.size(), error, error, error)));
        lines.add(new Line(point.label(), marks.build()));
      }
    }
    return new MeasuredPanels.Panel(
        panel.heading(),
        new Measured("simulated time", "s"),
        ImmutableList.of(),
        ERROR,
        true,
        lines.build());
  }
}
