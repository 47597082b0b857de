package org.rpusim.core.units;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses and prints quantities: a decimal number, a space that may be left out, and a unit. Powers
 * of ten are exact: {@code 1.25 ns} is 1250 ps, and any value is rounded once at most, to the
 * nearest double. Nothing depends on the locale.
 */
public final class Quantity {
  private static final Pattern FORM =
      Pattern.compile(
          "([+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?)\\s*(\\S*)");

  private static final int PICO = -12;
  private static final int DIGITS = 4;

  private Quantity() {}

  /**
   * A quantity in the base unit of its dimension: {@code parse("0.24 mW", POWER)} is 0.00024.
   *
   * @throws UnitException if the text is no such quantity
   */
  public static double parse(String text, Dimension dimension) {
    return finite(exact(text, dimension), text, dimension);
  }

  /**
   * A quantity in a unit of choice: {@code parse("0.2 fF/um", CAPACITANCE_PER_LENGTH, "fF/um")} is
   * 0.2.
   *
   * @param unit a unit of the dimension
   * @throws UnitException if the text is no such quantity
   */
  public static double parse(String text, Dimension dimension, String unit) {
    BigDecimal base = exact(text, dimension);
    return finite(base.scaleByPowerOfTen(-known(unit, dimension)), text, dimension);
  }

  /**
   * A time in whole picoseconds, 0 or more.
   *
   * @throws UnitException if the text is no time, or not a whole number of ps, or out of range
   */
  public static long parseTimePs(String text) {
    return wholePs(exact(text, Dimension.TIME).scaleByPowerOfTen(-PICO), text);
  }

  /** A value in base units with at most four digits and the unit that suits it: {@code 1.96 W}. */
  public static String format(double value, Dimension dimension) {
    BigDecimal rounded = decimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
    return print(rounded, dimension);
  }

  /** A value in base units as a text that {@link #parse(String, Dimension)} turns back into it. */
  public static String formatExact(double value, Dimension dimension) {
    return print(decimal(value), dimension);
  }

  /** A value in the given unit as a text that {@link #parse(String, Dimension, String)} reverts. */
  public static String formatExact(double value, Dimension dimension, String unit) {
    return print(decimal(value).scaleByPowerOfTen(known(unit, dimension)), dimension);
  }

  /** Picoseconds as a text that {@link #parseTimePs} turns back into them. */
  public static String formatTimePs(long timePs) {
    return print(BigDecimal.valueOf(timePs).scaleByPowerOfTen(PICO), Dimension.TIME);
  }

  private static BigDecimal exact(String text, Dimension dimension) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw wrong(text, dimension, "it is not a number and a unit", null);
    }
    String unit = matcher.group(2);
    OptionalInt power = UnitSpelling.powerOfTen(unit, dimension);
    if (power.isEmpty()) {
      String reason = unit.isEmpty() ? "the unit is missing" : "the unit is \"" + unit + "\"";
      throw wrong(text, dimension, reason, sameButForCase(unit, dimension));
    }
    return new BigDecimal(matcher.group(1)).scaleByPowerOfTen(power.getAsInt());
  }

  private static @Nullable String sameButForCase(String unit, Dimension dimension) {
    for (String known : dimension.units()) {
      if (known.equalsIgnoreCase(unit)) {
        return known;
      }
    }
    return null;
  }

  private static double finite(BigDecimal value, String text, Dimension dimension) {
    double result = value.doubleValue();
    if (Double.isInfinite(result)) {
      throw wrong(text, dimension, "it is out of range", null);
    }
    return result;
  }

  private static long wholePs(BigDecimal value, String text) {
    if (value.signum() < 0) {
      throw new UnitException("\"" + text + "\" is negative; allowed is 0 or more");
    }
    if (value.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw new UnitException(
          "\"" + text + "\" is out of range; the most is " + Long.MAX_VALUE + " ps");
    }
    if (value.stripTrailingZeros().scale() > 0) {
      throw new UnitException("\"" + text + "\" is not a whole number of ps");
    }
    return value.longValueExact();
  }

  private static BigDecimal decimal(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("Not a finite number: " + value);
    }
    return new BigDecimal(Double.toString(value)); // the shortest text of this very double
  }

  private static int known(String unit, Dimension dimension) {
    OptionalInt power = UnitSpelling.powerOfTen(unit, dimension);
    if (power.isEmpty()) {
      throw wrong(unit, dimension, "it is no unit of this dimension", null);
    }
    return power.getAsInt();
  }

  private static String print(BigDecimal base, Dimension dimension) {
    String unit = suitable(base.abs(), dimension);
    BigDecimal value = base.scaleByPowerOfTen(-known(unit, dimension)).stripTrailingZeros();
    boolean plain = value.scale() < 12 && value.precision() - value.scale() < 18;
    String number = plain ? value.toPlainString() : value.toString();
    return unit.isEmpty() ? number : number + " " + unit;
  }

  /** The largest unit that the value reaches, else the smallest; zero takes the base unit. */
  private static String suitable(BigDecimal size, Dimension dimension) {
    if (size.signum() == 0 && dimension.units().contains(dimension.baseUnit())) {
      return dimension.baseUnit();
    }
    String unit = dimension.units().getFirst();
    if (dimension == Dimension.COUNT && size.compareTo(BigDecimal.valueOf(10_000)) < 0) {
      return unit; // 4096 rather than 4.096 k
    }
    int early = dimension == Dimension.AREA ? -2 : 0; // 0.0256 mm2 rather than 25600 um2
    for (String larger : dimension.units()) {
      if (size.compareTo(BigDecimal.ONE.scaleByPowerOfTen(early + known(larger, dimension))) >= 0) {
        unit = larger;
      }
    }
    return unit;
  }

  private static UnitException wrong(
      String text, Dimension dimension, String reason, @Nullable String suggestion) {
    String units = String.join(", ", dimension.units());
    String allowed =
        switch (dimension) {
          case NUMBER -> "Allowed: a plain number, such as 0.01";
          case COUNT -> "Allowed: a plain number, or one with k, M, G or T, such as 1.28 M";
          case RATIO -> "Allowed: a plain number or one in %, such as 20 %";
          default -> "Allowed units: " + units;
        };
    String maybe = suggestion == null ? "" : "\nMaybe \"" + suggestion + "\" is meant.";
    return new UnitException(
        "\"" + text + "\" is no " + dimension.label() + ": " + reason + ". " + allowed + maybe);
  }
}
