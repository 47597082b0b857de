package org.rpusim.report.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C: asks the run to stop and gives it time to write its folder. The JVM then ends with exit
 * code 130 by itself.
 */
final class Interrupt implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::request, "interrupt");
  private volatile boolean requested;

  private Interrupt() {}

  /** Begins to listen for Ctrl-C, until closed. */
  static Interrupt listen() {
    Interrupt interrupt = new Interrupt();
    Runtime.getRuntime().addShutdownHook(interrupt.hook);
    return interrupt;
  }

  /** Whether the run should end. */
  boolean requested() {
    return requested;
  }

  /** What Ctrl-C does; returns when the run has ended. */
  void request() {
    requested = true;
    try {
      if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("The run did not stop in time; nothing was written.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The run has ended and said what it had to say. */
  @Override
  public void close() {
    finished.countDown();
    if (!requested) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // Ctrl-C came in this very moment: the hook runs, and finds the run finished.
        requested = true;
      }
    }
  }
}
