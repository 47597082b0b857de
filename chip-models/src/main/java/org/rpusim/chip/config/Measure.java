package org.rpusim.chip.config;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind of quantity with the unit that the records keep it in. Powers of ten are exact, so that
 * {@code 1.25 ns} is 1250 ps and a written value reads back to the same bits.
 */
public enum Measure {
  /** Kept in picoseconds. */
  TIME("time", "80 ns", -12, "s", -12, -9, -6, -3, 0),
  /** Kept in watts. */
  POWER("power", "20 W", 0, "W", -12, -9, -6, -3, 0, 3),
  /** Kept in joules. */
  ENERGY("energy", "19.2 pJ", 0, "J", -18, -15, -12, -9, -6, -3, 0),
  /** Kept in joules a bit. */
  ENERGY_PER_BIT("energy per bit", "4 pJ/bit", 0, "J/bit", -18, -15, -12, -9, -6),
  /** Kept in volts. */
  VOLTAGE("voltage", "1 V", 0, "V", -6, -3, 0),
  /** Kept in ohms. */
  RESISTANCE("resistance", "24 MOhm", 0, "Ohm", 0, 3, 6, 9),
  /** Kept in ohms a micrometre. */
  RESISTANCE_PER_LENGTH("resistance per length", "0.36 Ohm/um", 0, "Ohm/um", -3, 0, 3),
  /** Kept in femtofarads a micrometre. */
  CAPACITANCE_PER_LENGTH("capacitance per length", "0.2 fF/um", -15, "F/um", -18, -15, -12),
  /** Kept in micrometres. */
  LENGTH("length", "0.4 um", -6, "m", -9, -6, -3),
  /** Kept in square millimetres. */
  LARGE_AREA("area", "2.68 mm2", 0, "mm2", 0),
  /** Kept in square micrometres. */
  SMALL_AREA("area", "100 um2", 0, "um2", 0),
  /** Kept in hertz. */
  RATE("rate", "800 MHz", 0, "Hz", 0, 3, 6, 9, 12),
  /** Kept in operations a second. */
  OPERATIONS("rate of operations", "51.2 GOps/s", 0, "Ops/s", 0, 3, 6, 9, 12),
  /** Kept in bytes a second. */
  BANDWIDTH("bandwidth", "3 TB/s", 0, "B/s", 0, 3, 6, 9, 12);

  private static final Pattern TEXT =
      Pattern.compile("([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,3})?)\\s*(\\D*|\\D.*)");
  private final String noun;
  private final String example;
  private final ImmutableMap<String, Integer> exponents;

  Measure(String noun, String example, int kept, String unit, int... exponents) {
    this.noun = noun;
    this.example = example;
    ImmutableMap.Builder<String, Integer> units = ImmutableMap.builder();
    for (int exponent : exponents) {
      units.put(prefix(exponent) + unit, exponent - kept);
    }
    this.exponents = units.buildOrThrow();
  }

  /** What it is called in messages. */
  public String noun() {
    return noun;
  }

  /** A value with a unit. */
  public String example() {
    return example;
  }

  /**
   * Reads a number with a unit.
   *
   * @return the value in the unit that records keep
   * @throws IllegalArgumentException if the unit is missing or wrong, or it is no number
   */
  public BigDecimal parse(String text) {
    String plain =
        text.strip()
            .replace('\u00b5', 'u')
            .replace('\u03bc', 'u')
            .replace("\u03a9", "Ohm")
            .replace("\u2126", "Ohm")
            .replace("\u00b2", "2");
    Matcher matcher = TEXT.matcher(plain);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("no number with a unit");
    }
    Integer exponent = exponents.get(matcher.group(2).strip());
    if (exponent == null) {
      throw new IllegalArgumentException("unit is not one of " + exponents.keySet());
    }
    return new BigDecimal(matcher.group(1)).scaleByPowerOfTen(exponent);
  }

  /** Writes a value, kept as the records keep it, with the largest unit that leaves 1 or more. */
  public String format(BigDecimal value) {
    String best = "";
    int bestExponent = 0;
    for (Map.Entry<String, Integer> unit : exponents.entrySet()) {
      boolean fits = value.abs().compareTo(BigDecimal.ONE.scaleByPowerOfTen(unit.getValue())) >= 0;
      if (best.isEmpty() || fits || (value.signum() == 0 && unit.getValue() <= 0)) {
        best = unit.getKey();
        bestExponent = unit.getValue();
      }
    }
    BigDecimal number = value.scaleByPowerOfTen(-bestExponent);
    BigDecimal shortest = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    return shortest.toPlainString() + " " + best;
  }

  private static String prefix(int exponent) {
    return switch (exponent) {
      case -18 -> "a";
      case -15 -> "f";
      case -12 -> "p";
      case -9 -> "n";
      case -6 -> "u";
      case -3 -> "m";
      case 0 -> "";
      case 3 -> "k";
      case 6 -> "M";
      case 9 -> "G";
      case 12 -> "T";
      default -> throw new IllegalArgumentException("no prefix for 10^" + exponent);
    };
  }
}
