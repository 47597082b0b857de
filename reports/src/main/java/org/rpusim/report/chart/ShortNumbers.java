package org.rpusim.report.chart;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import org.jspecify.annotations.Nullable;

/** Numbers of an axis: plain ones where they are short, else with a power of ten. */
final class ShortNumbers extends NumberFormat {
  private static final long serialVersionUID = 1;
  private static final double SMALL = 1e-3;
  private static final double LARGE = 1e6;

  @Override
  public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
    double size = StrictMath.abs(number);
    if (size == 0 || (size >= SMALL && size < LARGE)) {
      return to.append(HorizontalBars.plainNumbers(5).format(number));
    }
    int exponent = (int) StrictMath.floor(StrictMath.log10(size) + 1e-12);
    String digits = HorizontalBars.plainNumbers(4).format(number / StrictMath.pow(10, exponent));
    return to.append(digits).append('E').append(exponent);
  }

  @Override
  public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
    return format((double) number, to, position);
  }

  @Override
  public @Nullable Number parse(String text, ParsePosition position) {
    return null;
  }
}
