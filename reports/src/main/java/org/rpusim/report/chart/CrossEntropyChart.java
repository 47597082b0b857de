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
import org.jspecify.annotations.Nullable;
import org.rpusim.workload.result.EpochResult;

/**
 * Cross-entropy of a language model by epoch: test text, training text as it was trained, and the
 * entropy rate of the text where it is known.
 */
final class CrossEntropyChart {
  private CrossEntropyChart() {}

  /** The chart of one epoch or more. */
  static JFreeChart of(
      List<EpochResult> epochs, @Nullable Double entropyRateNats, String subtitle) {
    XYSeries test = new XYSeries("test text");
    XYSeries training = new XYSeries("training text, as it was trained");
    double greatest = 0;
    for (EpochResult epoch : epochs) {
      test.add(epoch.epoch(), epoch.testCrossEntropyNats());
      training.add(epoch.epoch(), epoch.trainLoss());
      greatest = StrictMath.max(greatest, epoch.testCrossEntropyNats());
      greatest = StrictMath.max(greatest, epoch.trainLoss());
    }
    EpochResult last = epochs.getLast();
    NumberAxis x = ChartTheme.epochs(last.epoch());
    NumberAxis y = new NumberAxis("cross-entropy (nats a character)");
    y.setRange(0, greatest > 0 ? greatest * 1.08 : 1);
    XYSeriesCollection data = new XYSeriesCollection(test);
    data.addSeries(training);
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
    for (int series = 0; series < 2; series++) {
      renderer.setSeriesPaint(series, ChartTheme.LINES.get(series));
      renderer.setSeriesStroke(series, ChartTheme.solid(2.5f));
      renderer.setSeriesShape(series, new Ellipse2D.Double(-3.5, -3.5, 7, 7));
    }
    if (entropyRateNats != null) {
      addRate(data, renderer, entropyRateNats, x.getLowerBound(), x.getUpperBound());
    }
    XYPlot plot = new XYPlot(data, x, y, renderer);
    String title =
        String.format(
            Locale.ROOT,
            "Cross-entropy by epoch (%.3f nats after epoch %d)",
            last.testCrossEntropyNats(),
            last.epoch());
    JFreeChart chart = ChartTheme.chart(title, subtitle, plot);
    ChartTheme.style(plot);
    ChartTheme.addLegend(chart);
    return chart;
  }

  private static void addRate(
      XYSeriesCollection data,
      XYLineAndShapeRenderer renderer,
      double rate,
      double from,
      double to) {
    String name = String.format(Locale.ROOT, "entropy rate of the text, %.4f", rate);
    XYSeries line = new XYSeries(name);
    line.add(from, rate);
    line.add(to, rate);
    int series = data.getSeriesCount();
    data.addSeries(line);
    renderer.setSeriesPaint(series, ChartTheme.BLACK);
    renderer.setSeriesShapesVisible(series, false);
    renderer.setSeriesStroke(series, ChartTheme.dashed(1.6f));
  }
}
