package org.rpusim.core.engine;

/**
 * The events of a few moments, in the order of their times: an entry for each moment, with the list
 * of its events; the earliest moment stands last.
 */
final class NearEvents {
  private final EventLists events;
  private final long[] times;
  private final int[] lists;
  private int count;

  NearEvents(EventLists events, int capacity) {
    this.events = events;
    times = new long[capacity];
    lists = new int[capacity];
  }

  boolean isEmpty() {
    return count == 0;
  }

  boolean isFull() {
    return count == times.length;
  }

  /** Puts an event behind those of its time; the list must not be full. */
  void insert(int event, long time) {
    int at = count;
    while (at > 0 && times[at - 1] < time) {
      at--;
    }
    if (at > 0 && times[at - 1] == time) {
      lists[at - 1] = events.append(lists[at - 1], event);
      return;
    }
    for (int i = count++; i > at; i--) {
      times[i] = times[i - 1];
      lists[i] = lists[i - 1];
    }
    times[at] = time;
    lists[at] = events.append(0, event);
  }

  /** Puts all events of the only moment into the empty list. */
  void insertAll(int list, long time) {
    times[0] = time;
    lists[0] = list;
    count = 1;
  }

  long earliestTime() {
    return times[count - 1];
  }

  int removeEarliest() {
    int list = lists[count - 1];
    int event = events.next(list);
    if (event == list) {
      count--;
    } else {
      events.removeFirst(list, event);
    }
    return event;
  }

  void copyTo(PendingEvents copy) {
    for (int i = 0; i < count; i++) {
      copy.addAll(events, lists[i]);
    }
  }

  long latestTime() {
    return times[0];
  }

  /** Removes the latest moment and gives its events. */
  int removeLatest() {
    int list = lists[0];
    count--;
    System.arraycopy(times, 1, times, 0, count);
    System.arraycopy(lists, 1, lists, 0, count);
    return list;
  }
}
