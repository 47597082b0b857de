package org.rpusim.core.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A copy of the events that wait, in the order in which they will run. */
final class PendingEvents {
  /** One of them. */
  record Event(long timePs, long target, long payload) {
    int component() {
      return (int) (target >>> 32);
    }

    int kind() {
      return (int) target;
    }
  }

  private final List<Event> events = new ArrayList<>();

  /** Adds an event; those of equal time come in their order. */
  void add(long timePs, long target, long payload) {
    events.add(new Event(timePs, target, payload));
  }

  /** All of them; the sort keeps the order of equal times. */
  List<Event> inOrder() {
    events.sort(Comparator.comparingLong(Event::timePs));
    return events;
  }
}
