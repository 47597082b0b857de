package org.rpusim.core.server;

import org.jspecify.annotations.Nullable;
import org.rpusim.core.engine.RelativeState;
import org.rpusim.core.state.StateException;
import org.rpusim.core.state.StateReader;
import org.rpusim.core.state.StateWriter;
import org.rpusim.core.state.Stateful;

/**
 * Account of one component's time: busy, waiting by reason, and nothing to do, which add up to the
 * length of the period.
 */
public final class TimeLedger implements Stateful {
  private final CausalLog log;

  private final WaitingSums waiting;
  private long busyPs;
  private long idlePs;
  private long accountedUntilPs;
  private boolean busy;

  /** Whether there was any work in this period. */
  private boolean hasWorked;

  private int token;

  /** When the work under way began. */
  private long beganPs;

  private @Nullable WorkObserver observer;
  private int observedAs;

  /** Stage that lasted when the last work ended, while nothing else was accounted since. */
  private long anchor = CausalLog.NONE;

  /**
   * @param log tells why time passed between two pieces of work
   * @param reasons number of reasons, at most {@link CausalLog#MAX_REASONS}
   */
  public TimeLedger(CausalLog log, int reasons) {
    if (reasons > CausalLog.MAX_REASONS) {
      throw new IllegalArgumentException("too many reasons: " + reasons);
    }
    this.log = log;
    this.waiting = new WaitingSums(reasons);
  }

  /**
   * Has an observer see every piece of work from now on.
   *
   * @param by who sees it, or null for nobody
   * @param component number under which it sees it
   */
  public void observe(@Nullable WorkObserver by, int component) {
    observer = by;
    observedAs = component;
  }

  /**
   * Work on a token that begins and ends in this piece, now or as soon as the work before it is
   * done; the time since that is explained by the token's history.
   *
   * @param startPs not before the end of the work before
   */
  public void work(int newToken, long startPs, long durationPs) {
    log.explain(newToken, accountedUntilPs, startPs, anchor, this);
    busyPs += durationPs;
    hasWorked = true;
    accountedUntilPs = startPs + durationPs;
    anchor = log.stage(newToken);
    if (observer != null) {
      observer.worked(observedAs, newToken, startPs, accountedUntilPs);
    }
  }

  /** Work on a token begins; the time since the work before is explained by the token's history. */
  public void begin(int newToken, long nowPs) {
    log.explain(newToken, accountedUntilPs, nowPs, anchor, this);
    token = newToken;
    beganPs = nowPs;
    accountedUntilPs = nowPs;
    busy = true;
    hasWorked = true;
  }

  /** The present work ends. */
  public void end(long nowPs) {
    busyPs += nowPs - accountedUntilPs;
    accountedUntilPs = nowPs;
    busy = false;
    anchor = log.stage(token);
    if (observer != null) {
      observer.worked(observedAs, token, beganPs, nowPs);
    }
  }

  /**
   * Pieces of work that began together as one end; between them the component waited.
   *
   * @param workPs time at work since it began
   * @param reason what it waited for in the rest of that time
   */
  public void end(long nowPs, long workPs, int reason) {
    addWaiting(reason, nowPs - accountedUntilPs - workPs);
    accountedUntilPs = nowPs - workPs;
    end(nowPs);
  }

  /** The component was held up, for a known reason, since its last work ended. */
  public void held(int reason, long nowPs) {
    addWaiting(reason, nowPs - accountedUntilPs);
    accountedUntilPs = nowPs;
    anchor = CausalLog.NONE;
  }

  /**
   * The component could have begun work on a token at a time, and has been held up since then for a
   * known reason; the time before that is explained by the token's history.
   *
   * @param sincePs not before the end of the last work
   */
  public void held(int newToken, long sincePs, int reason, long nowPs) {
    log.explain(newToken, accountedUntilPs, sincePs, anchor, this);
    accountedUntilPs = sincePs;
    held(reason, nowPs);
  }

