package org.rpusim.report.sweep;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.rpusim.report.chart.PointPanels.Dot;
import org.rpusim.report.chart.SiScale;
import org.rpusim.report.point.Statistics.Interval;
import org.rpusim.report.table.FigureText;

/**
 * The unit in which a figure is drawn: with an SI prefix where its unit takes one.
 *
 * @param axis what the axis is called
 * @param unit value of one of its units in that of {@code metrics.json}
 */
record FigureScale(String axis, double unit) {
  /** The scale for all points of a sweep. */
  static FigureScale of(SweepResult result, String path) {
    String base = FigureText.unit(path);
    if (!base.equals("s") && !base.equals("J") && !base.equals("W")) {
      return new FigureScale(FigureText.axis(path), 1);
    }
    double most = 0;
    for (int point = 0; point < result.plan().points(); point++) {
      Interval interval = result.interval(path, point);
      most = interval == null ? most : StrictMath.max(most, StrictMath.abs(interval.mean()));
    }
    SiScale scale = SiScale.of(most);
    String unit = scale.prefix() + base;
    return new FigureScale(FigureText.label(path) + " (" + unit + ")", scale.unit());
  }

  /** Dots with this scale upwards. */
  ImmutableList<Dot> vertical(List<Dot> dots) {
    return dots.stream()
        .map(d ->
            new Dot(d.x(), d.xLow(), d.xHigh(), d.y() / unit, d.yLow() / unit, d.yHigh() / unit))
        .collect(ImmutableList.toImmutableList());
  }

  /** A dot with this scale to the right and another one upwards. */
  Dot dot(Interval x, Interval y, FigureScale upwards) {
    double up = upwards.unit();
    return new Dot(
        x.mean() / unit,
        x.low() / unit,
        x.high() / unit,
        y.mean() / up,
        y.low() / up,
        y.high() / up);
  }
}
