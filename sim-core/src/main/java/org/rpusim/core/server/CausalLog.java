package org.rpusim.core.server;

import java.util.Arrays;

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
  public static final int MAX_REASONS = 16;

  /** No stage. */
  static final long NONE = -1;

  private final int mask;
  private final int unknownReason;
  private final long[] previous;
  private final long[] strand;

  /** The follower of each stage on its own strand. */
  private final long[] follower;

  private final int[] reason;
  private final long[] startPs;

  /** Time by reason before the start of each stage, {@link #MAX_REASONS} numbers a stage. */
  private final long[] sumsPs;

  private final long[] head;
  private long next;

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
    this.previous = new long[capacity];
    this.strand = new long[capacity];
    this.follower = new long[capacity];
    this.reason = new int[capacity];
    this.startPs = new long[capacity];
    this.sumsPs = new long[capacity * MAX_REASONS];
    this.head = new long[tokens];
    Arrays.fill(head, NONE);
  }

  /** From now on the token is in a stage of this reason, 0 to {@link #MAX_REASONS} − 1. */
  public void enter(int token, int stageReason, long nowPs) {
    long before = head[token];
    boolean hasHistory = isRemembered(before);
    if (hasHistory && reason[(int) before & mask] == stageReason) {
      return;
    }
    int slot = (int) next & mask;
    previous[slot] = before;
    reason[slot] = stageReason;
    startPs[slot] = nowPs;
    follower[slot] = NONE;
    strand[slot] = next;
    if (hasHistory) {
      follow(slot, (int) before & mask, nowPs);
    } else {
      Arrays.fill(sumsPs, slot * MAX_REASONS, (slot + 1) * MAX_REASONS, 0);
    }
    head[token] = next++;
  }

  private void follow(int slot, int before, long nowPs) {
    System.arraycopy(
        sumsPs, before * MAX_REASONS, sumsPs, slot * MAX_REASONS, MAX_REASONS);
    sumsPs[slot * MAX_REASONS + reason[before]] += nowPs - startPs[before];
    if (follower[before] == NONE) {
      follower[before] = next;
      strand[slot] = strand[before];
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
    long wanted = strand[(int) anchor & mask];
    long stage = last;
    long follows = NONE;
    while (stage >= anchor) { // what leads to a stage is older than it
      long first = strand[(int) stage & mask];
      if (first == wanted) {
        long left = anchor < stage ? follower[(int) anchor & mask] : follows;
        return left == NONE || startPs[(int) left & mask] >= timePs;
      }
      follows = first;
      stage = isRemembered(first) ? previous[(int) first & mask] : NONE;
    }
    return false;
  }

  private void subtract(long last, long toPs, long anchor, long fromPs, TimeLedger ledger) {
    int lastSlot = (int) last & mask;
    int anchorSlot = (int) anchor & mask;
    for (int r = 0; r < ledger.reasons(); r++) {
      ledger.addWaiting(
          r, sumsPs[lastSlot * MAX_REASONS + r] - sumsPs[anchorSlot * MAX_REASONS + r]);
    }
    ledger.addWaiting(reason[lastSlot], toPs - startPs[lastSlot]);
    ledger.addWaiting(reason[anchorSlot], startPs[anchorSlot] - fromPs);
  }

  private void walk(long last, long fromPs, long toPs, TimeLedger ledger) {
    long stage = last;
    long untilPs = toPs;
    while (untilPs > fromPs) {
      if (!isRemembered(stage)) {
        ledger.addWaiting(unknownReason, untilPs - fromPs);
        return;
      }
      int slot = (int) stage & mask;
      long sincePs = Math.max(startPs[slot], fromPs);
      if (sincePs < untilPs) {
        ledger.addWaiting(reason[slot], untilPs - sincePs);
        untilPs = sincePs;
      }
      stage = previous[slot];
    }
  }

  private boolean isRemembered(long stage) {
    return stage >= 0 && next - stage <= mask;
  }
}
