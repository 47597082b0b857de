package org.rpusim.report.chart;

import java.awt.Color;
import java.awt.Stroke;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.rpusim.chip.device.StepResponse;

/** The charts of a device: {@code step-response}, {@code asymmetry} and {@code spread}. */
public final class DeviceCharts {
  private static final int MOST_POINTS = 600;
  private static final Stroke BOLD = ChartTheme.solid(3f);
  private static final Stroke THIN = ChartTheme.solid(1f);
  private static final Color FAINT = new Color(0x0072B2 | 0x60000000, true);

  private DeviceCharts() {}

  /**
   * Writes the charts as PNG and SVG over any that are there.
   *
   * @param subtitle which device and how many, below each title
   * @param folder existing or not
   * @throws IOException if a file cannot be written
   */
  public static void write(StepResponse response, String subtitle, Path folder) throws IOException {
    Files.createDirectories(folder);
    ChartFile.write(stepResponse(response, subtitle), folder, "step-response");
    ChartFile.write(asymmetry(response, subtitle), folder, "asymmetry");
    ChartFile.write(spread(response, subtitle), folder, "spread");
  }

  private static JFreeChart stepResponse(StepResponse response, String subtitle) {
    int typical = response.typical();
    Lines lines = new Lines();
    lines.add(
        pulses("mean of all", response, response::meanWeight),
        ChartTheme.GREY,
        ChartTheme.solid(2f));
    lines.add(
        pulses("a typical device", response, p -> response.weight(typical, p)),
        ChartTheme.BLUE,
        BOLD);
    String title = "Step response: " + response.pulses() + " pulses up, then as many down";
    return lines.chart(title, subtitle, "pulse", "weight", true);
  }

  private static JFreeChart asymmetry(StepResponse response, String subtitle) {
    Lines lines = new Lines();
    lines.add(steps("up", response, true), ChartTheme.BLUE, BOLD);
    lines.add(steps("down", response, false), ChartTheme.VERMILLION, BOLD);
    return lines.chart(
        "Mean size of a step by weight", subtitle, "weight", "size of a step (thousandths)", true);
  }

  private static JFreeChart spread(StepResponse response, String subtitle) {
    Lines lines = new Lines();
    int curves = response.shown();
    for (int i = 0; i < curves; i++) {
      int device = i;
      lines.add(pulses("device " + i, response, p -> response.weight(device, p)), FAINT, THIN);
    }
    lines.add(pulses("mean of all", response, response::meanWeight), ChartTheme.VERMILLION, BOLD);
    String some = curves < response.devices() ? curves + " of " : "";
    String title =
        String.format(Locale.ROOT, "Spread of %s%,d sampled devices", some, response.devices());
    return lines.chart(title, subtitle, "pulse", "weight", false);
  }

  private static XYSeries pulses(String name, StepResponse response, IntToDoubleFunction weight) {
    XYSeries series = new XYSeries(name, false);
    int last = 2 * response.pulses();
    int points = StrictMath.min(MOST_POINTS, last);
    for (int k = 0; k <= points; k++) {
      int pulse = (int) ((long) last * k / points);
      series.add(pulse, weight.applyAsDouble(pulse));
    }
    return series;
  }

  private static XYSeries steps(String name, StepResponse response, boolean up) {
    XYSeries series = new XYSeries(name, false);
    for (int point = 0; point < StepResponse.POINTS; point++) {
      series.add(response.weightOf(point), 1000 * response.meanStep(point, up));
    }
    return series;
  }

  /** Lines of a plot; those added later lie above. */
  private static final class Lines {
    private final XYSeriesCollection data = new XYSeriesCollection();
    private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);

    void add(XYSeries series, Color color, Stroke stroke) {
      int number = data.getSeriesCount();
      data.addSeries(series);
      renderer.setSeriesPaint(number, color);
      renderer.setSeriesStroke(number, stroke);
    }

    JFreeChart chart(String title, String subtitle, String xLabel, String yLabel, boolean legend) {
      NumberAxis x = new NumberAxis(xLabel);
      x.setAutoRangeIncludesZero(false);
      x.setNumberFormatOverride(HorizontalBars.plainNumbers(4));
      NumberAxis y = new NumberAxis(yLabel);
      y.setNumberFormatOverride(HorizontalBars.plainNumbers(4));
      XYPlot plot = new XYPlot(data, x, y, renderer);
      plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
      JFreeChart chart = ChartTheme.chart(title, subtitle, plot);
      ChartTheme.style(plot);
      if (legend) {
        LegendTitle names = new LegendTitle(plot);
        names.setPosition(RectangleEdge.TOP);
        names.setFrame(BlockBorder.NONE);
        names.setItemFont(x.getLabelFont());
        chart.addLegend(names);
      }
      return chart;
    }
  }
}
