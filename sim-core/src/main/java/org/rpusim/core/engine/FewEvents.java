package org.rpusim.core.engine;

/**
 * A short sorted list of events, of equal ones the first that came before the others. The earliest
 * is kept apart: often it is the only one, added and removed at once.
 */
final class FewEvents {
  /** Those after the earliest, the latest first. */
  private final long[] times;

  private final long[] targets;
  private final long[] payloads;
  private final int capacity;
  private int size;
  private long earliestPs;
  private long earliestTarget;
  private long earliestPayload;

  /** An empty list with room for a number of events, at least two. */
  FewEvents(int capacity) {
    this.capacity = capacity;
    times = new long[capacity - 1];
    targets = new long[capacity - 1];
    payloads = new long[capacity - 1];
  }

  int size() {
    return size;
  }

  boolean isFull() {
    return size == capacity;
  }

  /** Adds an event behind those of its time; the list must not be full. */
  void add(long timePs, long target, long payload) {
    int others = size - 1;
    size++;
    if (others >= 0) {
      if (timePs >= earliestPs) {
        insert(others, timePs, target, payload);
        return;
      }
      put(others, earliestPs, earliestTarget, earliestPayload);
    }
    earliestPs = timePs;
    earliestTarget = target;
    earliestPayload = payload;
  }

  private void insert(int others, long timePs, long target, long payload) {
    int at = others;
    while (at > 0 && times[at - 1] <= timePs) {
      put(at, times[at - 1], targets[at - 1], payloads[at - 1]);
      at--;
    }
    put(at, timePs, target, payload);
  }

  private void put(int at, long timePs, long target, long payload) {
    times[at] = timePs;
    targets[at] = target;
    payloads[at] = payload;
  }

  /** Time of the earliest event; the list must not be empty. */
  long earliestPs() {
    return earliestPs;
  }

  /** Component and kind of the earliest event. */
  long earliestTarget() {
    return earliestTarget;
  }

  long earliestPayload() {
    return earliestPayload;
  }

  void removeEarliest() {
    int next = --size - 1;
    if (next >= 0) {
      earliestPs = times[next];
      earliestTarget = targets[next];
      earliestPayload = payloads[next];
    }
  }

  /** Time of an event, counted from the latest. */
  long timePs(int index) {
    return index == size - 1 ? earliestPs : times[index];
  }

  long target(int index) {
    return index == size - 1 ? earliestTarget : targets[index];
  }

  long payload(int index) {
    return index == size - 1 ? earliestPayload : payloads[index];
  }

  /** The number of latest events, half of them or more, that have no time in common with others. */
  int laterHalf() {
    int count = size / 2;
    while (count < size && timePs(count) == timePs(count - 1)) {
      count++;
    }
    return count;
  }

  /** Removes the latest events. */
  void removeLatest(int count) {
    size -= count;
    for (int i = 0; i < size - 1; i++) {
      put(i, times[i + count], targets[i + count], payloads[i + count]);
    }
  }

  void copyTo(PendingEvents copy) {
    if (size > 0) {
      copy.add(earliestPs, earliestTarget, earliestPayload);
    }
    for (int i = size - 2; i >= 0; i--) {
      copy.add(times[i], targets[i], payloads[i]);
    }
  }
}
