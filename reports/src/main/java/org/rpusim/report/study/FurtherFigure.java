package org.rpusim.report.study;

import org.rpusim.core.units.Dimension;
import org.rpusim.core.units.Quantity;
import org.rpusim.report.table.Numbers;

/**
 * A figure that a study shows beside the one that it compares.
 *
 * @param path in {@code metrics.json}
 * @param label in tables and charts
 * @param unit its base unit, such as {@code s}; empty for a number
 */
public record FurtherFigure(String path, String label, String unit) {
  /** Where the time of a training stands. */
  static final String TIME = "time.simulatedSeconds";

  /** A value for people: {@code 4.27 ms}. */
  String text(double value) {
    for (Dimension dimension : Dimension.values()) {
      if (!unit.isEmpty() && dimension.baseUnit().equals(unit)) {
        return Quantity.format(value, dimension);
      }
    }
    return Numbers.plain(value) + (unit.isEmpty() ? "" : " " + unit);
  }
}
