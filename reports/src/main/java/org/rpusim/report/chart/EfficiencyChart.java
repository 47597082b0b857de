package org.rpusim.report.chart;

import com.google.common.collect.ImmutableList;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.cost.ReferenceProcessors;
import org.rpusim.core.stats.Metrics;

/**
 * Throughput over power, both logarithmic, with lines of equal efficiency: what the run sustained,
 * the chip's peak, and processors and published chips to compare with.
 */
final class EfficiencyChart {
  private static final double GIGA = 1e9;
  private static final double PERIPHERY = 3;

  /** Room of a name, as a share of the plot. */
  private static final double NAME_WIDTH = 0.22;

  private static final double NAME_HEIGHT = 0.06;
  private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  private static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
  private static final Color LINE = new Color(0xD8D8D8);
  private static final Color LINE_TEXT = new Color(0x767676);
  private static final Color GREEN = new Color(0x009E73);

  /** Designs of Gokmen and Vlasov (2016), from their components: peak and power. */
  private static final ImmutableList<Spot> PUBLISHED =
      ImmutableList.of(
          new Spot("RPU design 1 (2016)", 5_033e3, 250),
          new Spot("RPU design 2 (2016)", 20_970e3, 250),
          new Spot("RPU design 3 (2016)", 419e3, 22));

  private EfficiencyChart() {}

  /** A place in the chart: GigaOps/s and W. */
  private record Spot(String name, double gigaOps, double watts) {}

  /** The chart of a run's figures, or null if it has no throughput. */
  static @Nullable JFreeChart of(Metrics metrics, String subtitle) {
    List<Spot> own = own(metrics);
    if (own.isEmpty()) {
      return null;
    }
    List<Spot> processors = new ArrayList<>();
    ReferenceProcessors.ALL.forEach(
        p -> processors.add(new Spot(p.label(), p.operationsPerSecond() / GIGA, p.watts())));
    Rectangle2D range = range(own, processors, PUBLISHED);
    XYSeriesCollection data = new XYSeriesCollection();
    String chips = isOneChip(metrics) ? "this run and its chip" : "this run and its chips";
    data.addSeries(series(chips, own));
    data.addSeries(series("RPU designs as published, at their peak", PUBLISHED));
    data.addSeries(series("processors at their peak", processors));
    XYPlot plot =
        new XYPlot(
            data,
            new PlainLogAxis("power (W)", range.getMinX(), range.getMaxX(), false),
            new PlainLogAxis("throughput (Ops/s)", range.getMinY(), range.getMaxY(), true),
            renderer());
    List<Spot> all = Stream.of(own, PUBLISHED, processors).flatMap(List::stream).toList();
    addLines(plot, range, all);
    own.forEach(spot -> label(plot, spot, ChartTheme.BLACK, true));
    PUBLISHED.forEach(spot -> label(plot, spot, GREEN.darker(), false));
    processors.forEach(
        spot -> label(plot, spot, LINE_TEXT.darker(), spot.watts() > range.getMaxX() / 7));
    JFreeChart chart =
        ChartTheme.chart("Throughput and power, with lines of equal efficiency", subtitle, plot);
    ChartTheme.style(plot);
    plot.setRangeGridlinesVisible(false);
    ChartTheme.addLegend(chart);
    return chart;
  }

  private static List<Spot> own(Metrics metrics) {
    List<Spot> own = new ArrayList<>();
    Double sustained = metrics.number("throughput.sustainedGigaOpsPerSecond");
    Double watts = metrics.number("power.averageWatts");
    if (sustained != null && watts != null && sustained > 0 && watts > 0) {
      own.add(new Spot("this run, sustained", sustained, watts));
    }
    Double peak = metrics.number("throughput.peakGigaOpsPerSecond");
    Double efficiency = metrics.number("efficiency.peakGigaOpsPerSecondPerWatt");
    if (!own.isEmpty() && peak != null && efficiency != null && peak > 0 && efficiency > 0) {
      own.add(
          new Spot(
              isOneChip(metrics) ? "this chip, peak" : "these chips, peak",
              peak,
              peak / efficiency));
    }
    return own;
  }

  private static boolean isOneChip(Metrics metrics) {
    return metrics.number("cluster.chips") == null;
  }

  private static XYSeries series(String name, List<Spot> spots) {
    XYSeries series = new XYSeries(name, false);
    spots.forEach(spot -> series.add(spot.watts(), spot.gigaOps() * GIGA));
    return series;
  }

