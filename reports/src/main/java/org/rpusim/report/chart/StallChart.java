package org.rpusim.report.chart;

import java.awt.Paint;
import org.jfree.chart.JFreeChart;
import org.rpusim.report.table.Numbers;
import org.rpusim.report.table.TileTime;
import org.rpusim.report.table.Words;

/** Where the tiles' time went: at work, waiting by reason, nothing to do; 100 % in all. */
final class StallChart {
  private StallChart() {}

  /** The chart of the mean over all tiles that had work. */
  static JFreeChart of(TileTime time, String subtitle) {
    HorizontalBars bars = new HorizontalBars();
    add(bars, "at work", time.busyFraction(), ChartTheme.BLUE);
    time.waitingFractions()
        .forEach((reason, fraction) ->
            add(bars, "waiting: " + Words.of(reason), fraction, ChartTheme.VERMILLION));
    add(bars, "nothing to do", time.idleFraction(), ChartTheme.GREY);
    int tiles = time.tiles().size();
    String unit = time.unit();
    String title = "Time of the " + unit + "s by what they did or waited for";
    String mean = tiles == 1 ? "one " + unit : "mean of " + tiles + " " + unit + "s";
    return bars.chart(title, subtitle + ", " + mean, "share of time (%)", 100);
  }

  private static void add(HorizontalBars bars, String name, double fraction, Paint paint) {
    bars.add(name, 100 * fraction, Numbers.percent(fraction), paint);
  }
}
