package org.rpusim.report.chart;

import java.awt.Paint;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/** Bars from left to right, one a row, each with its value written at its end. */
final class HorizontalBars {
  private final DefaultCategoryDataset data = new DefaultCategoryDataset();
  private final List<String> labels = new ArrayList<>();
  private final List<Paint> paints = new ArrayList<>();

  /** Adds a bar below the ones before it. */
  HorizontalBars add(String name, double value, String label, Paint paint) {
    data.addValue(value, "", name);
    labels.add(label);
    paints.add(paint);
    return this;
  }

  /**
   * The chart of the bars added so far.
   *
   * @param lastTick greatest value that the axis may name, beyond which is room for labels
   */
  JFreeChart chart(String title, String subtitle, String valueAxisLabel, double lastTick) {
    NumberAxis values = new EndedAxis(valueAxisLabel, lastTick);
    values.setNumberFormatOverride(plainNumbers(4));
    values.setUpperMargin(0.22);
    CategoryAxis names = new CategoryAxis();
    names.setCategoryMargin(0.35);
    names.setLowerMargin(0.02);
    names.setUpperMargin(0.02);
    names.setMaximumCategoryLabelWidthRatio(0.4f);
    BarRenderer renderer = new PaintedBars(paints);
    renderer.setMaximumBarWidth(0.09);
    renderer.setDefaultItemLabelGenerator(new GivenLabels(labels));
    renderer.setDefaultItemLabelsVisible(true);
    renderer.setDefaultPositiveItemLabelPosition(
        new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
    CategoryPlot plot = new CategoryPlot(data, names, values, renderer);
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    JFreeChart chart = ChartTheme.chart(title, subtitle, plot);
    ChartTheme.style(plot, renderer);
    return chart;
  }

  /** Numbers of so many decimals at most, in no locale's way: charts are the same everywhere. */
  static DecimalFormat plainNumbers(int decimals) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    return new DecimalFormat("0." + "#".repeat(decimals), symbols);
  }

  /** A number axis from 0 that names no value beyond a last one. */
  private static final class EndedAxis extends NumberAxis {
    private static final long serialVersionUID = 1;
    private final double lastTick;

    EndedAxis(String label, double lastTick) {
      super(label);
      this.lastTick = lastTick;
    }

    @Override
    protected int calculateVisibleTickCount() {
      double allowed = StrictMath.floor(lastTick / getTickUnit().getSize()) + 1;
      return (int) StrictMath.min(super.calculateVisibleTickCount(), allowed);
    }
  }

  private static final class PaintedBars extends BarRenderer {
    private static final long serialVersionUID = 1;
    private final transient List<Paint> paints;

    PaintedBars(List<Paint> paints) {
      this.paints = paints;
    }

    @Override
    public Paint getItemPaint(int row, int column) {
      return paints.get(column);
    }
  }

  private record GivenLabels(List<String> labels) implements CategoryItemLabelGenerator {
    @Override
    public String generateRowLabel(CategoryDataset dataset, int row) {
      return "";
    }

    @Override
    public String generateColumnLabel(CategoryDataset dataset, int column) {
      return "";
    }

    @Override
    public String generateLabel(CategoryDataset dataset, int row, int column) {
      return " " + labels.get(column);
    }
  }
}
