package org.rpusim.chip.config;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Wrong input of a user. The message is for the user's eyes as it is: one sentence with the place,
 * the offending value and what is allowed; a second line, if any, begins with "Maybe" and says how
 * to mend it. It has no stack trace, because the fault lies in a file and not in the program.
 */
public final class ConfigException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

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
    super(advice == null ? sentence : sentence + "\n" + advice, null, false, false);
  }
}