  /** Adds the time between two stages; see {@link WaitingSums#addSpan}. */
  void addSpan(long from, long to, long[] sums, int fromAt, int toAt) {
    waiting.addSpan(from, to, sums, fromAt, toAt);
  }

  /** Adds waiting time. */
  void addWaiting(int reason, long durationPs) {
    waiting.add(reason, durationPs);
  }

  /**
   * The time since the last work is explained by the history of a token, as more work will follow;
   * who has not worked yet has nothing to do.
   */
  public void settle(int token, long nowPs) {
    if (!hasWorked) {
      return;
    }
    log.explain(token, accountedUntilPs, nowPs, anchor, this);
    accountedUntilPs = nowPs;
    anchor = CausalLog.NONE;
  }

  /** Numbers of an account: see {@link #capture}. */
  public int width() {
    return 1 + waiting.reasons();
  }

  /** Writes down the account: time at work, then waiting by reason, ps. */
  public void capture(long[] account, int at) {
    account[at] = busyPs;
    waiting.capture(account, at + 1);
  }

  /** Adds an account a number of times; it explains all time until now. */
  public void add(long[] account, int at, long times, long nowPs) {
    if (isZero(account, at)) {
      return;
    }
    busyPs += times * account[at];
    hasWorked = true;
    waiting.add(account, at + 1, times);
    accountedUntilPs = nowPs;
    anchor = CausalLog.NONE;
  }

  private boolean isZero(long[] account, int at) {
    for (int i = at; i < at + width(); i++) {
      if (account[i] != 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Adds an account for stretches of time that repeat one; the present state stays as it is.
   *
   * @param account what the stretch adds, see {@link #capture}
   * @param times how often it repeats
   * @param durationPs length of the stretch, ps: nothing to do where there was no work in it
   */
  public void repeat(long[] account, int at, long times, long durationPs) {
    if (isZero(account, at)) {
      idlePs += times * durationPs;
      return;
    }
    busyPs += times * account[at];
    waiting.add(account, at + 1, times);
  }

  /** Writes what decides how it accounts for the time to come. */
  public void describe(RelativeState state) {
    state.put(hasWorked);
    state.put(busy);
    if (busy) {
      state.put(token);
    }
    if (hasWorked) {
      state.putTime(accountedUntilPs);
      state.needHistorySince(accountedUntilPs);
    }
  }

  /**
   * A period ends: the time since the last work is nothing to do, and the next period begins.
   *
   * @throws IllegalStateException if work is going on
   */
  public void closePeriod(long nowPs) {
    if (busy) {
      throw new IllegalStateException("a period cannot end during work");
    }
    idlePs += nowPs - accountedUntilPs;
    accountedUntilPs = nowPs;
    anchor = CausalLog.NONE;
    hasWorked = false;
  }

  /**
   * The account, where all time of a component that has worked is accounted.
   *
   * @throws IllegalStateException if work is going on
   */
  @Override
  public void saveState(StateWriter out) {
    if (busy) {
      throw new IllegalStateException("an account cannot be saved during work");
    }
    out.put(busyPs).put(idlePs).put(accountedUntilPs).put(hasWorked);
    waiting.saveState(out);
  }

  @Override
  public void loadState(StateReader in) {
    busyPs = in.count();
    idlePs = in.count();
    accountedUntilPs = in.count();
    hasWorked = in.truth();
    waiting.loadState(in);
    if (busy) {
      throw new StateException("work is going on where it is loaded");
    }
    anchor = CausalLog.NONE;
  }

  /** Time at work in all periods, ps. */
  public long busyPs() {
    return busyPs;
  }

  /** Time with nothing to do in all periods, ps. */
  public long idlePs() {
    return idlePs;
  }

  /** Time held up for a reason in all periods, ps. */
  public long waitingPs(int reason) {
    return waiting.ps(reason);
  }
}
