package org.rpusim.core.engine;

import java.util.Arrays;

/**
 * A hierarchical timing wheel over the whole range of time (Varghese and Lauck, "Hashed and
 * hierarchical timing wheels", SOSP 1987), with ticks of one picosecond.
 *
 * <p>Level k has 1024 slots of 1024^k ps. An event stands at the level of the highest base-1024
 * digit in which its time differs from {@code reference}, the time of the last removed event, in
 * the slot of that digit. So every event of a level comes before every event of the levels above
 * it, and the first occupied slot of the lowest occupied level holds the earliest event. Where that
 * slot spans more than a tick and has several events, they move to lower levels in their order,
 * with the earliest of them as new reference. New events enter those lower slots only afterwards:
 * hence first in, first out among equal times.
 */
public final class TimingWheel implements EventQueue {
  private static final int BITS = 10;
  private static final int SLOTS = 1 << BITS;
  private static final int LEVELS = 7; // 7 × 10 bits hold any positive long
  private static final int WORDS = SLOTS / 64;

  /** Longs of an event: time, component and kind, payload, following event of its list. */
  private static final int STRIDE = 4;

  private static final int TARGET = 1;
  private static final int PAYLOAD = 2;
  private static final int NEXT = 3;

  /** Events by place (a multiple of {@link #STRIDE}); place 0 stays empty and means none. */
  private long[] events = new long[STRIDE * 256];

  /** Place of the last event of each slot, whose next one is the slot's first: a ring. */
  private final int[] tails = new int[LEVELS * SLOTS];

  private final long[] occupiedSlots = new long[LEVELS * WORDS];
  private final int[] occupiedWords = new int[LEVELS];
  private int occupiedLevels;

  private int free;
  private int fresh = STRIDE;
  private int size;
  private long reference;

  private long timePs;
  private long target;
  private long payload;

  @Override
  public void add(long timePs, int component, int kind, long payload) {
    if (timePs < reference) {
      throw QueueErrors.past(timePs, reference);
    }
    int event = free;
    if (event != 0) {
      free = (int) events[event + NEXT];
    } else {
      event = freshPlace();
    }
    events[event] = timePs;
    events[event + TARGET] = ((long) component << 32) | (kind & 0xFFFFFFFFL);
    events[event + PAYLOAD] = payload;
    size++;
    link(event, timePs);
  }

  private int freshPlace() {
    if (fresh == events.length) {
      if (fresh > Integer.MAX_VALUE / 2) {
        throw new IllegalStateException("More than " + size + " events are pending");
      }
      events = Arrays.copyOf(events, 2 * fresh);
    }
    int event = fresh;
    fresh += STRIDE;
    return event;
  }

  /** Appends an event to the slot that its time and the reference give. */
  private void link(int event, long time) {
    int highestBit = Long.SIZE - 1 - Long.numberOfLeadingZeros((time ^ reference) | 1);
    int level = (highestBit * 26) >> 8; // a tenth, exact up to 68
    int digit = (int) (time >>> (level * BITS)) & (SLOTS - 1);
    int slot = (level << BITS) | digit;
    int tail = tails[slot];
    tails[slot] = event;
    if (tail != 0) {
      events[event + NEXT] = events[tail + NEXT];
      events[tail + NEXT] = event;
      return;
    }
    events[event + NEXT] = event;
    occupiedSlots[slot >> 6] |= 1L << slot;
    occupiedWords[level] |= 1 << (digit >> 6);
    occupiedLevels |= 1 << level;
  }

  @Override
  public boolean next(long limitPs) {
    while (size != 0) {
      int level = Integer.numberOfTrailingZeros(occupiedLevels);
      int word = level * WORDS + Integer.numberOfTrailingZeros(occupiedWords[level]);
      int slot = (word << 6) | Long.numberOfTrailingZeros(occupiedSlots[word]);
      int tail = tails[slot];
      int head = (int) events[tail + NEXT];
      if (level == 0 || head == tail) {
        long time = events[head];
        if (time > limitPs) {
          return false;
        }
        take(head, time);
        if (head == tail) {
          vacate(slot, level);
        } else {
          events[tail + NEXT] = events[head + NEXT];
        }
        events[head + NEXT] = free;
        free = head;
        return true;
      }
      long earliest = earliest(head, tail);
      if (earliest > limitPs) {
        return false;
      }
      reference = earliest;
      vacate(slot, level);
      spread(head, tail);
    }
    return false;
  }

  private void take(int event, long time) {
    reference = time;
    timePs = time;
    target = events[event + TARGET];
    payload = events[event + PAYLOAD];
    size--;
  }

  private void vacate(int slot, int level) {
    tails[slot] = 0;
    int word = slot >> 6;
    long left = occupiedSlots[word] & ~(1L << slot);
    occupiedSlots[word] = left;
    if (left == 0) {
      int words = occupiedWords[level] & ~(1 << (word & (WORDS - 1)));
      occupiedWords[level] = words;
      if (words == 0) {
        occupiedLevels &= ~(1 << level);
      }
    }
  }

  private long earliest(int head, int tail) {
    long earliest = events[tail];
    for (int event = head; event != tail; event = (int) events[event + NEXT]) {
      earliest = Math.min(earliest, events[event]);
    }
    return earliest;
  }

  private void spread(int head, int tail) {
    int event = head;
    while (true) {
      int following = (int) events[event + NEXT];
      link(event, events[event]);
      if (event == tail) {
        return;
      }
      event = following;
    }
  }

  @Override
  public long timePs() {
    return timePs;
  }

  @Override
  public int component() {
    return (int) (target >>> 32);
  }

  @Override
  public int kind() {
    return (int) target;
  }

  @Override
  public long payload() {
    return payload;
  }

  @Override
  public int size() {
    return size;
  }
}
