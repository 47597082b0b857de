package org.rpusim.core.server;

import java.util.Arrays;
import org.rpusim.core.engine.RelativeState;

/**
 * Remembers, for each token, the stages that brought it where it is: what it waited for or was
 * served by, from when, and the stage before. A component that had to wait for a token learns from
 * them why.
 *
 * <p>Stages live in a ring; what is older than the ring counts as the unknown reason. A stage also
 * knows the time by reason of all that led to it, and the strand it is on: the first follower of a
 * stage is on the same strand, any other begins a new one. So the time since an earlier stage of
 * the same history is a difference of two sums, however many stages lie between.
 */
public final class CausalLog {
  /** Most reasons. */
  public static final int MAX_REASONS = 11;

  /** No stage. */
  static final long NONE = -1;

  /** Longs of a stage: what follows, then the time by reason before its start. */
  private static final int STRIDE = 16;

  private static final int PREVIOUS = 0;
  private static final int STRAND = 1;

  /** The follower of a stage on its own strand. */
  private static final int FOLLOWER = 2;

  private static final int REASON = 3;
  private static final int START_PS = 4;
  private static final int SUMS_PS = 5;

  private final int mask;
  private final int unknownReason;
  private final long[] stages;
  private final long[] head;
  private long next;

  /** The description that has each stage, by its place in the ring. */
  private int[] described = new int[0];

  private int descriptions;

  /**
   * @param tokens number of tokens
   * @param capacity stages remembered, a power of two
   * @param unknownReason reason of what lies before the remembered stages
   */
  public CausalLog(int tokens, int capacity, int unknownReason) {
    if (Integer.bitCount(capacity) != 1) {
      throw new IllegalArgumentException("capacity is not a power of two: " + capacity);
    }
    this.mask = capacity - 1;
    this.unknownReason = unknownReason;
    this.stages = new long[capacity * STRIDE];
    this.head = new long[tokens];
    Arrays.fill(head, NONE);
  }

  private int at(long stage) {
    return ((int) stage & mask) * STRIDE;
  }

  /** From now on the token is in a stage of this reason, 0 to {@link #MAX_REASONS} − 1. */
  public void enter(int token, int stageReason, long nowPs) {
    long before = head[token];
    boolean hasHistory = isRemembered(before);
    if (hasHistory && stages[at(before) + REASON] == stageReason) {
      return;
    }
    int at = at(next);
    if (hasHistory) {
      follow(at, at(before), nowPs);
    } else {
      stages[at + STRAND] = next;
      Arrays.fill(stages, at + SUMS_PS, at + STRIDE, 0);
    }
    stages[at + PREVIOUS] = before;
    stages[at + FOLLOWER] = NONE;
    stages[at + REASON] = stageReason;
    stages[at + START_PS] = nowPs;
    head[token] = next++;
  }

  private void follow(int at, int before, long nowPs) {
    System.arraycopy(stages, before + SUMS_PS, stages, at + SUMS_PS, MAX_REASONS);
    stages[at + SUMS_PS + (int) stages[before + REASON]] += nowPs - stages[before + START_PS];
    if (stages[before + FOLLOWER] == NONE) {
      stages[before + FOLLOWER] = next;
      stages[at + STRAND] = stages[before + STRAND];
    } else {
      stages[at + STRAND] = next;
    }
  }

  /** The token goes on from where another one has come to. */
  public void inherit(int token, int fromToken) {
    head[token] = head[fromToken];
  }

  /** The token has no history. */
  public void forget(int token) {
    head[token] = NONE;
  }

  /** The stage that a token is in. */
  long stage(int token) {
    return head[token];
  }

  /**
   * Charges the time from {@code fromPs} to {@code toPs} to the reasons of the stages that the
   * token went through in that time.
   *
   * @param anchor a stage that perhaps was the token's at {@code fromPs}, or {@link #NONE}; it
   *     changes only how fast the answer is found
   */
  void explain(int token, long fromPs, long toPs, long anchor, TimeLedger ledger) {
    if (fromPs == toPs) {
      return;
    }
    if (isOnPath(anchor, fromPs, head[token])) {
      subtract(head[token], toPs, anchor, fromPs, ledger);
    } else {
      walk(head[token], fromPs, toPs, ledger);
    }
  }

  /** Whether the history that ends with a stage is known to have been in the anchor at a time. */
  private boolean isOnPath(long anchor, long timePs, long last) {
    if (!isRemembered(anchor)) {
      return false;
    }
    long wanted = stages[at(anchor) + STRAND];
    long stage = last;
    long follows = NONE;
    while (stage >= anchor) { // what leads to a stage is older than it
      long first = stages[at(stage) + STRAND];
      if (first == wanted) {
        long left = anchor < stage ? stages[at(anchor) + FOLLOWER] : follows;
        return left == NONE || stages[at(left) + START_PS] >= timePs;
      }
      follows = first;
      stage = isRemembered(first) ? stages[at(first) + PREVIOUS] : NONE;
    }
    return false;
  }

  private void subtract(long last, long toPs, long anchor, long fromPs, TimeLedger ledger) {
    int lastAt = at(last);
    int anchorAt = at(anchor);
    ledger.addSpan(anchor, last, stages, anchorAt + SUMS_PS, lastAt + SUMS_PS);
    ledger.addWaiting((int) stages[lastAt + REASON], toPs - stages[lastAt + START_PS]);
    ledger.addWaiting((int) stages[anchorAt + REASON], stages[anchorAt + START_PS] - fromPs);
  }

  private void walk(long last, long fromPs, long toPs, TimeLedger ledger) {
    long stage = last;
    long untilPs = toPs;
    while (untilPs > fromPs) {
      if (!isRemembered(stage)) {
        ledger.addWaiting(unknownReason, untilPs - fromPs);
        return;
      }
      int at = at(stage);
      long sincePs = Math.max(stages[at + START_PS], fromPs);
      if (sincePs < untilPs) {
        ledger.addWaiting((int) stages[at + REASON], untilPs - sincePs);
        untilPs = sincePs;
      }
      stage = stages[at + PREVIOUS];
    }
  }

  /**
   * Writes the histories of a state's tokens, as far back as anybody may ask about them. A stage is
   * named by how many came after it, so that what is forgotten, and when, is part of the state; its
   * own numbers stand where it is met first.
   */
  public void describe(RelativeState state) {
    if (described.length == 0) {
      described = new int[mask + 1];
    }
    descriptions++;
    for (int i = 0; i < state.tokens(); i++) {
      describe(head[state.token(i)], state);
    }
  }

  private void describe(long last, RelativeState state) {
    long stage = last;
    while (isRemembered(stage)) {
      state.put(next - stage);
      int at = at(stage);
      if (described[(int) stage & mask] == descriptions) {
        return;
      }
      described[(int) stage & mask] = descriptions;
      long startPs = stages[at + START_PS];
      state.put(stages[at + REASON]);
      state.putTime(Math.max(startPs, state.oldestPs()));
      if (startPs <= state.oldestPs()) {
        return;
      }
      stage = stages[at + PREVIOUS];
    }
    state.put(NONE);
  }

  private boolean isRemembered(long stage) {
    return stage >= 0 && next - stage <= mask;
  }
}
