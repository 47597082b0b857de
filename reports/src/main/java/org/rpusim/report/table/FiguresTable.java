package org.rpusim.report.table;

import java.util.List;
import java.util.Locale;
import org.rpusim.chip.cost.Figure;
import org.rpusim.chip.cost.Figure.Reference;

/** A chip's figures beside the paper's, for people. */
public final class FiguresTable {
  private FiguresTable() {}

  /** The text of the table; a figure of which the paper says nothing has its value alone. */
  public static String of(String chip, List<Figure> figures) {
    TextTable table = new TextTable("  ");
    table.row("figure", "value", "paper", "firmness", "deviation", "remark");
    for (Figure figure : figures) {
      Reference reference = figure.reference();
      Double deviation = figure.deviationPercent();
      if (reference == null || deviation == null) {
        table.row(figure.label(), figure.valueText(), "", "", "", "");
      } else {
        table.row(
            figure.label(),
            figure.valueText(),
            figure.referenceText(),
            reference.firmness().word(),
            percent(deviation),
            reference.remark());
      }
    }
    return "What " + chip + " reaches at its peak, from its components\n\n" + table;
  }

  private static String percent(double deviation) {
    String text = String.format(Locale.ROOT, "%+.1f %%", deviation);
    return text.equals("-0.0 %") || text.equals("+0.0 %") ? "0.0 %" : text;
  }
}
