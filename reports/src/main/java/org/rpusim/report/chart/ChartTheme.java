package org.rpusim.report.chart;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Stroke;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/**
 * How all charts look: white, a sans font, thin grid lines along values only, and the colour-blind
 * safe palette of Okabe and Ito (2008).
 */
final class ChartTheme {
  static final Color BLUE = new Color(0x0072B2);
  static final Color VERMILLION = new Color(0xD55E00);
  static final Color GREY = new Color(0xB8B8B8);
  static final Color BLACK = new Color(0x000000);

  /** For lines in one plot, from the first on. */
  static final ImmutableList<Color> LINES =
      ImmutableList.of(
          VERMILLION,
          new Color(0xE69F00),
          BLUE,
          new Color(0x009E73),
          new Color(0xCC79A7),
          new Color(0x56B4E9));

  /** For kinds of components, the same in every chart. */
  private static final ImmutableMap<String, Color> KINDS =
      ImmutableMap.of(
          "array", BLUE,
          "converters", new Color(0x56B4E9),
          "digitalUnit", VERMILLION,
          "management", new Color(0xE69F00),
          "link", new Color(0x009E73),
          "interconnect", new Color(0xCC79A7),
          "memory", new Color(0x555555));

  private static final Color INK = new Color(0x222222);
  private static final Color SOFT_INK = new Color(0x5A5A5A);
  private static final Color GRID = new Color(0xE2E2E2);
  private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 20);
  private static final Font PANEL_TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
  private static final Font SUBTITLE = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
  private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
  private static final Stroke HAIRLINE = new BasicStroke(1f);

  private ChartTheme() {}

  /** The colour of a kind of component, by its key; grey for others. */
  static Color ofKind(String kind) {
    return KINDS.getOrDefault(kind, GREY);
  }

  /** A chart of a plot with the theme's look. */
  static JFreeChart chart(String title, String subtitle, Plot plot) {
    JFreeChart chart = new JFreeChart(title, TITLE, plot, false);
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(new RectangleInsets(16, 18, 14, 24));
    TextTitle heading = chart.getTitle();
    heading.setPaint(INK);
    leftAlign(heading);
    TextTitle second = new TextTitle(subtitle, SUBTITLE);
    second.setPaint(SOFT_INK);
    leftAlign(second);
    second.setPadding(2, 0, 14, 0);
    chart.addSubtitle(second);
    plot.setOutlineVisible(false);
    plot.setBackgroundPaint(Color.WHITE);
    return chart;
  }

  /** Applies the look to a plot of bars; the value axis has grid lines, the categories none. */
  static void style(CategoryPlot plot, BarRenderer renderer) {
    plot.setRangeGridlinePaint(GRID);
    plot.setRangeGridlineStroke(HAIRLINE);
    plot.setDomainGridlinesVisible(false);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    styleAxis(plot.getDomainAxis());
    plot.getDomainAxis().setAxisLineVisible(true);
    plot.getDomainAxis().setAxisLinePaint(SOFT_INK);
    styleAxis(plot.getRangeAxis());
    renderer.setBarPainter(new StandardBarPainter());
    renderer.setShadowVisible(false);
    renderer.setDrawBarOutline(false);
    renderer.setDefaultItemLabelFont(LABEL);
    renderer.setDefaultItemLabelPaint(INK);
  }

  /** The stroke of a line, in points. */
  static Stroke solid(float width) {
    return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  /** The stroke of a line that others are compared with: dashed. */
  static Stroke dashed(float width) {
    float[] dashes = {6, 4};
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
  }

  /** An axis of epochs from 1, with room for the marks at both ends. */
  static NumberAxis epochs(int last) {
    NumberAxis axis = new NumberAxis("epoch");
    axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    double margin = last == 1 ? 0.5 : 0.03 * (last - 1);
    axis.setRange(1 - margin, last + margin);
    return axis;
  }

  /** Applies the look to a plot of lines. */
  static void style(XYPlot plot) {
    plot.setRangeGridlinePaint(GRID);
    plot.setRangeGridlineStroke(HAIRLINE);
    plot.setDomainGridlinesVisible(false);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    styleAxis(plot.getDomainAxis());
    plot.getDomainAxis().setAxisLineVisible(true);
    plot.getDomainAxis().setAxisLinePaint(SOFT_INK);
    styleAxis(plot.getRangeAxis());
  }

  /** A chart of a plot as a part of a larger figure, with a small title and a legend. */
  static JFreeChart panel(String title, Plot plot) {
    JFreeChart chart = new JFreeChart(title, PANEL_TITLE, plot, true);
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(new RectangleInsets(4, 4, 8, 12));
    chart.getTitle().setPaint(INK);
    chart.getTitle().setPadding(0, 0, 8, 0);
    leftAlign(chart.getTitle());
    style(chart.getLegend());
    plot.setOutlineVisible(false);
    plot.setBackgroundPaint(Color.WHITE);
    return chart;
  }

  /** A thin line across a plot. */
  static ValueMarker line(double value) {
    return new ValueMarker(value, SOFT_INK, HAIRLINE);
  }

  /** Adds a legend below a chart. */
  static void addLegend(JFreeChart chart) {
    LegendTitle legend = new LegendTitle(chart.getPlot());
    style(legend);
    chart.addLegend(legend);
  }

  private static void style(LegendTitle legend) {
    legend.setItemFont(LABEL);
    legend.setItemPaint(INK);
    legend.setBackgroundPaint(Color.WHITE);
    legend.setFrame(BlockBorder.NONE);
    legend.setPosition(RectangleEdge.BOTTOM);
  }

  /** Draws title and subtitle of a figure of several charts at its top. */
  static void drawHeading(Graphics2D graphics, String title, String subtitle, int left) {
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setFont(TITLE);
    graphics.setPaint(INK);
    graphics.drawString(title, left, 38);
    graphics.setFont(SUBTITLE);
    graphics.setPaint(SOFT_INK);
    graphics.drawString(subtitle, left, 62);
  }

  private static void styleAxis(Axis axis) {
    axis.setLabelFont(LABEL);
    axis.setTickLabelFont(LABEL);
    axis.setLabelPaint(SOFT_INK);
    axis.setTickLabelPaint(INK);
    axis.setTickMarksVisible(false);
    axis.setAxisLineVisible(false);
    if (axis instanceof ValueAxis) {
      axis.setLabelInsets(new RectangleInsets(6, 6, 6, 6));
      // The automatic distance of ticks follows the labels' size: fewer ticks with wide margins.
      axis.setTickLabelInsets(new RectangleInsets(9, 12, 9, 6));
    }
  }

  private static void leftAlign(TextTitle title) {
    title.setHorizontalAlignment(HorizontalAlignment.LEFT);
    title.setTextAlignment(HorizontalAlignment.LEFT);
  }
}
