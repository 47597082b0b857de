package org.rpusim.core.server;

/** A queue of longs without allocation in steady state; also takes entries at its head. */
public final class TokenQueue {
  private long[] items = new long[16];
  private int head;
  private int size;

  /** Adds at the end. */
  public void addLast(long item) {
    grow();
    items[(head + size) & (items.length - 1)] = item;
    size++;
  }

  /** Adds at the head, to be taken next. */
  public void addFirst(long item) {
    grow();
    head = (head - 1) & (items.length - 1);
    items[head] = item;
    size++;
  }

  /**
   * Takes the head.
   *
   * @throws IllegalStateException if empty
   */
  public long removeFirst() {
    if (size == 0) {
      throw new IllegalStateException("the queue is empty");
    }
    long item = items[head];
    head = (head + 1) & (items.length - 1);
    size--;
    return item;
  }

  /**
   * An entry that stays where it is.
   *
   * @param index its place, 0 for the head, less than {@link #size}
   */
  public long get(int index) {
    return items[(head + index) & (items.length - 1)];
  }

  /** Whether nothing waits. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** Entries that wait. */
  public int size() {
    return size;
  }

  private void grow() {
    if (size < items.length) {
      return;
    }
    long[] larger = new long[items.length * 2];
    for (int i = 0; i < size; i++) {
      larger[i] = items[(head + i) & (items.length - 1)];
    }
    items = larger;
    head = 0;
  }
}
