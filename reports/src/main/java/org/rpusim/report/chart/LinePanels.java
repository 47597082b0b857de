package org.rpusim.report.chart;

import com.google.common.collect.ImmutableList;
import java.awt.geom.Ellipse2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Lines over a number in one or two panels side by side. */
public final class LinePanels {
  private static final int PANEL_WIDTH = 520;
  private static final int ONLY_WIDTH = 760;
  private static final int PANEL_HEIGHT = 440;
  private static final double MARK = 6;

  private LinePanels() {}

  /**
   * A line.
   *
   * @param label in the legend
   * @param points abscissa and ordinate each
   * @param bound whether it is a bound: dashed, without marks, in the colour of the line before it
   */
  public record Line(String label, ImmutableList<double[]> points, boolean bound) {}

  /**
   * An axis.
   *
   * @param label with its unit
   * @param logarithmic whether it is logarithmic, with a tick at every doubling
   * @param from its lower end
   * @param to its upper end
   */
  public record Axis(String label, boolean logarithmic, double from, double to) {}

  /** A panel. */
  public record Panel(String title, Axis x, Axis y, ImmutableList<Line> lines) {}

  /**
   * Writes the figure as PNG and SVG.
   *
   * @throws IOException if a file cannot be written
   */
  public static void write(
      String title, String subtitle, List<Panel> panels, Path folder, String name)
      throws IOException {
    int width = panels.size() == 1 ? ONLY_WIDTH : PANEL_WIDTH;
    List<JFreeChart> charts = panels.stream().map(LinePanels::chart).toList();
    PanelGrid.write(title, subtitle, charts, charts.size(), width, PANEL_HEIGHT, folder, name);
  }

  private static JFreeChart chart(Panel panel) {
    XYSeriesCollection data = new XYSeriesCollection();
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
    int colour = -1;
    for (Line line : panel.lines()) {
      colour += line.bound() ? 0 : 1;
      XYSeries series = new XYSeries(line.label());
      line.points().forEach(point -> series.add(point[0], point[1]));
      style(renderer, data.getSeriesCount(), colour, line.bound());
      data.addSeries(series);
    }
    XYPlot plot = new XYPlot(data, axis(panel.x()), axis(panel.y()), renderer);
    JFreeChart chart = ChartTheme.panel(panel.title(), plot);
    ChartTheme.style(plot);
    return chart;
  }

  private static ValueAxis axis(Axis axis) {
    if (axis.logarithmic()) {
      LogAxis log = new LogAxis(axis.label());
      log.setBase(2);
      log.setTickUnit(new NumberTickUnit(1));
      log.setRange(axis.from(), axis.to());
      log.setNumberFormatOverride(HorizontalBars.plainNumbers(3));
      return log;
    }
    NumberAxis number = new NumberAxis(axis.label());
    number.setRange(axis.from(), axis.to());
    return number;
  }

  private static void style(
      XYLineAndShapeRenderer renderer, int series, int colour, boolean bound) {
    renderer.setSeriesPaint(series, ChartTheme.LINES.get(colour % ChartTheme.LINES.size()));
    renderer.setSeriesShape(series, new Ellipse2D.Double(-MARK / 2, -MARK / 2, MARK, MARK));
    renderer.setSeriesShapesVisible(series, !bound);
    renderer.setSeriesVisibleInLegend(series, !bound);
    renderer.setSeriesStroke(series, bound ? ChartTheme.dashed(1.4f) : ChartTheme.solid(2f));
  }
}
