package org.rpusim.core.engine;

import static org.rpusim.core.engine.SlotBits.PICOSECONDS;
import static org.rpusim.core.engine.SlotBits.SLOTS;
import static org.rpusim.core.engine.SlotBits.SLOT_BITS;

/**
 * A timing wheel (Varghese and Lauck, "Hashed and hierarchical timing wheels", SOSP 1987) in three
 * stages: the picoseconds of one slot, which is open; a ring of slots of 4.1 ns that reaches 268 µs
 * ahead; and a heap of what is out of its reach. While there are but few events they are in a short
 * sorted list instead.
 *
 * <p>Events of equal time are first in, first out: all events are in the sorted list or all in the
 * wheel, and both keep them in the order in which they came. An event of the heap moves into the
 * ring as soon as its slot comes within reach, before any event that is added later could take that
 * slot.
 *
 * <p>Among many events nobody can foresee which is next, so there are few branches; and the first
 * one is looked up before the one before it is handled, so that the processor learns early which
 * component will be called.
 */
public final class TimingWheel extends EventLists implements EventQueue {
  /** Most events that are kept in the sorted list. */
  private static final int FEW = 16;

  private static final long NONE = Long.MAX_VALUE;

  private final FewEvents few = new FewEvents(FEW);

  /** Whether all events are in the wheel, until it is empty. */
  private boolean crowded;

  private int inWheel;
  private final HeapEventQueue far = new HeapEventQueue();

  /** Time of the heap's first event. */
  private long farFrom = NONE;

  /** The slot that is open, counted from time 0; the ring reaches ahead from it. */
  private long openSlot;

  /** The first event of the open slot, or 0 where none is looked up. */
  private int first;

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
    if (crowded) {
      addToWheel(newTimePs, newTarget, newPayload);
    } else {
      addToFew(newTimePs, newTarget, newPayload);
    }
  }

  private void addToFew(long newTimePs, long newTarget, long newPayload) {
    if (!few.isFull()) {
      few.add(newTimePs, newTarget, newPayload);
      return;
    }
    crowded = true;
    openSlot = timePs >>> SLOT_BITS;
    while (few.size() > 0) {
      addToWheel(few.earliestPs(), few.earliestTarget(), few.earliestPayload());
      few.removeEarliest();
    }
    addToWheel(newTimePs, newTarget, newPayload);
  }

  private void addToWheel(long newTimePs, long newTarget, long newPayload) {
    inWheel++;
    long ahead = (newTimePs >>> SLOT_BITS) - openSlot;
    if (ahead >= SLOTS) {
      far.add(newTimePs, newTarget, newPayload);
      farFrom = Math.min(farFrom, newTimePs);
      return;
    }
    int event = create(newTimePs, newTarget, newPayload);
    int list = append(event, newTimePs, ahead);
    if (newTimePs < firstPs && ahead == 0) {
      first = event;
      firstPs = newTimePs;
      firstList = list;
      firstTarget = newTarget;
    }
  }

  @Override
  public boolean next(long limitPs) {
    int event = first;
    if (event == 0) {
      return crowded ? nextOfWheel(limitPs) : nextOfFew(limitPs);
    }
    if (firstPs > limitPs) {
      return false;
    }
    timePs = firstPs;
    target = firstTarget;
    payload = payloadOf(event);
    removeFirst(firstList, event);
    forget(event);
    inWheel--;
    lookUpFirst();
    return true;
  }

  private void lookUpFirst() {
    if (SlotBits.isOpenEmpty(bits)) {
      first = 0;
      firstPs = NONE;
      crowded = inWheel > 0;
      return;
    }
    int list = SlotBits.firstOpen(bits);
    int event = first(list);
    first = event;
    firstPs = (openSlot << SLOT_BITS) | (list & (PICOSECONDS - 1));
    firstList = list;
    firstTarget = targetOf(event);
  }

  private boolean nextOfFew(long limitPs) {
    if (few.size() == 0 || few.earliestPs() > limitPs) {
      return false;
    }
    timePs = few.earliestPs();
    target = few.earliestTarget();
    payload = few.earliestPayload();
    few.removeEarliest();
    return true;
  }

  /** No event is looked up: the slot of the earliest one is opened, if it begins by the limit. */
  private boolean nextOfWheel(long limitPs) {
    if (SlotBits.isOpenEmpty(bits)) {
      if (SlotBits.isRingEmpty(bits)) {
        if (farFrom > limitPs) {
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
        if (isAlone(tail) && timeOf(tail) <= limitPs) {
          takeAlone(tail);
          return true;
        }
        spread(tail);
      }
    }
    lookUpFirst();
    return next(limitPs);
  }

  /** The only event of a slot is not put into its picosecond first. */
  private void takeAlone(int event) {
    timePs = timeOf(event);
    target = targetOf(event);
    payload = payloadOf(event);
    forget(event);
    crowded = --inWheel > 0;
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
