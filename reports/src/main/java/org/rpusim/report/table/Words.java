package org.rpusim.report.table;

import java.util.Locale;

/** Turns names of metrics into plain words. */
public final class Words {
  private Words() {}

  /**
   * Plain words for a name in camel case or with dots: {@code digitalUnits} becomes {@code digital
   * units}; runs of capitals stay ({@code NMUnits} becomes {@code NM units}).
   */
  public static String of(String name) {
    StringBuilder words = new StringBuilder(name.length() + 8);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean capital = Character.isUpperCase(c);
      boolean nextSmall = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
      boolean afterSmall = i > 0 && !Character.isUpperCase(name.charAt(i - 1));
      if (c == '.' || c == '_') {
        words.append(' ');
      } else if (capital && i > 0 && (afterSmall || nextSmall)) {
        words.append(' ').append(nextSmall ? lower(c) : c);
      } else {
        words.append(capital && nextSmall ? lower(c) : c);
      }
    }
    return words.toString();
  }

  private static String lower(char c) {
    return String.valueOf(c).toLowerCase(Locale.ROOT);
  }
}
