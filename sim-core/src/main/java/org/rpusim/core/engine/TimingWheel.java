package org.rpusim.core.engine;

/**
 * A timing wheel (Varghese and Lauck, "Hashed and hierarchical timing wheels", SOSP 1987) with the
 * events of the next moment taken out.
 *
 * <p>The next moment is looked for as soon as the last event of the present one is taken, before
 * that event runs: the processor then reads the wheel while it still waits to learn which component
 * the event is for. A new event before the next moment takes its place.
 *
 * <p>Events of equal time are first in, first out: a moment's events are all here or all in the
 * wheel, and both keep them in the order in which they came.
 */
public final class TimingWheel implements EventQueue {
  private final EventLists events = new EventLists();
  private final Wheel wheel = new Wheel(events);

  /** Events of the next moment, which is before all of the wheel's; none if nothing is pending. */
  private int moment;

  private long momentPs;
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
    if (timePs > momentPs && moment != 0) {
      wheel.add(event, timePs);
    } else {
      addBefore(event, timePs);
    }
  }

  private void addBefore(int event, long time) {
    if (time == momentPs) {
      moment = events.append(moment, event);
      return;
    }
    if (moment != 0) {
      wheel.addAll(moment);
    }
    moment = events.append(0, event);
    momentPs = time;
  }

  @Override
  public boolean next(long limitPs) {
    int list = moment;
    if (list == 0 || momentPs > limitPs) {
      return false;
    }
    timePs = momentPs;
    size--;
    int event = events.next(list);
    target = events.target(event);
    payload = events.payload(event);
    if (event == list) {
      moment = wheel.takeEarliest(timePs);
      momentPs = events.time(moment);
    } else {
      events.removeFirst(list, event);
    }
    events.forget(event);
    return true;
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
