package org.rpusim.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A logarithmic axis of percentages, from a round number to 100, ticks at 1, 2 and 5 times 10ⁿ. */
final class ErrorAxis extends LogAxis {
  private static final long serialVersionUID = 1;
  private static final double[] TICKS = {0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100};

  /**
   * Creates an axis.
   *
   * @param least smallest value to be shown, above 0
   */
  ErrorAxis(String label, double least) {
    super(label);
    double lower = TICKS[0];
    for (double tick : TICKS) {
      lower = tick <= least && tick < TICKS[TICKS.length - 1] ? tick : lower;
    }
    setRange(lower, TICKS[TICKS.length - 1]);
  }

  @Override
  public List<?> refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
    List<NumberTick> ticks = new ArrayList<>();
    for (double tick : TICKS) {
      if (getRange().contains(tick)) {
        String text = HorizontalBars.plainNumbers(1).format(tick);
        ticks.add(
            new NumberTick(
                TickType.MAJOR, tick, text, TextAnchor.CENTER_RIGHT, TextAnchor.CENTER_RIGHT, 0));
      }
    }
    return ticks;
  }
}
