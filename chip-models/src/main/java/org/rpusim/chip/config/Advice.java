package org.rpusim.chip.config;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;

/** What may be meant by a value that is none. */
final class Advice {
  private static final Splitter COMMAS = Splitter.on(", ");

  private Advice() {}

  /**
   * A sentence that begins with "Maybe".
   *
   * @param text what is written
   * @param defaultText value where nothing is written, or {@link Section#REQUIRED}
   */
  static String on(ValueType<?> type, String text, String defaultText) {
    String allowed = type.allowed();
    if (allowed.startsWith("one of ")) {
      String names = allowed.substring("one of ".length()).replace(", or ", ", ");
      String name = Nearest.of(text, ImmutableSet.copyOf(COMMAS.split(names)));
      return "Maybe " + (name == null ? type.example() : name) + " is meant.";
    }
    String near = type.near(text);
    if (near != null) {
      return "Maybe " + near + " is meant.";
    }
    if (text.startsWith("-")) {
      return "Maybe the sign is wrong.";
    }
    return defaultText.isEmpty()
        ? "Maybe " + type.example() + ", for example, is meant."
        : "Maybe the default, " + defaultText + ", is meant.";
  }
}
