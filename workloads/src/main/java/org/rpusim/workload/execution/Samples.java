package org.rpusim.workload.execution;

import java.util.function.BooleanSupplier;

/** Which samples of a pass have started, which are yet to, and when they pause. */
final class Samples {
  private long next;
  private long end;
  private BooleanSupplier goOn = () -> true;

  /** Whether the engine stops whenever the sample of slot 0 is complete. */
  private boolean pausing;

  private boolean resting;
  private int lastToken;

  /**
   * A pass begins.
   *
   * @param first number of its first sample
   * @param count how many
   * @param more asked after each sample whether others are to begin
   */
  void begin(long first, long count, BooleanSupplier more) {
    next = first;
    end = first + count;
    goOn = more;
  }

  /** Whether another one is to start. */
  boolean hasNext() {
    return next < end;
  }

  /** Number of the next one. */
  long next() {
    return next;
  }

  /** Another one starts; gives its number. */
  long start() {
    return next++;
  }

  /** How many are yet to start. */
  long left() {
    return end - next;
  }

  /** Some more have started, and are over. */
  void skip(long count) {
    next += count;
  }

  /** Those that have started are the last. */
  void stop() {
    end = next;
  }

  /** Asks whether others are to begin, and stops if not. */
  boolean goOn() {
    boolean goes = goOn.getAsBoolean();
    if (!goes) {
      stop();
    }
    return goes;
  }

  /** A sample is over with the completion of a token. */
  void ended(int token) {
    lastToken = token;
  }

  /** What was completed last of the last sample. */
  int lastToken() {
    return lastToken;
  }

  /** The next sample is to start after a rest. */
  void rest() {
    resting = true;
  }

  /** Whether samples have stopped for a rest, which is then over. */
  boolean takeRest() {
    boolean rests = resting;
    resting = false;
    return rests;
  }

  /** Has the engine stop whenever the sample of slot 0 is complete, or no more. */
  void pauseAfterEach(boolean pauses) {
    pausing = pauses;
  }

  /** Whether the engine is to stop after the sample of slot 0. */
  boolean pausesAfterEach() {
    return pausing;
  }
}
