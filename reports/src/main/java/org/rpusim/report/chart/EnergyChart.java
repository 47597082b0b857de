package org.rpusim.report.chart;

import org.jfree.chart.JFreeChart;
import org.rpusim.core.units.Dimension;
import org.rpusim.core.units.Quantity;
import org.rpusim.report.table.Numbers;
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
      String label =
          Quantity.format(part.value(), Dimension.ENERGY) + ", " + Numbers.percent(part.fraction());
      bars.add(part.name(), part.value() / scale.unit(), label, ChartTheme.BLUE);
    }
    String unit = scale.prefix() + "J";
    String title =
        "Energy by component (" + Quantity.format(energy.total(), Dimension.ENERGY) + " in all)";
    return bars.chart(title, subtitle, "energy (" + unit + ")", Double.MAX_VALUE);
  }
}
