package org.rpusim.report.sweep;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.IntStream;
import org.rpusim.chip.config.ConfigException;

/** The values that a key takes in a sweep. */
sealed interface Values {
  /** As it is written: what {@link ValuesReader} reads back to the same. */
  String text();

  /** For people: all of them where they are few. */
  String brief();

  /**
   * The values of a grid, in order.
   *
   * @throws ConfigException if it is a range without a number of values
   */
  ImmutableList<String> all();

  /**
   * A value by a coordinate.
   *
   * @param u from 0 to below 1
   */
  String at(double u);

  /** Values that are written out. */
  record Listed(ImmutableList<String> all) implements Values {
    private static final int MOST_SHOWN = 10;

    @Override
    public String text() {
      return String.join(",", all);
    }

    @Override
    public String brief() {
      return all.size() <= MOST_SHOWN
          ? String.join(", ", all)
          : all.getFirst() + ", … " + all.getLast() + " (" + all.size() + " values)";
    }

    @Override
    public String at(double u) {
      return all.get((int) (u * all.size()));
    }
  }

  /**
   * A range.
   *
   * @param low smallest value, in the unit
   * @param high largest value
   * @param unit with a blank before it, or empty
   * @param whole whether values are whole numbers
   * @param logarithmic whether values are even in their logarithm; then low is above 0
   * @param count values of a grid; 0 for every whole number of the range
   * @param text as it was written
   */
  record Span(
      double low,
      double high,
      String unit,
      boolean whole,
      boolean logarithmic,
      int count,
      String text)
      implements Values {
    /** Significant digits of a value in between: enough for any study, and fit to be read. */
    private static final MathContext DIGITS = new MathContext(5);

    @Override
    public String brief() {
      return text;
    }

    @Override
    public ImmutableList<String> all() {
      if (count == 0 && !whole) {
        throw new ConfigException(
            text + " is a range without a number of values, which a grid needs.",
            "Maybe write: " + text + " in 5.");
      }
      int values = count == 0 ? (int) (high - low) + 1 : count;
      return IntStream.range(0, values)
          .mapToObj(i -> number(values == 1 ? 0 : i / (values - 1.0)))
          .distinct()
          .collect(ImmutableList.toImmutableList());
    }

    @Override
    public String at(double u) {
      if (!whole) {
        return number(u);
      }
      if (logarithmic) {
        double value = StrictMath.exp(between(StrictMath.log(low), StrictMath.log(high + 1), u));
        return plain(StrictMath.min(high, StrictMath.floor(value)));
      }
      return plain(low + StrictMath.floor(u * (high - low + 1)));
    }

    private String number(double u) {
      double value =
          logarithmic
              ? StrictMath.exp(between(StrictMath.log(low), StrictMath.log(high), u))
              : between(low, high, u);
      // The ends as they were written: the logarithm may miss them by a bit.
      value = u == 0 ? low : u == 1 ? high : value;
      return plain(whole ? StrictMath.rint(value) : value);
    }

    private static double between(double from, double to, double u) {
      return from + u * (to - from);
    }

    private String plain(double value) {
      BigDecimal number = new BigDecimal(Double.toString(value));
      BigDecimal rounded = whole ? number : number.round(DIGITS);
      return rounded.signum() == 0
          ? "0" + unit
          : rounded.stripTrailingZeros().toPlainString() + unit;
    }
  }
}
