package org.rpusim.report.chart;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.rpusim.core.units.Dimension;
import org.rpusim.core.units.Quantity;
import org.rpusim.workload.observation.PowerProfile;

/** Power of the chip over time, beside what its package can carry. */
final class PowerChart {
  private PowerChart() {}

  /**
   * The chart of a profile that has steps.
   *
   * @param envelopeWatts power that the package can carry, W; not shown where it is 0 or less
   */
  static JFreeChart of(PowerProfile power, double envelopeWatts, String subtitle) {
    SiScale scale = SiScale.of(power.steps().getLast().startPs() * 1e-12);
    double unit = 1e-12 / scale.unit();
    XYSeries line = new XYSeries("power", false);
    for (PowerProfile.Step step : power.steps()) {
      line.add(step.startPs() * unit, step.watts());
    }
    XYStepRenderer renderer = new XYStepRenderer();
    renderer.setSeriesPaint(0, ChartTheme.BLUE);
    NumberAxis time = new NumberAxis("simulated time (" + scale.prefix() + "s)");
    time.setLowerMargin(0);
    NumberAxis watts = new NumberAxis("power (W)");
    watts.setRange(0, 1.1 * StrictMath.max(power.peakWatts(), envelopeWatts));
    XYPlot plot = new XYPlot(new XYSeriesCollection(line), time, watts, renderer);
    String title =
        "Power of the first samples (peak " + Quantity.format(power.peakWatts(), Dimension.POWER);
    if (envelopeWatts > 0) {
      title += ", envelope " + Quantity.format(envelopeWatts, Dimension.POWER);
      plot.addRangeMarker(ChartTheme.line(envelopeWatts));
    }
    JFreeChart chart = ChartTheme.chart(title + ")", subtitle, plot);
    ChartTheme.style(plot);
    return chart;
  }
}
