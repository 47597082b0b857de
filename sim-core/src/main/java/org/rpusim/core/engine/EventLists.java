package org.rpusim.core.engine;

import static org.rpusim.core.engine.SlotBits.PICOSECONDS;
import static org.rpusim.core.engine.SlotBits.SLOTS;
import static org.rpusim.core.engine.SlotBits.SLOT_BITS;

import java.util.Arrays;

/**
 * The events of a {@link TimingWheel} in the lists of its slots and picoseconds. An event is named
 * by its place, above 0; a list is a circle, named by the place of its last event, or 0 where it is
 * empty. The wheel is a subclass, not a user: one object less to be looked up for each event.
 */
abstract class EventLists {
  private static final int STRIDE_BITS = 2;
  private static final int TARGET = 1;
  private static final int PAYLOAD = 2;

  /** Time, component and kind, and payload of each event, which lies on one cache line. */
  private long[] numbers = new long[256 << STRIDE_BITS];

  /** The event that follows each one in its list, or the free place that follows a free one. */
  private int[] next = new int[256];

  private int free;

  /** The first place that was never used; place 0 means none. */
  private int fresh = 1;

  /** The last event of each list. */
  private final int[] tails = new int[SlotBits.LISTS];

  /** Which lists have events. */
  final long[] bits = SlotBits.create();

  /** An event that is in no list yet. */
  final int create(long timePs, long target, long payload) {
    int event = free;
    if (event != 0) {
      free = next[event];
    } else {
      event = freshPlace();
    }
    long[] of = numbers;
    int at = event << STRIDE_BITS;
    of[at] = timePs;
    of[at + TARGET] = target;
    of[at + PAYLOAD] = payload;
    return event;
  }

  private int freshPlace() {
    if (fresh == next.length) {
      if (fresh > Integer.MAX_VALUE >> (STRIDE_BITS + 1)) {
        throw new IllegalStateException("More than " + fresh + " events are pending");
      }
      numbers = Arrays.copyOf(numbers, 2 * numbers.length);
      next = Arrays.copyOf(next, 2 * fresh);
    }
    return fresh++;
  }

  /** Forgets an event that is in no list any more. */
  final void forget(int event) {
    next[event] = free;
    free = event;
  }

  /**
   * Puts an event at the end of a list. Neither which list it is nor whether that is empty can be
   * foreseen, so there is no branch on it: an event in an empty list follows itself.
   *
   * @param ahead slots from the open one to the event's
   * @return the list
   */
  final int append(int event, long timePs, long ahead) {
    int open = (int) ((ahead - 1) >> (Long.SIZE - 1)); // all ones in the open slot
    int ofSlot = (int) (timePs >>> SLOT_BITS) & (SLOTS - 1);
    int ofPicosecond = SLOTS | ((int) timePs & (PICOSECONDS - 1));
    int list = (ofSlot & ~open) | (ofPicosecond & open);
    int tail = tails[list];
    int none = (tail - 1) >> (Integer.SIZE - 1); // all ones where the list is empty
    int last = tail | (event & none);
    int[] of = next;
    of[event] = event;
    int first = of[last];
    of[last] = event;
    of[event] = first;
    tails[list] = event;
    SlotBits.set(bits, list);
    return list;
  }

  /** The first event of a list that is not empty. */
  final int first(int list) {
    return next[tails[list]];
  }

  /** The last event of a list that is not empty. */
  final int last(int list) {
    return tails[list];
  }

  /** Takes the first event out of a list of the open slot. */
  final void removeFirst(int list, int first) {
    int tail = tails[list];
    if (first == tail) {
      tails[list] = 0;
      SlotBits.clearOpen(bits, list);
    } else {
      next[tail] = next[first];
    }
  }

  /** Takes all events out of a slot and gives the last one; they still follow one another. */
  final int removeAll(int slot) {
    int tail = tails[slot];
    tails[slot] = 0;
    SlotBits.clearSlot(bits, slot);
    return tail;
  }

  /** Whether an event is alone in its list. */
  final boolean isAlone(int event) {
    return next[event] == event;
  }

  /** Puts the events of a slot, which were taken out of it and is open now, into picoseconds. */
  final void spread(int tail) {
    int event;
    int following = next[tail];
    do {
      event = following;
      following = next[event]; // appending the event links it anew
      append(event, timeOf(event), 0);
    } while (event != tail);
  }

  final long timeOf(int event) {
    return numbers[event << STRIDE_BITS];
  }

  final long targetOf(int event) {
    return numbers[(event << STRIDE_BITS) + TARGET];
  }

  final long payloadOf(int event) {
    return numbers[(event << STRIDE_BITS) + PAYLOAD];
  }

  /** Copies all events, those of each list in their order. */
  final void copyLists(PendingEvents copy) {
    for (int tail : tails) {
      int event = tail;
      while (event != 0) {
        event = next[event];
        copy.add(timeOf(event), targetOf(event), payloadOf(event));
        event = event == tail ? 0 : event;
      }
    }
  }
}
