package org.rpusim.core.engine;

/**
 * Pending events in the order of their times; events of equal time leave in the order in which they
 * were added. An event is four numbers, so that nothing is allocated for it.
 */
public sealed interface EventQueue permits TimingWheel, HeapEventQueue {
  /**
   * Adds an event.
   *
   * @param timePs when it is due, ps; not before the last removed event, nor before a limit that
   *     {@link #next(long)} was given
   * @throws IllegalArgumentException if the time lies before the last removed event
   */
  void add(long timePs, int component, int kind, long payload);

  /**
   * Removes the earliest event if it is due at or before a limit, and shows it by {@link #timePs},
   * {@link #component}, {@link #kind} and {@link #payload} until the next one is removed.
   *
   * @return whether there was such an event
   */
  boolean next(long limitPs);

  /** As {@link #next(long)}, however late the event is. */
  default boolean next() {
    return next(Long.MAX_VALUE);
  }

  /** Time of the last removed event, ps. */
  long timePs();

  /** Component of the last removed event. */
  int component();

  /** Kind of the last removed event. */
  int kind();

  /** Payload of the last removed event. */
  long payload();

  /** Number of pending events. */
  int size();

  /** Copies what is pending. */
  void copyTo(PendingEvents copy);
}
