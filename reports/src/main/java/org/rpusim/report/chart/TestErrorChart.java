package org.rpusim.report.chart;

import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.rpusim.workload.result.EpochResult;

/** Test error by epoch: a line from 0 %, its last value in the title. */
final class TestErrorChart {
  private TestErrorChart() {}

  /** The chart of one epoch or more. */
  static JFreeChart of(List<EpochResult> epochs, String subtitle) {
    XYSeries series = new XYSeries("test error");
    double greatest = 0;
    for (EpochResult epoch : epochs) {
      series.add(epoch.epoch(), epoch.testErrorPercent());
      greatest = StrictMath.max(greatest, epoch.testErrorPercent());
    }
    EpochResult last = epochs.getLast();
    NumberAxis x = ChartTheme.epochs(last.epoch());
    NumberAxis y = new NumberAxis("misclassified test samples (%)");
    y.setRange(0, greatest > 0 ? greatest * 1.08 : 1);
    y.setNumberFormatOverride(HorizontalBars.plainNumbers(4));
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
    renderer.setSeriesPaint(0, ChartTheme.BLUE);
    renderer.setSeriesStroke(0, ChartTheme.solid(2.5f));
    renderer.setSeriesShape(0, new Ellipse2D.Double(-3.5, -3.5, 7, 7));
    XYPlot plot = new XYPlot(new XYSeriesCollection(series), x, y, renderer);
    String title =
        String.format(
            Locale.ROOT,
            "Test error by epoch (%.2f %% after epoch %d)",
            last.testErrorPercent(),
            last.epoch());
    JFreeChart chart = ChartTheme.chart(title, subtitle, plot);
    ChartTheme.style(plot);
    return chart;
  }
}
