package org.rpusim.core.engine;

/**
 * A timing wheel (Varghese and Lauck, "Hashed and hierarchical timing wheels", SOSP 1987) behind a
 * short sorted list of the next moments.
 *
 * <p>While few events are pending they are all in the list. When it is full its latest moment goes
 * into the wheel, and when it is empty the wheel's earliest one comes back, as soon as the last
 * event is taken and before that event runs: the processor then reads the wheel while it still
 * waits to learn which component the event is for.
 *
 * <p>Events of equal time are first in, first out: a moment's events are all in the list or all in
 * the wheel, and both keep them in the order in which they came.
 */
public final class TimingWheel implements EventQueue {
  /** Most moments that are kept sorted. */
  private static final int NEAR = 16;

  private final EventLists events = new EventLists();
  private final NearEvents near = new NearEvents(events, NEAR);
  private final Wheel wheel = new Wheel(events);

  /** The last time that belongs into the list; all of the wheel's are later. */
  private long nearUntil = Long.MAX_VALUE;

  private int size;
  private long timePs;
  private long target;
  private long payload;

  @Override
  public void add(long timePs, int component, int kind, long payload) {
    if (timePs < this.timePs) {
      throw QueueErrors.past(timePs, this.timePs);
    }
    int event = events.create(timePs, ((long) component << 32) | (kind & 0xFFFFFFFFL), payload);
    size++;
    if (timePs > nearUntil) {
      wheel.add(event, timePs);
    } else {
      addNear(event, timePs);
    }
  }

  private void addNear(int event, long time) {
    if (near.isFull()) {
      nearUntil = near.latestTime() - 1;
      wheel.addAll(near.removeLatest());
      if (time > nearUntil) {
        wheel.add(event, time);
        return;
      }
    }
    near.insert(event, time);
  }

  @Override
  public boolean next(long limitPs) {
    if (near.isEmpty() || near.earliestTime() > limitPs) {
      return false;
    }
    timePs = near.earliestTime();
    size--;
    int event = near.removeEarliest();
    target = events.target(event);
    payload = events.payload(event);
    events.forget(event);
    if (near.isEmpty()) {
      refill();
    }
    return true;
  }

  private void refill() {
    int list = wheel.takeEarliest(timePs);
    if (list == 0) {
      nearUntil = Long.MAX_VALUE;
    } else {
      nearUntil = events.time(list);
      near.insertAll(list, nearUntil);
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

  @Override
  public void copyTo(PendingEvents copy) {
    near.copyTo(copy);
    wheel.copyTo(copy);
  }
}
