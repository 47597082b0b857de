package org.rpusim.core.server;

import org.rpusim.core.state.StateReader;
import org.rpusim.core.state.StateWriter;
import org.rpusim.core.state.Stateful;

/** A component's waiting time by reason, ps. */
final class WaitingSums implements Stateful {
  /** What is accounted, but for the last span. */
  private final long[] waitingPs;

  /**
   * Sums by reason at both ends of a piece of history that explains all time since its beginning.
   * It grows from one piece of work to the next, as long as each is of one history with the last.
   */
  private final long[] spanStartPs;

  private final long[] spanEndPs;

  /** Stage at its end. */
  private long spanEnd = CausalLog.NONE;

  /** Sums of so many reasons, all 0. */
  WaitingSums(int reasons) {
    waitingPs = new long[reasons];
    spanStartPs = new long[reasons];
    spanEndPs = new long[reasons];
  }

  int reasons() {
    return waitingPs.length;
  }

  /** Waiting time of a reason. */
  long ps(int reason) {
    return waitingPs[reason] + spanEndPs[reason] - spanStartPs[reason];
  }

  /** Adds waiting time. */
  void add(int reason, long durationPs) {
    waitingPs[reason] += durationPs;
  }

  /** Adds times by reason, which stand in an array from a place on, a number of times. */
  void add(long[] account, int at, long times) {
    for (int r = 0; r < waitingPs.length; r++) {
      waitingPs[r] += times * account[at + r];
    }
  }

  /** Writes all times by reason into an array from a place on. */
  void capture(long[] account, int at) {
    for (int r = 0; r < waitingPs.length; r++) {
      account[at + r] = ps(r);
    }
  }

  /**
   * Adds the time by reason between two stages of one history.
   *
   * @param from the earlier stage
   * @param to the later one
   * @param sums holds the sums of both
   */
  void addSpan(long from, long to, long[] sums, int fromAt, int toAt) {
    if (from != spanEnd) {
      closeSpan();
      System.arraycopy(sums, fromAt, spanStartPs, 0, spanStartPs.length);
    }
    System.arraycopy(sums, toAt, spanEndPs, 0, spanEndPs.length);
    spanEnd = to;
  }

  private void closeSpan() {
    for (int r = 0; r < waitingPs.length; r++) {
      waitingPs[r] += spanEndPs[r] - spanStartPs[r];
    }
    System.arraycopy(spanEndPs, 0, spanStartPs, 0, spanStartPs.length);
  }

  @Override
  public void saveState(StateWriter out) {
    for (int r = 0; r < waitingPs.length; r++) {
      out.put(ps(r));
    }
  }

  @Override
  public void loadState(StateReader in) {
    for (int r = 0; r < waitingPs.length; r++) {
      waitingPs[r] = in.count();
      spanStartPs[r] = 0;
      spanEndPs[r] = 0;
    }
    spanEnd = CausalLog.NONE;
  }
}
