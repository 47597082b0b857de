package org.rpusim.core.engine;

import java.util.Arrays;

/**
 * Runs events in the order of their times, and those of equal time in the order in which they were
 * scheduled. Time is in picoseconds, from 0 to {@link Long#MAX_VALUE} (106 days).
 */
public final class Engine {
  private final EventQueue queue;
  private Component[] components = new Component[16];
  private int componentCount;
  private long nowPs;

  /** Time of stretches that were not simulated as they repeat others. */
  private long repeatedPs;

  private long eventCount;
  private boolean running;
  private boolean stopped;

  /** An engine at time 0; the queue is its own from now on. */
  public Engine(EventQueue queue) {
    this.queue = queue;
  }

  /**
   * Makes a component known.
   *
   * @return its id, by which events are scheduled for it: 0, 1, 2, … in the order of registration
   */
  public int register(Component component) {
    if (componentCount == components.length) {
      components = Arrays.copyOf(components, 2 * componentCount);
    }
    components[componentCount] = component;
    return componentCount++;
  }

  /** The present: the time of the event that runs, or where the last run ended, ps. */
  public long nowPs() {
    return nowPs;
  }

  /**
   * Schedules an event some time from now.
   *
   * @param delayPs 0 or more; 0 runs after everything that is already scheduled for this time
   * @param component id from {@link #register}
   * @param kind handed to the component
   * @param payload handed to the component
   * @throws IllegalArgumentException if the delay is negative or the component unknown
   * @throws ArithmeticException if the time is past the end of time
   */
  public void schedule(long delayPs, int component, int kind, long payload) {
    long timePs = nowPs + delayPs;
    if (timePs < nowPs) {
      throw badDelay(delayPs, component, kind);
    }
    add(timePs, component, kind, payload);
  }

  /**
   * Schedules an event at a time.
   *
   * @param timePs now or later; see {@link #schedule}
   * @throws IllegalArgumentException if the time is in the past or the component unknown
   * @throws ArithmeticException if the time is negative: a sum that went past the end of time
   */
  public void scheduleAt(long timePs, int component, int kind, long payload) {
    if (timePs < 0) {
      throw new ArithmeticException(describe(component, kind) + " is past the end of time");
    }
    if (timePs < nowPs) {
      throw new IllegalArgumentException(
          describe(component, kind) + " at " + timePs + " ps lies in the past of " + nowPs + " ps");
    }
    add(timePs, component, kind, payload);
  }

  private void add(long timePs, int component, int kind, long payload) {
    if (component < 0 || component >= componentCount) {
      throw new IllegalArgumentException(
          "There is no component " + component + " among " + componentCount);
    }
    queue.add(timePs, component, kind, payload);
  }

  /** Runs until no event is left or a component calls {@link #stop}. */
  public void run() {
    runEvents(Long.MAX_VALUE);
  }

  /**
   * Runs all events up to and at a time, which is then the present, unless a component calls {@link
   * #stop}.
   *
   * @throws IllegalArgumentException if the time is in the past
   */
  public void runUntil(long timePs) {
    if (timePs < nowPs) {
      throw new IllegalArgumentException(
          "Cannot run until " + timePs + " ps: it is " + nowPs + " ps already");
    }
    runEvents(timePs);
    if (!stopped) {
      nowPs = timePs;
    }
  }

  /**
   * Goes on as if events had run that are known to do nothing new.
   *
   * @param durationPs time that they take, ps
   * @param events how many they are
   * @throws IllegalStateException if any event is pending
   */
  public void skip(long durationPs, long events) {
    if (running || queue.size() > 0) {
      throw new IllegalStateException("Events are pending or running; time cannot be skipped.");
    }
    nowPs = Math.addExact(nowPs, durationPs);
    eventCount += events;
  }

  /**
   * Writes what is pending and the states of all components.
   *
   * @throws IllegalStateException if an event runs
   */
  public void describe(RelativeState state) {
    if (running) {
      throw new IllegalStateException("An event runs; the state is between two.");
    }
    PendingEvents pending = new PendingEvents();
    queue.copyTo(pending);
    for (PendingEvents.Event event : pending.inOrder()) {
      state.putTime(event.timePs());
      state.put(event.target());
      state.put(event.payload());
      int token = components[event.component()].tokenOf(event.kind(), event.payload());
      if (token >= 0) {
        state.putToken(token);
      }
    }
    for (int i = 0; i < componentCount; i++) {
      components[i].describe(state);
    }
  }

  /**
   * Counts time and events of stretches that are known to repeat what was simulated; the present
   * and all that is pending stay as they are.
   *
   * @param durationPs time that they take, ps
   * @param events how many events they have
   * @throws ArithmeticException if the sum is past the end of time
   */
  public void repeat(long durationPs, long events) {
    repeatedPs = Math.addExact(repeatedPs, durationPs);
    Math.addExact(nowPs, repeatedPs);
    eventCount += events;
  }

  /**
   * Time simulated and repeated since the start, ps: {@link #nowPs} and what was left out of it.
   */
  public long elapsedPs() {
    return nowPs + repeatedPs;
  }

  private void runEvents(long limitPs) {
    if (running) {
      throw new IllegalStateException("The engine runs already. Maybe a component calls run().");
    }
    running = true;
    stopped = false;
    try {
      while (!stopped && queue.next(limitPs)) {
        nowPs = queue.timePs();
        eventCount++;
        components[queue.component()].handle(queue.kind(), queue.payload());
      }
    } finally {
      running = false;
    }
  }

  /** Ends the run after the present event; a later run goes on where this one ended. */
  public void stop() {
    stopped = true;
  }

  /** Events run since the engine was made. */
  public long eventCount() {
    return eventCount;
  }

  /** Events that wait for their time. */
  public int pendingCount() {
    return queue.size();
  }

  private RuntimeException badDelay(long delayPs, int component, int kind) {
    String event = describe(component, kind);
    if (delayPs < 0) {
      return new IllegalArgumentException(
          event + " was given a negative delay: " + delayPs + " ps, at " + nowPs + " ps");
    }
    return new ArithmeticException(
        event + " is past the end of time: " + delayPs + " ps from " + nowPs + " ps");
  }

  private String describe(int component, int kind) {
    String name =
        component < 0 || component >= componentCount
            ? "unknown"
            : components[component].getClass().getSimpleName();
    return "An event of kind " + kind + " for component " + component + " (" + name + ")";
  }
}
