package org.rpusim.report.chart;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.data.category.DefaultCategoryDataset;
import org.rpusim.report.table.Numbers;
import org.rpusim.report.table.TileTime;

/** Share of time that each tile was at work. */
final class UtilisationChart {
  private static final int LABELLED_BARS = 12;
  private static final int NAMES = 20;

  private UtilisationChart() {}

  /** The chart of one tile or more. */
  static JFreeChart of(TileTime time, String subtitle) {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    CategoryAxis names = new SparseNames(time.unit(), (time.tiles().size() + NAMES - 1) / NAMES);
    for (TileTime.Tile tile : time.tiles()) {
      data.addValue(100 * tile.utilisation(), "", String.valueOf(tile.number()));
    }
    names.setCategoryMargin(0.25);
    names.setLowerMargin(0.02);
    names.setUpperMargin(0.02);
    NumberAxis values = new NumberAxis("share of time at work (%)");
    values.setNumberFormatOverride(HorizontalBars.plainNumbers(6));
    values.setUpperMargin(0.1);
    BarRenderer renderer = new BarRenderer();
    renderer.setMaximumBarWidth(0.08);
    renderer.setSeriesPaint(0, ChartTheme.BLUE);
    CategoryPlot plot = new CategoryPlot(data, names, values, renderer);
    String mean = " (mean " + Numbers.percent(time.busyFraction()) + ")";
    String title = "Utilisation by " + time.unit() + mean;
    JFreeChart chart = ChartTheme.chart(title, subtitle, plot);
    ChartTheme.style(plot, renderer);
    if (time.tiles().size() <= LABELLED_BARS) {
      renderer.setDefaultItemLabelGenerator(
          new StandardCategoryItemLabelGenerator("{2} %", HorizontalBars.plainNumbers(2)));
      renderer.setDefaultItemLabelsVisible(true);
    }
    return chart;
  }
}
