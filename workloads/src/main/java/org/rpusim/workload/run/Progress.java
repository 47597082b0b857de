package org.rpusim.workload.run;

import org.rpusim.workload.result.RunListener;

/** Counts the work done and asks the listener now and then whether to go on. */
final class Progress {
  private static final int STRIDE = 64;

  private final RunListener listener;
  private final long total;
  private long done;
  private boolean stopped;

  Progress(RunListener listener, long total) {
    this.listener = listener;
    this.total = total;
  }

  /** Goes on where an earlier run was. */
  void resume(long unitsDone) {
    done = unitsDone;
  }

  /** Units of work that are done. */
  long done() {
    return done;
  }

  /** One unit of work is done; false if the run should stop. */
  boolean advance() {
    return advance(1);
  }

  /** Some units of work are done; false if the run should stop. */
  boolean advance(long units) {
    long before = done;
    done += units;
    if (before / STRIDE < done / STRIDE || done == total) {
      listener.progress(done, total);
      stopped = listener.stopRequested();
    }
    return !stopped;
  }

  boolean stopped() {
    return stopped;
  }
}
