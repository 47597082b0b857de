package org.rpusim.core.server;

import java.util.Arrays;

/**
 * Remembers, for each token, the chain of stages that brought it where it is: what it waited for or
 * was served by, from when, and the stage before. A component that had to wait for a token walks
 * its chain backwards to learn why.
 *
 * <p>Stages live in a ring; a chain that is longer than the ring loses its oldest part, which then
 * counts as {@link #unknownReason()}.
 */
public final class CausalLog {
  private static final long NONE = -1;

  private final int mask;
  private final int unknownReason;
  private final long[] previous;
  private final int[] reason;
  private final long[] startPs;
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
    this.reason = new int[capacity];
    this.startPs = new long[capacity];
    this.head = new long[tokens];
    Arrays.fill(head, NONE);
  }

  /** The reason given to time that no remembered stage covers. */
  public int unknownReason() {
    return unknownReason;
  }

  /** From now on the token is in a stage of this reason. */
  public void enter(int token, int stageReason, long nowPs) {
    long before = head[token];
    if (isRemembered(before)) {
      int slot = (int) before & mask;
      if (reason[slot] == stageReason) {
        return;
      }
      if (startPs[slot] == nowPs) {
        before = previous[slot];
      }
    }
    int slot = (int) next & mask;
    previous[slot] = before;
    reason[slot] = stageReason;
    startPs[slot] = nowPs;
    head[token] = next++;
  }

  /** The token goes on from where another one has come to. */
  public void inherit(int token, int fromToken) {
    head[token] = head[fromToken];
  }

  /** The token has no history. */
  public void forget(int token) {
    head[token] = NONE;
  }

  /**
   * Charges the time from {@code fromPs} to {@code toPs} to the reasons of the stages that the
   * token went through in that time.
   */
  public void explain(int token, long fromPs, long toPs, TimeLedger ledger) {
    long stage = head[token];
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
