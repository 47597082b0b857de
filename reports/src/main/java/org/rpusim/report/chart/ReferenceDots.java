package org.rpusim.report.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/**
 * Measured values beside published ones, a row each: a grey bar where the value is expected, a dot
 * with its confidence interval where it was measured. A value beyond the axis is an arrow at its
 * end; each is written out.
 */
public final class ReferenceDots {
  private static final int ROW_HEIGHT = 34;
  private static final int REST_HEIGHT = 190;
  private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  private static final FontRenderContext SCREEN = new FontRenderContext(null, true, true);

  /** Pixels beside the axes, and between the plot and the end of the figure. */
  private static final double MARGIN = 90;

  private static final Shape DOT = new Ellipse2D.Double(-5, -5, 10, 10);

  private ReferenceDots() {}

  /**
   * A row; all values in %.
   *
   * @param label what it is
   * @param measured mean
   * @param low lower end of the mean's confidence interval, or the mean
   * @param high upper end
   * @param least smallest value that agrees with the publication; −∞ if there is none
   * @param most largest value that agrees; ∞ if there is none
   * @param note what is written beside the value
   */
  public record Row(
      String label,
      double measured,
      double low,
      double high,
      double least,
      double most,
      String note) {}

  /**
   * Writes the figure as PNG and SVG.
   *
   * @param rows one or more, from top to bottom
   * @param axis what the values are
   * @throws IOException if a file cannot be written
   */
  public static void write(
      String title, String subtitle, List<Row> rows, String axis, Path folder, String name)
      throws IOException {
    double right = right(rows);
    double left = left(rows, right);
    NumberAxis values = new NumberAxis(axis);
    values.setNumberFormatOverride(HorizontalBars.plainNumbers(4));
    values.setRange(left, right + textShare(rows, right) * (right - left));
    String[] names = new String[rows.size()];
    for (int i = 0; i < names.length; i++) {
      names[i] = rows.get(i).label();
    }
    SymbolAxis labels = new SymbolAxis(null, names);
    labels.setInverted(true);
    labels.setGridBandsVisible(false);
    XYPlot plot = new XYPlot(measured(rows, left, right), values, labels, dots());
    plot.setDataset(1, expected(rows, left, right));
    plot.setRenderer(1, bars());
    for (int i = 0; i < rows.size(); i++) {
      annotate(plot, rows.get(i), i, right);
    }
    plot.setFixedLegendItems(legend());
    JFreeChart chart = ChartTheme.chart(title, subtitle, plot);
    ChartTheme.style(plot);
    plot.setRangeGridlinesVisible(false);
    plot.addDomainMarker(ChartTheme.line(0));
    ChartTheme.addLegend(chart);
    int height = REST_HEIGHT + ROW_HEIGHT * rows.size();
    ChartFile.write(chart::draw, ChartFile.WIDTH, height, folder, name);
  }

  /** Room for the longest text behind the axis's values, as a multiple of their range. */
  private static double textShare(List<Row> rows, double right) {
    double texts = 0;
    double labels = 0;
    for (Row row : rows) {
      texts = StrictMath.max(texts, width(text(row, right)));
      labels = StrictMath.max(labels, width(row.label()));
    }
    double plot = ChartFile.WIDTH - labels - MARGIN;
    return texts / StrictMath.max(plot - texts, plot / 4);
  }

  private static double width(String text) {
    return TEXT.getStringBounds(text, SCREEN).getWidth();
  }

  /** Intervals below zero are seen whole, unless they reach further than the axis does above it. */
  private static double left(List<Row> rows, double right) {
    double left = 0;
    for (Row row : rows) {
      left = StrictMath.min(left, Double.isInfinite(row.least()) ? 0 : row.least());
      left = StrictMath.min(left, row.measured());
      if (row.measured() <= right) {
        left = StrictMath.min(left, StrictMath.max(row.low(), -right));
      }
    }
    return 1.15 * left;
  }

  /** Beyond the largest reference there is room for little more: a failed training is far away. */
  private static double right(List<Row> rows) {
    double reference = 0.4;
    double measured = 0;
    for (Row row : rows) {
      if (!Double.isInfinite(row.most())) {
        reference = StrictMath.max(reference, row.most());
      }
      if (!Double.isInfinite(row.least())) {
        reference = StrictMath.max(reference, row.least());
      }
      measured = StrictMath.max(measured, row.measured());
    }
    return 1.1 * StrictMath.min(measured + 0.1, 2.5 * reference) + 0.05;
  }

  private static XYIntervalSeriesCollection measured(List<Row> rows, double left, double right) {
    XYIntervalSeries series = new XYIntervalSeries("measured");
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (row.measured() <= right) {
        double low = StrictMath.max(row.low(), left);
        double high = StrictMath.min(row.high(), right);
        series.add(row.measured(), low, high, i, i, i);
      }
    }
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    data.addSeries(series);
    return data;
  }

  private static XYIntervalSeriesCollection expected(List<Row> rows, double left, double right) {
    XYIntervalSeries series = new XYIntervalSeries("published");
    for (int i = 0; i < rows.size(); i++) {
      double least = StrictMath.max(rows.get(i).least(), left);
      double most = StrictMath.min(rows.get(i).most(), right);
      if (least <= most) {
        // A reference without a tolerance is a bar that can still be seen.
        double slack = StrictMath.max(0, 0.004 * (right - left) - (most - least) / 2);
        series.add((least + most) / 2, least - slack, most + slack, i, i, i);
      }
    }
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    data.addSeries(series);
    return data;
  }

  private static XYErrorRenderer dots() {
    XYErrorRenderer renderer = renderer(ChartTheme.BLUE, 2f);
    renderer.setSeriesShape(0, DOT);
    renderer.setSeriesPaint(0, ChartTheme.BLUE);
    return renderer;
  }

  private static XYErrorRenderer bars() {
    XYErrorRenderer renderer = renderer(ChartTheme.GREY, 16f);
    renderer.setSeriesShapesVisible(0, false);
    return renderer;
  }

  private static XYErrorRenderer renderer(Paint paint, float width) {
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDrawYError(false);
    renderer.setCapLength(0);
    renderer.setErrorPaint(paint);
    renderer.setErrorStroke(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    return renderer;
  }

  private static void annotate(XYPlot plot, Row row, int index, double right) {
    XYTextAnnotation annotation = new XYTextAnnotation(text(row, right), right, index);
    annotation.setTextAnchor(TextAnchor.CENTER_LEFT);
    annotation.setFont(TEXT);
    annotation.setPaint(isBeyond(row, right) ? ChartTheme.BLUE : ChartTheme.BLACK);
    plot.addAnnotation(annotation);
  }

  private static boolean isBeyond(Row row, double right) {
    return row.measured() > right;
  }

  private static String text(Row row, double right) {
    String value = String.format(Locale.ROOT, "%.2f", row.measured());
    String note = row.note().isEmpty() ? "" : "  " + row.note();
    return (isBeyond(row, right) ? "▶ " : "  ") + value + note;
  }

  private static LegendItemCollection legend() {
    Path2D bar = new Path2D.Double();
    bar.append(new Rectangle2D.Double(-14, -7, 28, 14), false);
    LegendItemCollection items = new LegendItemCollection();
    items.add(
        new LegendItem("published, with its tolerance", null, null, null, bar, ChartTheme.GREY));
    items.add(
        new LegendItem(
            "measured, 95 % interval over seeds", null, null, null, DOT, ChartTheme.BLUE));
    return items;
  }
}
