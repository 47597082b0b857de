package org.rpusim.core.engine;

/** A short list of events in the order of their times; the earliest stands last. */
final class NearEvents {
  private final long[] times;
  private final int[] events;
  private int count;

  NearEvents(int capacity) {
    times = new long[capacity];
    events = new int[capacity];
  }

  boolean isEmpty() {
    return count == 0;
  }

  boolean isFull() {
    return count == times.length;
  }

  /** Puts an event behind those of its time; the list must not be full. */
  void insert(int event, long time) {
    int at = count++;
    while (at > 0 && times[at - 1] <= time) {
      times[at] = times[at - 1];
      events[at] = events[at - 1];
      at--;
    }
    times[at] = time;
    events[at] = event;
  }

  long earliestTime() {
    return times[count - 1];
  }

  int removeEarliest() {
    return events[--count];
  }

  long latestTime() {
    return times[0];
  }

  /** Removes the event that would be the last to be due: of the latest ones, the youngest. */
  int removeLatest() {
    int event = events[0];
    count--;
    System.arraycopy(times, 1, times, 0, count);
    System.arraycopy(events, 1, events, 0, count);
    return event;
  }
}
