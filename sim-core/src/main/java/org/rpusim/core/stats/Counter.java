package org.rpusim.core.stats;

/** Counts actions in exact integers. */
public final class Counter {
  private long value;

  /** A counter at 0. */
  public Counter() {}

  /** What has been counted so far. */
  public long get() {
    return value;
  }

  /** Counts some more; {@code count} must be 0 or more, which hot loops do not pay a check for. */
  public void add(long count) {
    value += count;
  }

  /** Counts one more. */
  public void increment() {
    value++;
  }
}
