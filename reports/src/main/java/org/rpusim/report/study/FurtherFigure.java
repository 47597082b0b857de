package org.rpusim.report.study;

import java.util.Locale;
import org.rpusim.core.units.Dimension;
import org.rpusim.core.units.Quantity;
import org.rpusim.report.table.FigureText;
import org.rpusim.report.table.Numbers;

/**
 * A figure that a study shows, or that one of its references is of.
 *
 * @param path in {@code metrics.json}
 * @param label in tables and charts
 * @param unit its base unit, such as {@code s}; empty for that of its path
 */
public record FurtherFigure(String path, String label, String unit) {
  private static final double EXACT = 1e15;

  /** Where the time of a training stands. */
  static final String TIME = "time.simulatedSeconds";

  /** A value for people: {@code 4.27 ms}; a whole number without a unit has all its digits. */
  String text(double value) {
    for (Dimension dimension : Dimension.values()) {
      if (!unit.isEmpty() && dimension.baseUnit().equals(unit)) {
        return Quantity.format(value, dimension);
      }
    }
    if (unit.isEmpty() && value == StrictMath.rint(value) && StrictMath.abs(value) < EXACT) {
      return String.format(Locale.ROOT, "%,d", (long) value);
    }
    return unit.isEmpty() ? FigureText.value(path, value) : Numbers.plain(value) + " " + unit;
  }
}
