package org.rpusim.core.units;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Size of an array.
 *
 * @param rows 1 or more
 * @param columns 1 or more
 */
public record Shape(int rows, int columns) {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,9})\\s*[x\u00D7]\\s*([0-9]{1,9})");

  /** Checks the range. */
  public Shape {
    if (rows < 1 || columns < 1) {
      throw new UnitException(
          "\"" + rows + " x " + columns + "\" is no size: rows and columns must be 1 or more");
    }
  }

  /**
   * Reads {@code 4096 x 4096}: rows by columns.
   *
   * @throws UnitException if the text is no size
   */
  public static Shape parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new UnitException(
          "\"" + text + "\" is no size: allowed is rows x columns, such as 4096 x 4096");
    }
    return new Shape(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return rows + " x " + columns;
  }
}
