package org.rpusim.chip.config;

import com.google.common.collect.BoundType;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The allowed number that is probably meant by a text that is none.
 *
 * @param text the number as it is written
 * @param remark what is said behind it, or nothing
 */
record NearNumber(String text, String remark) {
  private static final Pattern FORM =
      Pattern.compile("([+-]?\\d{1,30}(?:[.,]\\d{1,30})?(?:[eE][+-]?\\d{1,2})?)\\s*[\\p{L}/%]*");

  /** An amount or rate in bits, such as {@code 24 Tb/s}. */
  private static final Pattern BITS =
      Pattern.compile("(\\d{1,30}(?:\\.\\d{1,30})?)\\s*([kMGTP]?)(?:b|[Bb]its?)(/s|ps)?");

  private static final BigDecimal BYTE = BigDecimal.valueOf(8);

  private static NearNumber plain(String text) {
    return new NearNumber(text, "");
  }

  private static NearNumber most(String text) {
    return new NearNumber(text, ", the most that is allowed,");
  }

  private static NearNumber least(String text) {
    return new NearNumber(text, ", the least that is allowed,");
  }

  /** A whole number: without a wrong sign, without a fraction, or the end of what is allowed. */
  static @Nullable NearNumber whole(String text, int least, int most) {
    BigDecimal number = number(text.replace("_", ""));
    if (number == null) {
      return null;
    }
    boolean thousands = text.endsWith("k") || text.endsWith("K");
    BigDecimal whole =
        number.scaleByPowerOfTen(thousands ? 3 : 0).setScale(0, RoundingMode.HALF_EVEN);
    BigDecimal low = BigDecimal.valueOf(least);
    BigDecimal high = BigDecimal.valueOf(most);
    if (least >= 0 && whole.signum() < 0 && whole.negate().compareTo(low) >= 0) {
      whole = whole.negate();
    }
    if (whole.compareTo(high) > 0) {
      return most(String.valueOf(most));
    }
    return whole.compareTo(low) < 0 ? least(String.valueOf(least)) : plain(whole.toPlainString());
  }

  /** A number, written with a point, or the end of what is allowed. */
  static @Nullable NearNumber of(String text, Range<Double> range) {
    BigDecimal number = number(text);
    if (number == null) {
      return null;
    }
    double value = number.doubleValue();
    if (range.contains(value)) {
      return plain(number.toPlainString());
    }
    if (range.contains(-value)) {
      return plain(number.negate().toPlainString());
    }
    if (isAbove(range, value)) {
      return range.upperBoundType() == BoundType.CLOSED
          ? most(shortest(range.upperEndpoint()))
          : null;
    }
    return range.hasLowerBound() && range.lowerBoundType() == BoundType.CLOSED
        ? least(shortest(range.lowerEndpoint()))
        : null;
  }

  private static boolean isAbove(Range<Double> range, double value) {
    return range.hasUpperBound() && value >= range.upperEndpoint();
  }

  /** A number without a unit, or with one that there is not, with the unit of an example. */
  static @Nullable NearNumber withUnit(String text, String example) {
    Matcher bits = BITS.matcher(text.strip());
    if (bits.matches() && example.endsWith("B" + (bits.group(3) == null ? "" : "/s"))) {
      String bytes =
          new BigDecimal(bits.group(1)).divide(BYTE).stripTrailingZeros().toPlainString();
      return plain(bytes + " " + bits.group(2) + (bits.group(3) == null ? "B" : "B/s"));
    }
    Matcher form = FORM.matcher(text.strip());
    int blank = example.indexOf(' ');
    if (blank < 0 || !form.matches()) {
      return null;
    }
    return plain(form.group(1).replace(',', '.') + example.substring(blank));
  }

  private static @Nullable BigDecimal number(String text) {
    Matcher form = FORM.matcher(text.strip());
    return form.matches() ? new BigDecimal(form.group(1).replace(',', '.')) : null;
  }

  private static String shortest(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
