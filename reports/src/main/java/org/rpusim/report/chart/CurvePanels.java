package org.rpusim.report.chart;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Test error by epoch in several panels of one figure, all with the same axes: a line a
 * configuration, told apart by colour and by the shape of its marks.
 */
public final class CurvePanels {
  private static final int PANEL_WIDTH = 480;
  private static final int PANEL_HEIGHT = 380;
  private static final double LEAST_PERCENT = 0.1;
  private static final ImmutableList<Shape> MARKS =
      ImmutableList.of(
          new Ellipse2D.Double(-3.5, -3.5, 7, 7),
          new Rectangle2D.Double(-3.2, -3.2, 6.4, 6.4),
          polygon(0, -4.5, 4.2, 3.5, -4.2, 3.5),
          polygon(0, -4.8, 4.8, 0, 0, 4.8, -4.8, 0),
          polygon(0, 4.5, 4.2, -3.5, -4.2, -3.5),
          new Rectangle2D.Double(-4.5, -2, 9, 4));

  private CurvePanels() {}

  /**
   * A line.
   *
   * @param label in the legend
   * @param errors test error by epoch, %
   * @param reference whether it is the one that the others are compared with
   */
  public record Curve(String label, ImmutableMap<Integer, Double> errors, boolean reference) {}

  /**
   * A panel; its lines are drawn in their order.
   *
   * @param title above it
   */
  public record Panel(String title, ImmutableList<Curve> curves) {}

  /**
   * Writes the figure as PNG and SVG.
   *
   * @param panels one or more, from left to right and from top to bottom
   * @throws IOException if a file cannot be written
   */
  public static void write(
      String title, String subtitle, List<Panel> panels, Path folder, String name)
      throws IOException {
    int columns = panels.size() == 1 ? 1 : panels.size() <= 4 ? 2 : 3;
    double scale = panels.size() == 1 ? 1.5 : 1;
    PanelGrid.write(
        title,
        subtitle,
        charts(panels),
        columns,
        (int) (scale * PANEL_WIDTH),
        (int) (scale * PANEL_HEIGHT),
        folder,
        name);
  }

  private static ImmutableList<JFreeChart> charts(List<Panel> panels) {
    double least = 100;
    int last = 1;
    for (Panel panel : panels) {
      for (Curve curve : panel.curves()) {
        for (var point : curve.errors().entrySet()) {
          least = StrictMath.min(least, point.getValue());
          last = StrictMath.max(last, point.getKey());
        }
      }
    }
    ImmutableList.Builder<JFreeChart> charts = ImmutableList.builder();
    for (Panel panel : panels) {
      charts.add(chart(panel, StrictMath.max(least, LEAST_PERCENT), last));
    }
    return charts.build();
  }

  private static JFreeChart chart(Panel panel, double least, int lastEpoch) {
    XYSeriesCollection data = new XYSeriesCollection();
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
    int colour = 0;
    for (Curve curve : panel.curves()) {
      int series = data.getSeriesCount();
      XYSeries line = new XYSeries(curve.label());
      curve
          .errors()
          .forEach(
              (epoch, error) -> line.add(epoch.intValue(), StrictMath.max(error, LEAST_PERCENT)));
      data.addSeries(line);
      style(renderer, series, curve.reference() ? -1 : colour++);
    }
    renderer.setDrawSeriesLineAsPath(true);
    XYPlot plot =
        new XYPlot(
            data, ChartTheme.epochs(lastEpoch), new ErrorAxis("test error (%)", least), renderer);
    JFreeChart chart = ChartTheme.panel(panel.title(), plot);
    ChartTheme.style(plot);
    return chart;
  }

  /** Colour −1 is the reference: black, dashed, without marks. */
  private static void style(XYLineAndShapeRenderer renderer, int series, int colour) {
    boolean reference = colour < 0;
    int index = StrictMath.max(0, colour);
    renderer.setSeriesPaint(
        series,
        reference ? ChartTheme.BLACK : ChartTheme.LINES.get(index % ChartTheme.LINES.size()));
    renderer.setSeriesShape(series, MARKS.get(index % MARKS.size()));
    renderer.setSeriesShapesVisible(series, !reference);
    renderer.setSeriesStroke(series, reference ? ChartTheme.dashed(1.6f) : ChartTheme.solid(2f));
  }

  static Shape polygon(double... corners) {
    Path2D path = new Path2D.Double();
    path.moveTo(corners[0], corners[1]);
    for (int i = 2; i < corners.length; i += 2) {
      path.lineTo(corners[i], corners[i + 1]);
    }
    path.closePath();
    return path;
  }
}
