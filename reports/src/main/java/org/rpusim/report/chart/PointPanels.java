package org.rpusim.report.chart;

import com.google.common.collect.ImmutableList;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/**
 * Points of sweeps in several panels of one figure: one figure over another with intervals, in
 * groups told apart by colour and mark.
 */
public final class PointPanels {
  private static final int PANEL_WIDTH = 450;
  private static final int PANEL_HEIGHT = 350;
  private static final double LOG_FROM = 15;
  private static final double MARGIN = 0.06;

  /** Characters of names that fit below a panel, distances included. */
  private static final int CHARACTERS_BESIDE = 50;

  private static final ImmutableList<Color> COLOURS =
      ImmutableList.of(
          ChartTheme.BLUE,
          ChartTheme.VERMILLION,
          new Color(0x009E73),
          new Color(0xE69F00),
          new Color(0xCC79A7),
          new Color(0x56B4E9));
  private static final ImmutableList<Shape> MARKS =
      ImmutableList.of(
          new Ellipse2D.Double(-3.5, -3.5, 7, 7),
          new Rectangle2D.Double(-3.2, -3.2, 6.4, 6.4),
          CurvePanels.polygon(0, -4.5, 4.2, 3.5, -4.2, 3.5),
          CurvePanels.polygon(0, -4.8, 4.8, 0, 0, 4.8, -4.8, 0),
          CurvePanels.polygon(0, 4.5, 4.2, -3.5, -4.2, -3.5),
          new Rectangle2D.Double(-4.5, -2, 9, 4));

  private PointPanels() {}

  /**
   * A dot with the ends of its intervals; where there is none, they are the value.
   *
   * @param x horizontal value, or the index of a name
   */
  public record Dot(double x, double xLow, double xHigh, double y, double yLow, double yHigh) {}

  /**
   * Dots of one look.
   *
   * @param label in the legend; empty for none
   * @param dots from left to right
   * @param joined whether lines join them
   * @param faint whether they are background
   */
  public record Group(String label, ImmutableList<Dot> dots, boolean joined, boolean faint) {}

  /**
   * A panel; the last group is drawn on top.
   *
   * @param title above it; may be empty
   * @param xNames names along the horizontal axis, or empty for numbers
   */
  public record Panel(
      String title,
      String xLabel,
      ImmutableList<String> xNames,
      String yLabel,
      ImmutableList<Group> groups) {}

  /**
   * Writes the figure as PNG and SVG.
   *
   * @param panels one or more
   * @param columns panels beside one another
   * @throws IOException if a file cannot be written
   */
  public static void write(
      String title, String subtitle, List<Panel> panels, int columns, Path folder, String name)
      throws IOException {
    List<JFreeChart> charts = new ArrayList<>();
    panels.forEach(panel -> charts.add(chart(panel)));
    boolean single = panels.size() == 1;
    PanelGrid.write(
        title,
        subtitle,
        charts,
        columns,
        single ? 2 * PANEL_WIDTH : PANEL_WIDTH,
        single ? PANEL_HEIGHT * 3 / 2 : PANEL_HEIGHT,
        folder,
        name);
  }

  private static JFreeChart chart(Panel panel) {
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setCapLength(5);
    renderer.setErrorStroke(new BasicStroke(1.3f));
    renderer.setDrawSeriesLineAsPath(true);
    int colour = 0;
    for (Group group : panel.groups()) {
      int number = data.getSeriesCount();
      XYIntervalSeries series = new XYIntervalSeries(group.label() + " ".repeat(number));
      for (Dot d : group.dots()) {
        series.add(d.x(), d.xLow(), d.xHigh(), d.y(), d.yLow(), d.yHigh());
      }
      data.addSeries(series);
      int look = group.faint() ? -1 : colour++ % COLOURS.size();
      renderer.setSeriesPaint(number, look < 0 ? ChartTheme.GREY : COLOURS.get(look));
      renderer.setSeriesShape(number, look < 0 ? MARKS.getFirst() : MARKS.get(look));
      renderer.setSeriesLinesVisible(number, group.joined());
      renderer.setSeriesStroke(number, new BasicStroke(1.8f));
      renderer.setSeriesVisibleInLegend(number, !group.label().isEmpty());
    }
    renderer.setDrawXError(intervals(panel, true));
    renderer.setDrawYError(intervals(panel, false));
    XYPlot plot = new XYPlot(data, xAxis(panel), yAxis(panel), renderer);
    plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
    JFreeChart chart = ChartTheme.panel(panel.title(), plot);
    ChartTheme.style(plot);
    if (panel.groups().stream().allMatch(group -> group.label().isEmpty())) {
      chart.removeLegend();
    }
    return chart;
  }

  private static boolean intervals(Panel panel, boolean horizontal) {
    return panel.groups().stream()
        .flatMap(group -> group.dots().stream())
        .anyMatch(d -> horizontal ? d.xLow() < d.xHigh() : d.yLow() < d.yHigh());
  }

  private static ValueAxis xAxis(Panel panel) {
    if (panel.xNames().isEmpty()) {
      return axis(panel.xLabel(), panel, true);
    }
    SymbolAxis axis = new SymbolAxis(panel.xLabel(), panel.xNames().toArray(String[]::new));
    axis.setGridBandsVisible(false);
    axis.setRange(-0.5, panel.xNames().size() - 0.5);
    axis.setVerticalTickLabels(needsUprightNames(panel.xNames()));
    return axis;
  }

  /** Whether names beside one another would touch. */
  static boolean needsUprightNames(List<String> names) {
    int longest = names.stream().mapToInt(String::length).max().orElse(0);
    return names.size() > 6 || names.size() * (longest + 3) > CHARACTERS_BESIDE;
  }

  private static ValueAxis yAxis(Panel panel) {
    return axis(panel.yLabel(), panel, false);
  }

  /** Logarithmic where the values are above 0 and far apart. */
  private static ValueAxis axis(String label, Panel panel, boolean horizontal) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Group group : panel.groups()) {
      for (Dot dot : group.dots()) {
        low = StrictMath.min(low, horizontal ? dot.xLow() : dot.yLow());
        high = StrictMath.max(high, horizontal ? dot.xHigh() : dot.yHigh());
      }
    }
    if (low > 0 && high / low >= LOG_FROM) {
      double factor = StrictMath.pow(high / low, MARGIN);
      return new PlainLogAxis(label, low / factor, high * factor, false);
    }
    NumberAxis axis = new NumberAxis(label);
    axis.setAutoRangeIncludesZero(false);
    double width = high > low ? high - low : high == 0 ? 1 : StrictMath.abs(high) / 10;
    axis.setRange(low - MARGIN * width, high + MARGIN * width);
    axis.setNumberFormatOverride(new ShortNumbers());
    return axis;
  }
}
