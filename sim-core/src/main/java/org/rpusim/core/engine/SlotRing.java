package org.rpusim.core.engine;

/**
 * A ring of slots, each a list of events in the order in which they were added. Occupied slots are
 * marked by a bit each, above it a bit for each word of those, and once more, so that the next
 * occupied slot is found by looking at a few words.
 */
final class SlotRing {
  private final EventLists events;

  /** The list of each slot. */
  private final int[] tails;

  private final long[] slotBits;
  private final long[] wordBits;
  private long groupBits;

  /**
   * Empty slots.
   *
   * @param bits binary logarithm of their number, 12 to 18
   */
  SlotRing(EventLists events, int bits) {
    this.events = events;
    tails = new int[1 << bits];
    slotBits = new long[1 << (bits - 6)];
    wordBits = new long[1 << (bits - 12)];
  }

  boolean isEmpty() {
    return groupBits == 0;
  }

  /** The list of a slot, 0 where it is empty. */
  int list(int slot) {
    return tails[slot];
  }

  void add(int slot, int event) {
    int tail = tails[slot];
    tails[slot] = events.append(tail, event);
    if (tail == 0) {
      slotBits[slot >> 6] |= 1L << slot;
      wordBits[slot >> 12] |= 1L << (slot >> 6);
      groupBits |= 1L << (slot >> 12);
    }
  }

  /** Takes all events out of a slot. */
  void clear(int slot) {
    tails[slot] = 0;
    long left = slotBits[slot >> 6] & ~(1L << slot);
    slotBits[slot >> 6] = left;
    if (left == 0) {
      clearWord(slot >> 6);
    }
  }

  void copyTo(PendingEvents copy) {
    for (int word = 0; word < slotBits.length; word++) {
      for (long left = slotBits[word]; left != 0; left &= left - 1) {
        copy.addAll(events, tails[(word << 6) | Long.numberOfTrailingZeros(left)]);
      }
    }
  }

  /** Takes the earliest events out of a slot. */
  int takeEarliest(int slot) {
    int list = tails[slot];
    long earliest = events.earliest(list);
    int taken = 0;
    int left = 0;
    int event = events.next(list);
    boolean last;
    do {
      last = event == list;
      int following = events.next(event); // appending the event links it anew
      if (events.time(event) == earliest) {
        taken = events.append(taken, event);
      } else {
        left = events.append(left, event);
      }
      event = following;
    } while (!last);
    tails[slot] = left;
    if (left == 0) {
      clear(slot);
    }
    return taken;
  }

  private void clearWord(int word) {
    long left = wordBits[word >> 6] & ~(1L << word);
    wordBits[word >> 6] = left;
    if (left == 0) {
      groupBits &= ~(1L << (word >> 6));
    }
  }

  /** The first occupied slot from a slot on, round the ring; there must be one. */
  int next(int from) {
    int word = from >> 6;
    long here = slotBits[word] & (-1L << from);
    if (here != 0) {
      return (word << 6) | Long.numberOfTrailingZeros(here);
    }
    int group = word >> 6;
    long later = wordBits[group] & (-2L << word);
    if (later == 0) {
      long laterGroups = groupBits & (-2L << group);
      group = Long.numberOfTrailingZeros(laterGroups != 0 ? laterGroups : groupBits);
      later = wordBits[group];
    }
    word = (group << 6) | Long.numberOfTrailingZeros(later);
    return (word << 6) | Long.numberOfTrailingZeros(slotBits[word]);
  }
}
