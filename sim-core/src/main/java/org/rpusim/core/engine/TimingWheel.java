package org.rpusim.core.engine;

import static org.rpusim.core.engine.SlotBits.PICOSECONDS;
import static org.rpusim.core.engine.SlotBits.SLOTS;
import static org.rpusim.core.engine.SlotBits.SLOT_BITS;

/**
 * A timing wheel (Varghese and Lauck, "Hashed and hierarchical timing wheels", SOSP 1987) in three
 * stages: the picoseconds of one slot, which is open; a ring of slots of 4.1 ns that reaches 268 µs
 * ahead; and a heap of what is out of its reach. Events that come before all of those in the wheel
 * never enter it: they are in a short sorted list, often a single one, which its component added
 * and which is the next.
 *
 * <p>Events of equal time are first in, first out. An event of the sorted list is earlier than all
 * that were in the wheel when it came; one that comes later at the time of the wheel's first event
 * goes into the wheel, which keeps the order. An event of the heap moves into the ring as soon as
 * its slot comes within reach, before any event that is added later could take that slot.
 *
 * <p>Among many events nobody can foresee which is next, so there are few branches; and the wheel's
 * first one is looked up before the one before it is handled, so that the processor learns early
 * which component will be called.
 */
public final class TimingWheel extends EventLists implements EventQueue {
  /** Most events that are in the sorted list. */
  private static final int FEW = 16;

  private static final long NONE = Long.MAX_VALUE;

  private final FewEvents few = new FewEvents(FEW);

  private int inWheel;
  private final HeapEventQueue far = new HeapEventQueue();

  /** Time of the heap's first event. */
  private long farFrom = NONE;

  /** The slot that is open, counted from time 0; the ring reaches ahead from it. */
  private long openSlot;

  /** The wheel's first event, or 0 where others share its slot of the ring or it is in the heap. */
  private int first;

  /** Time of the wheel's first event; where that is 0, a time before which there is none. */
  private long firstPs = NONE;

  private int firstList;
  private long firstTarget;

  /** The last removed event. */
  private long timePs;

  private long target;
  private long payload;

  @Override
  public void add(long newTimePs, int component, int kind, long newPayload) {
    if (newTimePs < timePs) {
      throw QueueErrors.past(newTimePs, timePs);
    }
    long newTarget = ((long) component << 32) | (kind & 0xFFFFFFFFL);
    if (newTimePs < firstPs) {
      addBeforeWheel(newTimePs, newTarget, newPayload);
    } else {
      addToWheel(newTimePs, newTarget, newPayload);
    }
  }

  private void addBeforeWheel(long newTimePs, long newTarget, long newPayload) {
    if (few.isFull()) {
      int count = few.laterHalf();
      for (int i = count - 1; i >= 0; i--) {
        addToWheel(few.timePs(i), few.target(i), few.payload(i));
      }
      few.removeLatest(count);
    }
    if (newTimePs < firstPs) {
      few.add(newTimePs, newTarget, newPayload);
    } else {
      addToWheel(newTimePs, newTarget, newPayload);
    }
  }

  private void addToWheel(long newTimePs, long newTarget, long newPayload) {
    if (inWheel++ == 0) {
      openSlot = timePs >>> SLOT_BITS;
    }
    long slot = newTimePs >>> SLOT_BITS;
    if (slot - openSlot >= SLOTS && !reaches(slot)) {
      far.add(newTimePs, newTarget, newPayload);
      farFrom = Math.min(farFrom, newTimePs);
      firstPs = Math.min(firstPs, newTimePs);
      return;
    }
    int event = create(newTimePs, newTarget, newPayload);
    int list = append(event, newTimePs, slot - openSlot);
    if (newTimePs < firstPs) {
      first = event;
      firstPs = newTimePs;
      firstList = list;
      firstTarget = newTarget;
    }
  }

  /** Whether the ring reaches a slot once it has been turned to the present. */
  private boolean reaches(long slot) {
    long present = timePs >>> SLOT_BITS;
    if (SlotBits.isOpenEmpty(bits) && present < firstPs >>> SLOT_BITS) {
      open(present);
    }
    return slot - openSlot < SLOTS;
  }

  @Override
  public boolean next(long limitPs) {
    if (few.size() > 0) {
      return nextOfFew(limitPs);
    }
    return first == 0 ? openNext(limitPs) : nextOfWheel(limitPs);
  }

  private boolean nextOfWheel(long limitPs) {
    if (firstPs > limitPs) {
      return false;
    }
    int event = first;
    int list = firstList;
    if (list >= SLOTS) {
      removeFirst(list, event);
    } else if (isAlone(event)) {
      removeAll(list);
      open(firstPs >>> SLOT_BITS);
    } else {
      return openNext(limitPs);
    }
    timePs = firstPs;
    target = firstTarget;
    payload = payloadOf(event);
    forget(event);
    inWheel--;
    lookUpFirst();
    return true;
  }

  private void lookUpFirst() {
    if (SlotBits.isOpenEmpty(bits)) {
      lookUpInRing();
      return;
    }
    int list = SlotBits.firstOpen(bits);
    int event = first(list);
    first = event;
    firstPs = (openSlot << SLOT_BITS) | (list & (PICOSECONDS - 1));
    firstList = list;
    firstTarget = targetOf(event);
  }

  /** An event that is alone in its slot can be looked up before the slot is opened. */
  private void lookUpInRing() {
    if (SlotBits.isRingEmpty(bits)) {
      first = 0;
      firstPs = farFrom;
      return;
    }
    int slot = SlotBits.nextSlot(bits, (int) openSlot & (SLOTS - 1));
    int event = last(slot);
    long eventPs = timeOf(event);
    boolean alone = isAlone(event);
    first = alone ? event : 0;
    firstPs = alone ? eventPs : eventPs & -PICOSECONDS;
    firstList = slot;
    firstTarget = targetOf(event);
  }

  private boolean nextOfFew(long limitPs) {
    if (few.earliestPs() > limitPs) {
      return false;
    }
    timePs = few.earliestPs();
    target = few.earliestTarget();
    payload = few.earliestPayload();
    few.removeEarliest();
    return true;
  }

  /** Opens the slot of the wheel's first event, if it begins by the limit, and takes the event. */
  private boolean openNext(long limitPs) {
    if (SlotBits.isRingEmpty(bits)) {
      if (inWheel == 0 || farFrom > limitPs) {
        return false;
      }
      open(farFrom >>> SLOT_BITS);
    } else {
      int index = SlotBits.nextSlot(bits, (int) openSlot & (SLOTS - 1));
      long slot = openSlot + ((index - openSlot) & (SLOTS - 1));
      if (slot << SLOT_BITS > limitPs) {
        return false;
      }
      int tail = removeAll(index);
      open(slot);
      spread(tail);
    }
    lookUpFirst();
    return nextOfWheel(limitPs);
  }

  /** Turns the ring, and brings events of the heap that it now reaches. */
  private void open(long slot) {
    openSlot = slot;
    if ((farFrom >>> SLOT_BITS) - slot >= SLOTS) {
      return;
    }
    long reachPs = ((slot + SLOTS) << SLOT_BITS) - 1;
    while (far.next(reachPs < 0 ? NONE : reachPs)) {
      long farPs = far.timePs();
      int event = create(farPs, far.target(), far.payload());
      append(event, farPs, (farPs >>> SLOT_BITS) - slot);
    }
    farFrom = far.earliestPs();
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
    return few.size() + inWheel;
  }

  @Override
  public void copyTo(PendingEvents copy) {
    few.copyTo(copy);
    copyLists(copy);
    far.copyTo(copy);
  }
}
