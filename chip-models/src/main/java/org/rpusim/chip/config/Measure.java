package org.rpusim.chip.config;

import org.rpusim.core.units.Dimension;
import org.rpusim.core.units.Quantity;

/** A kind of quantity with the unit that the records keep it in. */
public enum Measure {
  /** Kept in picoseconds. */
  TIME(Dimension.TIME, "ps", "80 ns"),
  /** Kept in watts. */
  POWER(Dimension.POWER, "W", "20 W"),
  /** Kept in joules. */
  ENERGY(Dimension.ENERGY, "J", "19.2 pJ"),
  /** Kept in joules a bit. */
  ENERGY_PER_BIT(Dimension.ENERGY_PER_BIT, "J/bit", "4 pJ/bit"),
  /** Kept in volts. */
  VOLTAGE(Dimension.VOLTAGE, "V", "1 V"),
  /** Kept in ohms. */
  RESISTANCE(Dimension.RESISTANCE, "Ohm", "24 MOhm"),
  /** Kept in ohms a micrometre. */
  RESISTANCE_PER_LENGTH(Dimension.RESISTANCE_PER_LENGTH, "Ohm/um", "0.36 Ohm/um"),
  /** Kept in femtofarads a micrometre. */
  CAPACITANCE_PER_LENGTH(Dimension.CAPACITANCE_PER_LENGTH, "fF/um", "0.2 fF/um"),
  /** Kept in micrometres. */
  LENGTH(Dimension.LENGTH, "um", "0.4 um"),
  /** Kept in square millimetres. */
  LARGE_AREA(Dimension.AREA, "mm2", "2.68 mm2"),
  /** Kept in square micrometres. */
  SMALL_AREA(Dimension.AREA, "um2", "100 um2"),
  /** Kept in hertz. */
  RATE(Dimension.FREQUENCY, "Hz", "800 MHz"),
  /** Kept in operations a second. */
  OPERATIONS(Dimension.OPERATION_RATE, "Ops/s", "51.2 GOps/s"),
  /** Kept in bytes a second. */
  BANDWIDTH(Dimension.BANDWIDTH, "B/s", "3 TB/s"),
  /** Kept in bytes. */
  DATA(Dimension.DATA, "B", "256 kB");

  private final Dimension dimension;
  private final String unit;
  private final String example;

  Measure(Dimension dimension, String unit, String example) {
    this.dimension = dimension;
    this.unit = unit;
    this.example = example;
  }

  /** What it is called in messages. */
  public String noun() {
    return dimension.label();
  }

  /** A value with a unit. */
  public String example() {
    return example;
  }

  /**
   * Reads a number with a unit.
   *
   * @return the value in the unit that records keep
   * @throws org.rpusim.core.units.UnitException if the unit is missing or wrong, or it is no number
   */
  public double parse(String text) {
    return Quantity.parse(text, dimension, unit);
  }

  /** Writes a value, kept as the records keep it, so that {@link #parse} gives the same bits. */
  public String format(double value) {
    return Quantity.formatExact(value, dimension, unit);
  }
}
