package org.rpusim.report.chart;

import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.rpusim.report.table.Shares;

/** Energy by component, the greatest first. */
final class EnergyChart {
  private static final int BARS = 12;

  private EnergyChart() {}

  /**
   * The chart.
   *
   * @param energy joules by component; not empty
   */
  static JFreeChart of(Shares energy, String subtitle) {
    Shares shown = energy.greatest(BARS);
    double greatest = 0;
    for (Shares.Part part : shown.parts()) {
      greatest = StrictMath.max(greatest, part.value());
    }
    SiScale scale = SiScale.of(greatest);
    HorizontalBars bars = new HorizontalBars();
    for (Shares.Part part : shown.parts()) {
      double value = part.value() / scale.unit();
      bars.add(part.name(), value, label(value, part.fraction(), scale), ChartTheme.BLUE);
    }
    String unit = scale.prefix() + "J";
    SiScale totalScale = SiScale.of(energy.total());
    String title =
        String.format(
            Locale.ROOT,
            "Energy by component (%.4g %sJ in all)",
            energy.total() / totalScale.unit(),
            totalScale.prefix());
    return bars.chart(title, subtitle, "energy (" + unit + ")");
  }

  private static String label(double value, double fraction, SiScale scale) {
    return String.format(
        Locale.ROOT, "%.3g %sJ, %.1f %%", value, scale.prefix(), 100 * fraction);
  }
}
