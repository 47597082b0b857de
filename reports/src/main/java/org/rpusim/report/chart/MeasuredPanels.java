package org.rpusim.report.chart;

import com.google.common.collect.ImmutableList;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Lines with marks in several panels of one figure, each panel with axes of its own. */
public final class MeasuredPanels {
  private static final int PANEL_WIDTH = 480;
  private static final int PANEL_HEIGHT = 360;
  private static final int AXIS_WIDTH = 110;
  private static final int CHARACTER_WIDTH = 8;
  private static final double LEAST_PERCENT = 0.1;
  private static final Shape DOT = new Ellipse2D.Double(-3.5, -3.5, 7, 7);

  private MeasuredPanels() {}

  /**
   * A point of a line.
   *
   * @param low lower end of the interval of y, or y
   * @param high upper end
   */
  public record Mark(double x, double y, double low, double high) {}

  /**
   * A line through its marks.
   *
   * @param label in the legend
   */
  public record Line(String label, ImmutableList<Mark> marks) {}

  /**
   * A panel.
   *
   * @param title above it
   * @param x what x is
   * @param names what x = 0, 1, … are called; empty where x is a number
   * @param y what y is
   * @param errors whether y is an error on a logarithmic axis
   */
  public record Panel(
      String title,
      Measured x,
      ImmutableList<String> names,
      Measured y,
      boolean errors,
      ImmutableList<Line> lines) {}

  /**
   * What stands on an axis.
   *
   * @param label may be empty
   * @param unit a base unit that is shown with a prefix of its size; empty or % without
   */
  public record Measured(String label, String unit) {
    private SiScale scale(double largest) {
      return unit.isEmpty() || unit.equals("%") ? SiScale.of(0) : SiScale.of(largest);
    }

    private String text(SiScale scale) {
      return unit.isEmpty() ? label : label + " (" + scale.prefix() + unit + ")";
    }
  }

  /**
   * Writes the figure as PNG and SVG.
   *
   * @param panels one or more, from left to right and from top to bottom
   * @param columns panels beside one another
   * @throws IOException if a file cannot be written
   */
  public static void write(
      String title, String subtitle, List<Panel> panels, int columns, Path folder, String name)
      throws IOException {
    write(title, subtitle, panels, columns, PANEL_WIDTH, folder, name);
  }

  /**
   * As the other one, with panels of another width.
   *
   * @param width of each panel; {@link #widthFor} says what names need
   * @throws IOException if a file cannot be written
   */
  public static void write(
      String title,
      String subtitle,
      List<Panel> panels,
      int columns,
      int width,
      Path folder,
      String name)
      throws IOException {
    ImmutableList<JFreeChart> charts =
        panels.stream().map(MeasuredPanels::chart).collect(ImmutableList.toImmutableList());
    PanelGrid.write(title, subtitle, charts, columns, width, PANEL_HEIGHT, folder, name);
  }

  /** A width in which all names of a panel stand beside one another; never below the usual. */
  public static int widthFor(List<String> names) {
    int longest = names.stream().mapToInt(String::length).max().orElse(0);
    return StrictMath.max(PANEL_WIDTH, AXIS_WIDTH + names.size() * CHARACTER_WIDTH * (longest + 2));
  }

  private static JFreeChart chart(Panel panel) {
    SiScale xScale = panel.x().scale(largest(panel, Mark::x));
    SiScale yScale = panel.y().scale(largest(panel, Mark::high));
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    double least = 100;
    for (Line line : panel.lines()) {
      XYIntervalSeries series = new XYIntervalSeries(line.label());
      for (Mark mark : line.marks()) {
        double x = mark.x() / xScale.unit();
        double y = shown(panel, mark.y(), yScale);
        double low = shown(panel, mark.low(), yScale);
        series.add(x, x, x, y, low, shown(panel, mark.high(), yScale));
        least = StrictMath.min(least, low);
      }
      data.addSeries(series);
    }
    String yText = panel.y().text(yScale);
    ValueAxis y = panel.errors() ? new ErrorAxis(yText, least) : new NumberAxis(yText);
    XYPlot plot = new XYPlot(data, xAxis(panel, xScale), y, renderer(panel.lines().size()));
    JFreeChart chart = ChartTheme.panel(panel.title(), plot);
    if (panel.lines().size() == 1) {
      chart.removeLegend();
    }
    ChartTheme.style(plot);
    return chart;
  }

  private static double largest(Panel panel, ToDoubleFunction<Mark> number) {
    return panel.lines().stream()
        .flatMap(line -> line.marks().stream())
        .mapToDouble(number)
        .max()
        .orElse(0);
  }

  /** A logarithmic axis has no place for an error of 0. */
  private static double shown(Panel panel, double value, SiScale scale) {
    double scaled = value / scale.unit();
    return panel.errors() ? StrictMath.max(scaled, LEAST_PERCENT) : scaled;
  }

  private static XYErrorRenderer renderer(int lines) {
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDrawXError(false);
    renderer.setDefaultLinesVisible(true);
    renderer.setCapLength(4);
    for (int i = 0; i < lines; i++) {
      renderer.setSeriesPaint(i, ChartTheme.LINES.get(i % ChartTheme.LINES.size()));
      renderer.setSeriesShape(i, DOT);
      renderer.setSeriesStroke(i, ChartTheme.solid(2f));
    }
    return renderer;
  }

  private static NumberAxis xAxis(Panel panel, SiScale scale) {
    if (panel.names().isEmpty()) {
      return new NumberAxis(panel.x().text(scale));
    }
    SymbolAxis axis = new SymbolAxis(panel.x().text(scale), panel.names().toArray(new String[0]));
    axis.setGridBandsVisible(false);
    axis.setRange(-0.4, panel.names().size() - 0.6);
    return axis;
  }
}
