package org.rpusim.workload.run;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rpusim.chip.config.ConfigException;

/**
 * How often a checkpoint is written.
 *
 * @param count 1 or more
 * @param epochs whether epochs are counted, or training samples
 */
public record CheckpointInterval(long count, boolean epochs) {
  private static final Pattern TEXT =
      Pattern.compile("(\\d[\\d_]{0,17}) ?(samples?|epochs?|)", Pattern.CASE_INSENSITIVE);

  /**
   * Reads {@code 10000}, {@code 10000 samples} or {@code 2 epochs}.
   *
   * @throws ConfigException if it is none of these
   */
  public static CheckpointInterval parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    long count = matcher.matches() ? Long.parseLong(matcher.group(1).replace("_", "")) : 0;
    if (count < 1) {
      throw new ConfigException(
          "--checkpoint-every is \"" + text + "\", but must be a number of samples or epochs.",
          "Maybe 10000, or \"1 epoch\".");
    }
    return new CheckpointInterval(count, matcher.group(2).startsWith("e"));
  }

  /** Training samples between two checkpoints. */
  boolean isDue(long samplesSinceLast) {
    return !epochs && samplesSinceLast >= count;
  }

  /** Whether one is due after an epoch, counted from 1. */
  boolean isDueAfter(int epoch) {
    return epochs && epoch % count == 0;
  }
}
