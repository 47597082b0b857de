package org.rpusim.core.engine;

import java.util.Arrays;

/**
 * Events and the lists they stand in. An event is named by its place, above 0; a list by the place
 * of its last event, whose next one is the first, and an empty list by 0.
 */
final class EventLists {
  /** Longs of an event: time, component and kind, payload, following event. */
  private static final int STRIDE = 4;

  private static final int TARGET = 1;
  private static final int PAYLOAD = 2;
  private static final int NEXT = 3;

  /** Place 0 stays empty and means none. */
  private long[] numbers = new long[STRIDE * 256];

  private int free;
  private int fresh = STRIDE;

  /** An event that is in no list yet. */
  int create(long timePs, long target, long payload) {
    int event = free;
    if (event != 0) {
      free = (int) numbers[event + NEXT];
    } else {
      event = freshPlace();
    }
    numbers[event] = timePs;
    numbers[event + TARGET] = target;
    numbers[event + PAYLOAD] = payload;
    return event;
  }

  private int freshPlace() {
    if (fresh == numbers.length) {
      if (fresh > Integer.MAX_VALUE / 2) {
        throw new IllegalStateException("More than " + fresh / STRIDE + " events are pending");
      }
      numbers = Arrays.copyOf(numbers, 2 * fresh);
    }
    int event = fresh;
    fresh += STRIDE;
    return event;
  }

  /** Forgets an event that is in no list any more. */
  void forget(int event) {
    numbers[event + NEXT] = free;
    free = event;
  }

  /** Puts an event at the end of a list, which is then named by it. */
  int append(int tail, int event) {
    if (tail == 0) {
      numbers[event + NEXT] = event;
    } else {
      numbers[event + NEXT] = numbers[tail + NEXT];
      numbers[tail + NEXT] = event;
    }
    return event;
  }

  /** Takes the first event out of a list with more than one. */
  void removeFirst(int tail, int first) {
    numbers[tail + NEXT] = numbers[first + NEXT];
  }

  /** Whether a list has more than a number of events. */
  boolean isLonger(int tail, int count) {
    int event = tail;
    for (int i = 0; i < count; i++) {
      event = next(event);
      if (event == tail) {
        return false;
      }
    }
    return true;
  }

  long time(int event) {
    return numbers[event];
  }

  long target(int event) {
    return numbers[event + TARGET];
  }

  long payload(int event) {
    return numbers[event + PAYLOAD];
  }

  int next(int event) {
    return (int) numbers[event + NEXT];
  }

  /** Earliest time in a list. */
  long earliest(int tail) {
    long earliest = time(tail);
    for (int event = next(tail); event != tail; event = next(event)) {
      earliest = Math.min(earliest, time(event));
    }
    return earliest;
  }
}
