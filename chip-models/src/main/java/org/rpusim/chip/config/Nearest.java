package org.rpusim.chip.config;

import com.google.common.base.Ascii;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds the name that a user probably meant. */
public final class Nearest {
  private Nearest() {}

  /**
   * The candidate with the fewest changed letters, if that is less than half of them; else the
   * shortest that has the whole text in it.
   *
   * @return the first such candidate in order, or null where none is near
   */
  public static @Nullable String of(String wrong, Collection<String> candidates) {
    String best = null;
    int fewest = Math.max(1, wrong.length() / 2) + 1;
    for (String candidate : candidates) {
      int distance = distance(Ascii.toLowerCase(wrong), Ascii.toLowerCase(candidate));
      if (distance < fewest) {
        fewest = distance;
        best = candidate;
      }
    }
    return best == null ? containing(Ascii.toLowerCase(wrong), candidates) : best;
  }

  /** The shortest candidate that has the text in it, if that says enough. */
  private static @Nullable String containing(String wrong, Collection<String> candidates) {
    String best = null;
    for (String candidate : candidates) {
      if (wrong.length() > 2
          && Ascii.toLowerCase(candidate).contains(wrong)
          && (best == null || candidate.length() < best.length())) {
        best = candidate;
      }
    }
    return best;
  }

  /** Levenshtein distance: insertions, deletions and replacements of a letter. */
  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
      }
      int[] swap = previous;
      previous = current;
      current = swap;
    }
    return previous[b.length()];
  }
}
