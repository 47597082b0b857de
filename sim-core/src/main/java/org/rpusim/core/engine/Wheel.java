package org.rpusim.core.engine;

/**
 * Pending events in three stages: a slot that is spread over its picoseconds, a ring of slots of
 * 4.1 ns that reaches 268 µs ahead, and a heap of what is out of its reach.
 *
 * <p>Slots and picoseconds keep their events in the order in which they came. An event of the heap
 * moves into the ring as soon as its slot comes within reach, before any event that is added later
 * could take that slot.
 */
final class Wheel {
  /** Binary logarithm of the picoseconds of a slot. */
  private static final int SLOT_BITS = 12;

  private static final int RING_BITS = 28 - SLOT_BITS;
  private static final int SLOTS = 1 << RING_BITS;

  /** Most events of a slot whose earliest are picked out without spreading it. */
  private static final int FEW = 3;

  private static final long NONE = Long.MAX_VALUE;

  private final EventLists events;
  private final SlotRing ring;

  /** The events of one slot, by picosecond. */
  private final SlotRing spread;

  private final HeapEventQueue far = new HeapEventQueue();

  /** Time of the heap's first event. */
  private long farFrom = NONE;

  /** The slot from which the ring reaches ahead, counted from time 0. */
  private long firstSlot;

  /** The slot that is spread. */
  private long spreadSlot = NONE;

  Wheel(EventLists events) {
    this.events = events;
    ring = new SlotRing(events, RING_BITS);
    spread = new SlotRing(events, SLOT_BITS);
  }

  /** Adds an event behind those of its time. */
  void add(int event, long timePs) {
    long slot = timePs >>> SLOT_BITS;
    if (slot - firstSlot >= SLOTS) {
      far.add(timePs, events.target(event), events.payload(event));
      events.forget(event);
      farFrom = Math.min(farFrom, timePs);
    } else if (slot == spreadSlot) {
      spread.add(picosecond(timePs), event);
    } else {
      ring.add(ringSlot(slot), event);
    }
  }

  /** Adds the events of a list, from its first to its last. */
  void addAll(int list) {
    int event = events.next(list);
    while (event != list) {
      int following = events.next(event); // adding the event links it anew
      add(event, events.time(event));
      event = following;
    }
    add(list, events.time(list));
  }

  void copyTo(PendingEvents copy) {
    spread.copyTo(copy);
    ring.copyTo(copy);
    far.copyTo(copy);
  }

  private static int ringSlot(long slot) {
    return (int) slot & (SLOTS - 1);
  }

  private static int picosecond(long timePs) {
    return (int) timePs & ((1 << SLOT_BITS) - 1);
  }

  /**
   * Takes out the events of the earliest moment.
   *
   * @param nowPs no event is or will be earlier
   * @return their list, or 0 where no event is left
   */
  int takeEarliest(long nowPs) {
    reachFrom(nowPs >>> SLOT_BITS);
    if (ring.isEmpty()) {
      if (spreadSlot != NONE) {
        return takeSpread();
      }
      return takeFar();
    }
    int index = ring.next(ringSlot(firstSlot));
    long slot = firstSlot + ((index - firstSlot) & (SLOTS - 1));
    if (slot > spreadSlot) {
      return takeSpread();
    }
    int list = ring.list(index);
    if (events.next(list) == list) {
      ring.clear(index);
      return list;
    }
    if (events.isLonger(list, FEW)) {
      spread(list, slot);
      return takeSpread();
    }
    return ring.takeEarliest(index);
  }

  private int takeSpread() {
    int picosecond = spread.next(0);
    int list = spread.list(picosecond);
    spread.clear(picosecond);
    if (spread.isEmpty()) {
      spreadSlot = NONE;
    }
    return list;
  }

  /** The heap's first moment; the ring stays, as earlier events may yet come. */
  private int takeFar() {
    int list = 0;
    while (far.size() != 0 && far.next(farFrom)) {
      list = events.append(list, events.create(farFrom, far.target(), far.payload()));
    }
    farFrom = far.earliestPs();
    return list;
  }

  /** Spreads a slot of the ring; one that was spread before goes back there. */
  private void spread(int list, long slot) {
    spreadSlot = NONE;
    while (!spread.isEmpty()) {
      int picosecond = spread.next(0);
      int moved = spread.list(picosecond);
      spread.clear(picosecond);
      addAll(moved);
    }
    ring.clear(ringSlot(slot));
    spreadSlot = slot;
    addAll(list);
  }

  /** Turns the ring, and brings events of the heap that it now reaches. */
  private void reachFrom(long slot) {
    firstSlot = slot;
    if ((farFrom >>> SLOT_BITS) - slot >= SLOTS) {
      return;
    }
    long reachPs = ((slot + SLOTS) << SLOT_BITS) - 1;
    while (far.next(reachPs < 0 ? Long.MAX_VALUE : reachPs)) {
      add(events.create(far.timePs(), far.target(), far.payload()), far.timePs());
    }
    farFrom = far.earliestPs();
  }
}
