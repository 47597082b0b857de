package org.rpusim.report.chart;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.rpusim.workload.result.EpochResult;

/** Test error by epoch: a line from 0 %, its last value written beside it. */
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
    EpochResult last = epochs.get(epochs.size() - 1);
    NumberAxis x = new NumberAxis("epoch");
    x.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    // Room on the right for the label of the last value.
    double width = StrictMath.max(1, last.epoch() - 1);
    x.setRange(1 - 0.03 * width, 1 + width * 1.1);
    NumberAxis y = new NumberAxis("misclassified test samples (%)");
    y.setRange(0, greatest > 0 ? greatest * 1.08 : 1);
    y.setNumberFormatOverride(HorizontalBars.plainNumbers());
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
    renderer.setSeriesPaint(0, ChartTheme.BLUE);
    renderer.setSeriesStroke(
        0, new BasicStroke(2.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    renderer.setSeriesShape(0, new Ellipse2D.Double(-3.5, -3.5, 7, 7));
    XYPlot plot = new XYPlot(new XYSeriesCollection(series), x, y, renderer);
    JFreeChart chart = ChartTheme.chart("Test error by epoch", subtitle, plot);
    ChartTheme.style(plot);
    plot.addAnnotation(lastValue(last, width));
    return chart;
  }

  private static XYTextAnnotation lastValue(EpochResult last, double width) {
    String text = String.format(Locale.ROOT, "%.2f %%", last.testErrorPercent());
    XYTextAnnotation label =
        new XYTextAnnotation(text, last.epoch() + 0.012 * width, last.testErrorPercent());
    label.setTextAnchor(TextAnchor.CENTER_LEFT);
    label.setFont(ChartTheme.labelFont());
    label.setPaint(ChartTheme.ink());
    return label;
  }
}
