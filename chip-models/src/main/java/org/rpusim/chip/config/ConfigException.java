package org.rpusim.chip.config;

import com.google.common.collect.ImmutableList;
import java.io.Serial;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Wrong input of a user. The message is for the user's eyes as it is: one sentence with the place,
 * the offending value and what is allowed; a second line, if any, begins with "Maybe" and says how
 * to mend it. It has no stack trace, because the fault lies in a file and not in the program. A
 * value that is quoted may hold anything: its control characters are shown by their escapes, so
 * that it neither breaks the line nor reaches the terminal.
 */
public final class ConfigException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final ImmutableList<ConfigException> all;

  /**
   * An error without advice.
   *
   * @param sentence one sentence, with its full stop
   */
  public ConfigException(String sentence) {
    this(sentence, null);
  }

  /**
   * An error with advice.
   *
   * @param sentence one sentence, with its full stop
   * @param advice a sentence that begins with "Maybe", or null
   */
  public ConfigException(String sentence, @Nullable String advice) {
    this(
        ImmutableList.of(), advice == null ? line(sentence) : line(sentence) + "\n" + line(advice));
  }

  private ConfigException(ImmutableList<ConfigException> all, String message) {
    super(message, null, false, false);
    this.all = all;
  }

  /**
   * Several errors of one file. Its message is the first one's.
   *
   * @param errors one or more
   */
  static ConfigException ofAll(List<ConfigException> errors) {
    return new ConfigException(
        ImmutableList.copyOf(errors), String.valueOf(errors.getFirst().getMessage()));
  }

  /** Each error by itself: this one, or all that were found together with it. */
  public ImmutableList<ConfigException> all() {
    return all.isEmpty() ? ImmutableList.of(this) : all;
  }

  private static String line(String text) {
    if (text.chars().noneMatch(Character::isISOControl)) {
      return text;
    }
    StringBuilder line = new StringBuilder(text.length() + 16);
    text.chars().forEach(c -> line.append(Character.isISOControl(c) ? escape(c) : "" + (char) c));
    return line.toString();
  }

  private static String escape(int control) {
    return switch (control) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> String.format(Locale.ROOT, "\\u%04x", control);
    };
  }
}
