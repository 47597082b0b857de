package org.rpusim.core.engine;

import java.util.Arrays;

/**
 * A hierarchical timing wheel over the whole range of time (Varghese and Lauck, "Hashed and
 * hierarchical timing wheels", SOSP 1987), with ticks of one picosecond.
 *
 * <p>Level k has 1024 slots of 1024^k ps. An event stands at the level of the highest base-1024
 * digit in which its time differs from {@code reference}, in the slot of that digit. So every event
 * of a level comes before every event of the levels above it, and the first occupied slot of the
 * lowest occupied level holds the earliest event of the wheel.
 *
 * <p>Before the wheel stands a short sorted list, {@code near}, of events that come before all of
 * the wheel's. It is filled from the wheel's first slot when it is empty; a slot with too many
 * events is first spread over lower levels. New events that are earlier than all of the wheel's go
 * straight into the list, so that an event which schedules its successor a short time ahead costs
 * two or three memory accesses. Events of equal time are first in, first out: among them those in
 * the list are older than those in the wheel, and each slot keeps the order in which it was filled.
 */
public final class TimingWheel implements EventQueue {
  private static final int BITS = 10;
  private static final int SLOTS = 1 << BITS;
  private static final int LEVELS = 7; // 7 × 10 bits hold any positive long
  private static final int WORDS = SLOTS / 64;

  /** Most events that are kept sorted; 12 to 64 were as fast. */
  private static final int NEAR = 24;

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

  private final NearEvents near = new NearEvents(NEAR);

  /** No event of the wheel is earlier. */
  private long wheelFrom = Long.MAX_VALUE;

  private int free;
  private int fresh = STRIDE;
  private int size;
  private long reference;

  private long timePs;
  private long target;
  private long payload;

  @Override
  public void add(long timePs, int component, int kind, long payload) {
    if (timePs < this.timePs) {
      throw QueueErrors.past(timePs, this.timePs);
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
    if (timePs >= wheelFrom) {
      link(event, timePs);
    } else if (!near.isFull()) {
      near.insert(event, timePs);
    } else {
      makeRoom(event, timePs);
    }
  }

  /** The latest of the near events and a new one goes into the wheel, before all that is there. */
  private void makeRoom(int event, long time) {
    long latest = near.latestTime();
    if (time >= latest) {
      wheelFrom = time;
      link(event, time);
      return;
    }
    int evicted = near.removeLatest();
    near.insert(event, time);
    wheelFrom = latest;
    int tail = tails[slot(latest)];
    link(evicted, latest);
    if (tail != 0) {
      tails[slot(latest)] = tail; // the ring turned by one: the evicted event is its first
    }
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

  private int level(long time) {
    int highestBit = Long.SIZE - 1 - Long.numberOfLeadingZeros((time ^ reference) | 1);
    return (highestBit * 26) >> 8; // a tenth, exact up to 68
  }

  private int slot(long time) {
    int level = level(time);
    return (level << BITS) | ((int) (time >>> (level * BITS)) & (SLOTS - 1));
  }

  /** Appends an event to the slot that its time and the reference give. */
  private void link(int event, long time) {
    int slot = slot(time);
    int tail = tails[slot];
    tails[slot] = event;
    if (tail != 0) {
      events[event + NEXT] = events[tail + NEXT];
      events[tail + NEXT] = event;
      return;
    }
    events[event + NEXT] = event;
    int word = slot >> 6;
    int level = slot >> BITS;
    occupiedSlots[word] |= 1L << slot;
    occupiedWords[level] |= 1 << (word & (WORDS - 1));
    occupiedLevels |= 1 << level;
  }

  @Override
  public boolean next(long limitPs) {
    if (near.isEmpty() && !fillNear(limitPs)) {
      return false;
    }
    long time = near.earliestTime();
    if (time > limitPs) {
      return false;
    }
    int event = near.removeEarliest();
    timePs = time;
    target = events[event + TARGET];
    payload = events[event + PAYLOAD];
    events[event + NEXT] = free;
    free = event;
    size--;
    return true;
  }

  /** Moves the wheel's earliest events to the empty list, unless they come after the limit. */
  private boolean fillNear(long limitPs) {
    while (occupiedLevels != 0) {
      int slot = firstSlot();
      int tail = tails[slot];
      int head = (int) events[tail + NEXT];
      long earliest = earliest(head, tail);
      if (earliest > limitPs) {
        return false;
      }
      reference = earliest;
      vacate(slot, slot >> BITS);
      if (slot < SLOTS || isShort(head, tail)) {
        takeNear(head, tail, slot);
        return true;
      }
      spread(head, tail);
    }
    return false;
  }

  private int firstSlot() {
    int level = Integer.numberOfTrailingZeros(occupiedLevels);
    int word = level * WORDS + Integer.numberOfTrailingZeros(occupiedWords[level]);
    return (word << 6) | Long.numberOfTrailingZeros(occupiedSlots[word]);
  }

  private boolean isShort(int head, int tail) {
    int event = head;
    for (int i = 0; i < NEAR; i++) {
      if (event == tail) {
        return true;
      }
      event = (int) events[event + NEXT];
    }
    return false;
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

  /** Moves a slot's events to the list; what does not fit is of one time, and stays in its slot. */
  private void takeNear(int head, int tail, int slot) {
    int event = head;
    while (true) {
      int following = (int) events[event + NEXT];
      near.insert(event, events[event]);
      if (event == tail) {
        break;
      }
      event = following;
      if (near.isFull()) {
        relink(event, tail, slot);
        break;
      }
    }
    wheelFrom = occupiedLevels == 0 ? Long.MAX_VALUE : start(firstSlot());
  }

  private void relink(int head, int tail, int slot) {
    long following = events[head + NEXT];
    link(head, events[head]);
    events[head + NEXT] = following;
    events[tail + NEXT] = head;
    tails[slot] = tail;
  }

  /** The first time that falls into a slot. */
  private long start(int slot) {
    int shift = (slot >> BITS) * BITS;
    return (((reference >>> shift) & -SLOTS) | (slot & (SLOTS - 1))) << shift;
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