  private static XYLineAndShapeRenderer renderer() {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    renderer.setSeriesPaint(0, ChartTheme.VERMILLION);
    renderer.setSeriesShape(0, new Ellipse2D.Double(-6, -6, 12, 12));
    renderer.setSeriesPaint(1, GREEN);
    renderer.setSeriesShape(1, CurvePanels.polygon(0, -5.5, 5.5, 0, 0, 5.5, -5.5, 0));
    renderer.setSeriesPaint(2, ChartTheme.BLUE);
    renderer.setSeriesShape(2, new Rectangle2D.Double(-4, -4, 8, 8));
    return renderer;
  }

  /** Whole decades of power, and all throughputs with a margin. */
  @SafeVarargs
  private static Rectangle2D range(List<Spot>... all) {
    double x0 = 10;
    double x1 = 1000;
    double y0 = Double.POSITIVE_INFINITY;
    double y1 = 0;
    for (List<Spot> spots : all) {
      for (Spot spot : spots) {
        x0 = StrictMath.min(x0, spot.watts() / PERIPHERY);
        x1 = StrictMath.max(x1, spot.watts() * PERIPHERY);
        y0 = StrictMath.min(y0, spot.gigaOps() * GIGA / PERIPHERY);
        y1 = StrictMath.max(y1, spot.gigaOps() * GIGA * PERIPHERY);
      }
    }
    return new Rectangle2D.Double(x0, y0, x1 - x0, y1 - y0);
  }

  /**
   * Every power of ten of operations a joule that crosses the plot, named where it enters it unless
   * a spot's name is there.
   */
  private static void addLines(XYPlot plot, Rectangle2D range, List<Spot> spots) {
    int first = (int) StrictMath.ceil(StrictMath.log10(range.getMinY() / range.getMaxX()));
    int last = (int) StrictMath.floor(StrictMath.log10(range.getMaxY() / range.getMinX()));
    for (int exponent = first; exponent <= last; exponent++) {
      double efficiency = StrictMath.pow(10, exponent);
      double x0 = StrictMath.max(range.getMinX(), range.getMinY() / efficiency);
      double x1 = StrictMath.min(range.getMaxX(), range.getMaxY() / efficiency);
      plot.addAnnotation(
          new XYLineAnnotation(
              x0, x0 * efficiency, x1, x1 * efficiency, new BasicStroke(1f), LINE));
      boolean longEnough = x1 / x0 > PERIPHERY * PERIPHERY;
      double nameX = x0 * 1.08;
      double nameY = x0 * 1.5 * efficiency;
      if (longEnough && spots.stream().noneMatch(spot -> covers(spot, nameX, nameY, range))) {
        XYTextAnnotation text = new XYTextAnnotation(name(exponent), nameX, nameY);
        text.setFont(SMALL);
        text.setPaint(LINE_TEXT);
        text.setTextAnchor(TextAnchor.BOTTOM_LEFT);
        plot.addAnnotation(text);
      }
    }
  }

  /** Whether a spot, or its name on either side, lies where the name of a line begins. */
  private static boolean covers(Spot spot, double x, double y, Rectangle2D range) {
    double width = StrictMath.log(range.getMaxX() / range.getMinX());
    double height = StrictMath.log(range.getMaxY() / range.getMinY());
    double right = StrictMath.log(x / spot.watts()) / width;
    double above = StrictMath.log(y / (spot.gigaOps() * GIGA)) / height;
    return StrictMath.abs(right) < NAME_WIDTH && above > -NAME_HEIGHT && above < NAME_HEIGHT / 2;
  }

  private static String name(int exponent) {
    String[] prefixes = {"", "k", "M", "G", "T", "P"};
    int group = StrictMath.min(prefixes.length - 1, StrictMath.max(0, exponent / 3));
    double number = StrictMath.pow(10, exponent - 3 * group);
    return HorizontalBars.plainNumbers(3).format(number) + " " + prefixes[group] + "Ops/s/W";
  }

  private static void label(XYPlot plot, Spot spot, Color colour, boolean before) {
    XYTextAnnotation text =
        new XYTextAnnotation(
            spot.name(), spot.watts() * (before ? 0.93 : 1.07), spot.gigaOps() * GIGA);
    text.setFont(TEXT);
    text.setPaint(colour);
    text.setTextAnchor(before ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT);
    plot.addAnnotation(text);
  }
}
