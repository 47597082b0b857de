package org.rpusim.core.engine;

/** A short list of events, the latest first, and of equal ones the last that came. */
final class FewEvents {
  private final long[] times;
  private final long[] targets;
  private final long[] payloads;
  private int size;

  /** An empty list with room for a number of events. */
  FewEvents(int capacity) {
    times = new long[capacity];
    targets = new long[capacity];
    payloads = new long[capacity];
  }

  int size() {
    return size;
  }

  boolean isFull() {
    return size == times.length;
  }

  /** Adds an event behind those of its time; the list must not be full. */
  void add(long timePs, long target, long payload) {
    int at = size++;
    while (at > 0 && times[at - 1] <= timePs) {
      times[at] = times[at - 1];
      targets[at] = targets[at - 1];
      payloads[at] = payloads[at - 1];
      at--;
    }
    times[at] = timePs;
    targets[at] = target;
    payloads[at] = payload;
  }

  /** Time of the earliest event; the list must not be empty. */
  long earliestPs() {
    return times[size - 1];
  }

  /** Component and kind of the earliest event. */
  long earliestTarget() {
    return targets[size - 1];
  }

  long earliestPayload() {
    return payloads[size - 1];
  }

  void removeEarliest() {
    size--;
  }

  void copyTo(PendingEvents copy) {
    for (int i = size - 1; i >= 0; i--) {
      copy.add(times[i], targets[i], payloads[i]);
    }
  }
}
