package org.rpusim.report.study;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rpusim.report.chart.MeasuredPanels;
import org.rpusim.report.chart.MeasuredPanels.Line;
import org.rpusim.report.chart.MeasuredPanels.Mark;
import org.rpusim.report.chart.MeasuredPanels.Measured;
import org.rpusim.report.point.Statistics.Interval;

/**
 * The figure of every point with its interval over seeds: {@code points}. Panels whose points have
 * the same labels share axes, a line each. What is drawn is the difference to the study's baseline,
 * else to the first point of the panel, seed by seed.
 */
final class PointsChart {
  /** Lines of one panel stand beside one another, so that no interval hides another. */
  private static final double SHIFT = 0.08;

  private PointsChart() {}

  static void write(StudyResult result, String subtitle, Path folder) throws IOException {
    Map<List<String>, List<Panel>> byLabels = new LinkedHashMap<>();
    for (Panel panel : result.plan().study().panels()) {
      List<String> labels = panel.points().stream().map(StudyPoint::label).toList();
      if (labels.size() > 1) {
        byLabels.computeIfAbsent(labels, key -> new ArrayList<>()).add(panel);
      }
    }
    List<MeasuredPanels.Panel> panels = new ArrayList<>();
    for (Map.Entry<List<String>, List<Panel>> alike : byLabels.entrySet()) {
      List<Line> lines = lines(result, alike.getValue());
      if (!lines.isEmpty()) {
        panels.add(panel(result, alike.getKey(), alike.getValue(), lines));
      }
    }
    if (!panels.isEmpty()) {
      String title = result.plan().study().name() + ": by point";
      int width = byLabels.keySet().stream().mapToInt(MeasuredPanels::widthFor).max().orElseThrow();
      MeasuredPanels.write(title, subtitle, panels, 1, width, folder, "points");
    }
  }

  private static MeasuredPanels.Panel panel(
      StudyResult result, List<String> labels, List<Panel> alike, List<Line> lines) {
    Study study = result.plan().study();
    String unit = study.isInNats() ? "nats" : "%";
    String from =
        study.baseline().isEmpty() ? labels.getFirst() : study.point(study.baseline()).label();
    return new MeasuredPanels.Panel(
        alike.size() == 1 ? alike.getFirst().heading() : "",
        new Measured("", ""),
        ImmutableList.copyOf(labels),
        new Measured(study.figureName() + " − " + from + " (" + unit + ")", ""),
        false,
        ImmutableList.copyOf(lines));
  }

  private static List<Line> lines(StudyResult result, List<Panel> alike) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < alike.size(); i++) {
      Panel panel = alike.get(i);
      ImmutableList<Mark> marks = marks(result, panel, SHIFT * (i - (alike.size() - 1) / 2.0));
      if (!marks.isEmpty()) {
        lines.add(new Line(panel.title(), marks));
      }
    }
    return lines;
  }

  private static ImmutableList<Mark> marks(StudyResult result, Panel panel, double shift) {
    String baseline = result.plan().study().baseline();
    String from = baseline.isEmpty() ? panel.points().getFirst().name() : baseline;
    ImmutableList.Builder<Mark> marks = ImmutableList.builder();
    for (int i = 0; i < panel.points().size(); i++) {
      @Nullable Interval value = result.difference(panel.points().get(i).name(), from);
      if (value != null) {
        marks.add(new Mark(i + shift, value.mean(), value.low(), value.high()));
      }
    }
    return marks.build();
  }
}
