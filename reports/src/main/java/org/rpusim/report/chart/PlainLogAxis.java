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

/** A logarithmic axis with ticks at powers of ten, or at 1, 2 and 5 times them if it is short. */
final class PlainLogAxis extends LogAxis {
  private static final long serialVersionUID = 1;
  private static final double SHORT_DECADES = 2.6;
  private static final double LONG_DECADES = 9;
  private static final String[] PREFIXES = {
    "f", "p", "n", "u", "m", "", "k", "M", "G", "T", "P", "E"
  };

  private final boolean prefixes;

  /**
   * Creates an axis.
   *
   * @param low smallest value to be shown, above 0
   * @param high largest value, above the smallest
   * @param prefixes whether numbers have SI prefixes: {@code 10 k}
   */
  PlainLogAxis(String label, double low, double high, boolean prefixes) {
    super(label);
    this.prefixes = prefixes;
    setRange(low, high);
  }

  @Override
  public List<?> refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
    boolean vertical = RectangleEdge.isLeftOrRight(edge);
    TextAnchor anchor = vertical ? TextAnchor.CENTER_RIGHT : TextAnchor.TOP_CENTER;
    List<NumberTick> ticks = new ArrayList<>();
    for (double tick : values()) {
      ticks.add(new NumberTick(TickType.MAJOR, tick, text(tick), anchor, anchor, 0));
    }
    return ticks;
  }

  private List<Double> values() {
    double low = getRange().getLowerBound();
    double high = getRange().getUpperBound();
    double decades = StrictMath.log10(high / low);
    double[] steps = decades < SHORT_DECADES ? new double[] {1, 2, 5} : new double[] {1};
    int every = decades > LONG_DECADES ? 3 : 1;
    List<Double> values = new ArrayList<>();
    int first = (int) StrictMath.floor(StrictMath.log10(low)) - 1;
    int last = (int) StrictMath.ceil(StrictMath.log10(high)) + 1;
    for (int exponent = first; exponent <= last; exponent++) {
      for (double step : steps) {
        double value = step * StrictMath.pow(10, exponent);
        if (value >= low && value <= high && StrictMath.floorMod(exponent, every) == 0) {
          values.add(value);
        }
      }
    }
    return values;
  }

  private String text(double value) {
    if (!prefixes && value >= 1e-3 && value < 1e6) {
      return HorizontalBars.plainNumbers(4).format(value);
    }
    int group = StrictMath.floorDiv((int) StrictMath.floor(StrictMath.log10(value) + 1e-9), 3);
    int index = group + 5;
    if (index < 0 || index >= PREFIXES.length) {
      return HorizontalBars.plainNumbers(0).format(value);
    }
    String number = HorizontalBars.plainNumbers(3).format(value / StrictMath.pow(10, 3.0 * group));
    return PREFIXES[index].isEmpty() ? number : number + " " + PREFIXES[index];
  }
}
