package org.rpusim.core.units;

import com.google.common.collect.ImmutableList;

/**
 * What a quantity measures. Each has a base unit, in which {@link Quantity#parse} gives its values,
 * and the units that are printed. Any SI prefix from a (10⁻¹⁸) to P (10¹⁵) may be written before a
 * unit.
 */
public enum Dimension {
  /** Time; base unit s. */
  TIME("time", "s", "ps", "ns", "us", "ms", "s"),
  /** Frequency; base unit Hz. */
  FREQUENCY("frequency", "Hz", "Hz", "kHz", "MHz", "GHz"),
  /** Power; base unit W. */
  POWER("power", "W", "nW", "uW", "mW", "W", "kW", "MW"),
  /** Energy; base unit J. */
  ENERGY("energy", "J", "aJ", "fJ", "pJ", "nJ", "uJ", "mJ", "J", "kJ", "MJ"),
  /** Energy of moving or keeping one bit; base unit J/bit. */
  ENERGY_PER_BIT("energy per bit", "J/bit", "fJ/bit", "pJ/bit", "nJ/bit"),
  /** Energy of one operation; base unit J/Op. */
  ENERGY_PER_OPERATION("energy per operation", "J/Op", "fJ/Op", "pJ/Op", "nJ/Op"),
  /** Voltage; base unit V. */
  VOLTAGE("voltage", "V", "uV", "mV", "V"),
  /** Electric current; base unit A. */
  CURRENT("current", "A", "pA", "nA", "uA", "mA", "A"),
  /** Resistance; base unit Ohm. */
  RESISTANCE("resistance", "Ohm", "mOhm", "Ohm", "kOhm", "MOhm", "GOhm"),
  /** Resistance of a wire by its length; base unit Ohm/m. */
  RESISTANCE_PER_LENGTH("resistance per length", "Ohm/m", "Ohm/um"),
  /** Capacitance; base unit F. */
  CAPACITANCE("capacitance", "F", "aF", "fF", "pF", "nF", "uF"),
  /** Capacitance of a wire by its length; base unit F/m. */
  CAPACITANCE_PER_LENGTH("capacitance per length", "F/m", "fF/um"),
  /** Length; base unit m. */
  LENGTH("length", "m", "nm", "um", "mm", "m"),
  /** Area; base unit m2. */
  AREA("area", "m2", "um2", "mm2", "m2"),
  /** Amount of data; base unit B. */
  DATA("amount of data", "B", "B", "kB", "MB", "GB", "TB"),
  /** Data by time; base unit B/s. */
  BANDWIDTH("bandwidth", "B/s", "B/s", "kB/s", "MB/s", "GB/s", "TB/s"),
  /** Operations by time; base unit Ops/s. */
  OPERATION_RATE(
      "operation rate", "Ops/s", "Ops/s", "kOps/s", "MOps/s", "GOps/s", "TOps/s", "POps/s"),
  /** Weight updates by time; base unit Updates/s. */
  UPDATE_RATE(
      "update rate",
      "Updates/s",
      "Updates/s",
      "kUpdates/s",
      "MUpdates/s",
      "GUpdates/s",
      "TUpdates/s",
      "PUpdates/s"),
  /** Operations by energy; base unit Ops/s/W. */
  EFFICIENCY("efficiency", "Ops/s/W", "Ops/s/W", "MOps/s/W", "GOps/s/W", "TOps/s/W"),
  /** A number of things, with the prefixes k (or K), M, G, T and P alone. */
  COUNT("count", "", "", "k", "M", "G", "T"),
  /** A part of a whole, as a plain number or in %; base unit 1. */
  RATIO("ratio", "", "%"),
  /** A plain number. */
  NUMBER("number", "", "");

  private final String label;
  private final String baseUnit;
  private final ImmutableList<String> units;

  Dimension(String label, String baseUnit, String... units) {
    this.label = label;
    this.baseUnit = baseUnit;
    this.units = ImmutableList.copyOf(units);
  }

  /** What messages call it: {@code energy per bit}. */
  public String label() {
    return label;
  }

  /** The unit of parsed values, empty for plain numbers. */
  public String baseUnit() {
    return baseUnit;
  }

  /** The units that are printed, from the smallest up; an empty one stands for a plain number. */
  public ImmutableList<String> units() {
    return units;
  }
}
