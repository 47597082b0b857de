package org.rpusim.chip.config;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may be meant by a value that is none. */
final class Advice {
  private static final Splitter COMMAS = Splitter.on(", ");
  private static final Pattern BARE_NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

  private Advice() {}

  /**
   * A sentence that begins with "Maybe", or null.
   *
   * @param text what is written
   * @param defaultText value where nothing is written, or {@link Section#REQUIRED}
   */
  static @Nullable String on(ValueType<?> type, String text, String defaultText) {
    String allowed = type.allowed();
    if (allowed.startsWith("one of ")) {
      String names = allowed.substring("one of ".length()).replace(", or ", ", ");
      String near = Nearest.of(text, ImmutableSet.copyOf(COMMAS.split(names)));
      return "Maybe " + (near == null ? type.example() : near) + " is meant.";
    }
    int unit = type.example().indexOf(' ');
    if (unit > 0 && BARE_NUMBER.matcher(text).matches()) {
      return "Maybe " + text + type.example().substring(unit) + " is meant.";
    }
    if (text.startsWith("-")) {
      return "Maybe the sign is wrong.";
    }
    return defaultText.isEmpty() ? null : "Maybe the default, " + defaultText + ", is meant.";
  }
}
