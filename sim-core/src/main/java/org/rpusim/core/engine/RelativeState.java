package org.rpusim.core.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * All that decides how a simulation goes on, as numbers that do not depend on when it is: times are
 * relative to the present. Two moments with the same numbers have the same future. Sums that
 * components only add to (counts, busy times) are no part of it.
 */
public final class RelativeState {
  private long[] numbers = new long[1024];
  private int size;
  private int[] tokens = new int[256];
  private int tokenCount;
  private long nowPs;
  private long oldestPs;
  private @Nullable String unknown;

  /** Nothing is written yet. */
  public RelativeState() {}

  /** Begins anew at a time. */
  public void begin(long atPs) {
    size = 0;
    tokenCount = 0;
    nowPs = atPs;
    oldestPs = atPs;
    unknown = null;
  }

  /** Writes a number. */
  public void put(long number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    numbers[size++] = number;
  }

  /** Writes a truth value. */
  public void put(boolean truth) {
    put(truth ? 1 : 0);
  }

  /** Writes numbers, from the first on. */
  public void put(int[] values, int from, int count) {
    for (int i = from; i < from + count; i++) {
      put(values[i]);
    }
  }

  /** Writes a time, ps, as its distance from now. */
  public void putTime(long timePs) {
    put(timePs - nowPs);
  }

  /** Writes a token whose history may yet explain a wait. */
  public void putToken(int token) {
    put(token);
    if (tokenCount == tokens.length) {
      tokens = Arrays.copyOf(tokens, 2 * tokenCount);
    }
    tokens[tokenCount++] = token;
  }

  /** Somebody may ask what happened since a time, ps. */
  public void needHistorySince(long timePs) {
    oldestPs = Math.min(oldestPs, timePs);
  }

  /** A component's state is not known to this class: no two moments are then known to be alike. */
  public void putUnknown(String component) {
    unknown = component;
  }

  /** Tokens whose histories belong to the state; {@link #token} tells each. */
  public int tokens() {
    return tokenCount;
  }

  /** A token of {@link #putToken}, by its position. */
  public int token(int index) {
    return tokens[index];
  }

  /** Earliest time that anybody may ask about, ps. */
  public long oldestPs() {
    return oldestPs;
  }

  /** The component whose state is not known; null where all are. */
  public @Nullable String unknown() {
    return unknown;
  }

  /**
   * The numbers, each in as few bytes as it needs and zeros counted: equal if and only if the
   * numbers are. Null where a component's state is not known.
   */
  public byte @Nullable [] packed() {
    return unknown == null ? new PackedNumbers().pack(numbers, size) : null;
  }

  /** Whether everything is equal, number by number. */
  public boolean isSameAs(RelativeState other) {
    return unknown == null
        && other.unknown == null
        && size == other.size
        && Arrays.equals(numbers, 0, size, other.numbers, 0, size);
  }
}
