package org.rpusim.report.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** How numbers are written for people: the same in every locale. */
public final class Numbers {
  private static final int DIGITS = 4;
  private static final BigDecimal TINY = new BigDecimal("0.0001");

  private Numbers() {}

  /**
   * Four significant digits, without zeros at the end, thousands parted by commas; {@code 3.1E-7}.
   */
  public static String plain(double value) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_UP));
    if (rounded.signum() == 0) {
      return "0";
    }
    BigDecimal bare = rounded.stripTrailingZeros();
    return bare.abs().compareTo(TINY) < 0 ? bare.toString() : withCommas(bare.toPlainString());
  }

  /** A share of a whole: {@code 84.8 %}, {@code < 0.1 %}. */
  public static String percent(double fraction) {
    double percent = 100 * fraction;
    if (percent > 0 && percent < 0.1) {
      return "< 0.1 %";
    }
    return String.format(Locale.ROOT, "%.1f %%", percent);
  }

  /** A time that passed on the clock on the wall: {@code 4.2 s}, {@code 3 min 05 s}. */
  public static String duration(double seconds) {
    if (seconds < 59.95) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = StrictMath.round(seconds);
    if (whole < 3600) {
      return String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60);
    }
    return String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole % 3600 / 60);
  }

  private static String withCommas(String number) {
    int end = number.indexOf('.');
    int start = number.startsWith("-") ? 1 : 0;
    StringBuilder text = new StringBuilder(number);
    for (int i = (end < 0 ? number.length() : end) - 3; i > start; i -= 3) {
      text.insert(i, ',');
    }
    return text.toString();
  }
}
