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

  /** Adds the events of a list, from its first to its last. */
  void addAll(EventLists lists, int list) {
    if (list == 0) {
      return;
    }
    int event = list;
    do {
      event = lists.next(event);
      add(lists.time(event), lists.target(event), lists.payload(event));
    } while (event != list);
  }

  /** All of them; the sort keeps the order of equal times. */
  List<Event> inOrder() {
    events.sort(Comparator.comparingLong(Event::timePs));
    return events;
  }
}
