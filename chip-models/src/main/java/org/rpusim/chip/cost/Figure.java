package org.rpusim.chip.cost;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.Firmness;
import org.rpusim.core.units.Dimension;
import org.rpusim.core.units.Quantity;

/**
 * A figure of a chip beside what the paper says of it.
 *
 * @param key short name
 * @param label as it is printed
 * @param value in base units of the dimension
 * @param dimension what it measures
 * @param reference the paper's value, or null where it gives none
 */
public record Figure(
    String key, String label, double value, Dimension dimension, @Nullable Reference reference) {
  private static final double EXPLAINED_ABOVE_PERCENT = 3;
  private static final double TERA = 1e12;
  private static final double PETA = 1e15;

  /**
   * The paper's value of a figure.
   *
   * @param value in base units
   * @param firmness how firm it is
   * @param remark where the value differs, why; may be empty
   */
  public record Reference(double value, Firmness firmness, String remark) {}

  /** The value with its unit. */
  public String valueText() {
    return text(value);
  }

  /** The paper's value with its unit; empty where there is none. */
  public String referenceText() {
    return reference == null ? "" : text(reference.value());
  }

  /** By how much the value is above the paper's, %; null where there is none. */
  public @Nullable Double deviationPercent() {
    return reference == null ? null : 100 * (value / reference.value() - 1);
  }

  /** Where the paper's value is from, or why it differs by more than 3 %; may be empty. */
  public String remark() {
    Double deviation = deviationPercent();
    if (reference == null || deviation == null) {
      return "";
    }
    // Every preset is within 3 %, which a test holds: what differs more has been changed by a user.
    boolean changed = Math.abs(deviation) > EXPLAINED_ABOVE_PERCENT;
    return changed ? "this chip is changed from the paper's" : reference.remark();
  }

  private String text(double number) {
    if (dimension == Dimension.OPERATION_RATE && number >= PETA) {
      // As the papers and our reports write it: 20,972 TOps/s.
      return String.format(Locale.ROOT, "%,.0f TOps/s", number / TERA);
    }
    return Quantity.format(number, dimension);
  }
}
