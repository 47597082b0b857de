package org.rpusim.core.engine;

/** Messages that the queues share. */
final class QueueErrors {
  private QueueErrors() {}

  static IllegalArgumentException past(long timePs, long lastPs) {
    return new IllegalArgumentException(
        "An event at " + timePs + " ps lies before the last removed one, at " + lastPs + " ps");
  }
}
