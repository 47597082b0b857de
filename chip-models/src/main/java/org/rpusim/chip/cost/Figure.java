package org.rpusim.chip.cost;

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
    return Quantity.format(value, dimension);
  }

  /** The paper's value with its unit; empty where there is none. */
  public String referenceText() {
    return reference == null ? "" : Quantity.format(reference.value(), dimension);
  }

  /** By how much the value is above the paper's, %; null where there is none. */
  public @Nullable Double deviationPercent() {
    return reference == null ? null : 100 * (value / reference.value() - 1);
  }
}
