package org.rpusim.core.server;

import org.rpusim.core.engine.Component;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.engine.RelativeState;
import org.rpusim.core.stats.Counter;

/**
 * One server with an unbounded first-come first-served queue. A piece of work occupies it for its
 * service time; its result arrives a latency later, during which the next work is served already.
 *
 * <p>As service times are known when work comes and no work overtakes, it is also known when the
 * server will have time for it: the queue is but that time, and a piece of work is one event.
 */
public final class FifoServer extends Component {
  private final Engine engine;
  private final int id;
  private final CausalLog log;
  private final TimeLedger ledger;
  private final int reason;
  private final CompletionListener listener;
  private long freeFromPs;
  private final Counter taken = new Counter();

  /**
   * @param reason why somebody waits who waits for this server, in its queue or in its service
   * @param reasons number of reasons
   */
  public FifoServer(
      Engine engine, CausalLog log, int reason, int reasons, CompletionListener listener) {
    this.engine = engine;
    this.log = log;
    this.ledger = new TimeLedger(log, reasons);
    this.reason = reason;
    this.listener = listener;
    this.id = engine.register(this);
  }

  /**
   * Takes work.
   *
   * @param token names the work to the listener
   * @param servicePs time that the server is occupied, ps, 0 or more
   * @param resultLatencyPs time from the end of the service to the completion, ps, 0 or more
   */
  public void submit(int token, long servicePs, long resultLatencyPs) {
    long nowPs = engine.nowPs();
    log.enter(token, reason, nowPs);
    long startPs = Math.max(nowPs, freeFromPs);
    ledger.work(token, startPs, servicePs);
    freeFromPs = startPs + servicePs;
    taken.increment();
    engine.scheduleAt(freeFromPs + resultLatencyPs, id, 0, token);
  }

  @Override
  protected void handle(int kind, long payload) {
    listener.completed((int) payload);
  }

  @Override
  protected void describe(RelativeState state) {
    ledger.describe(state);
    state.putTime(Math.max(freeFromPs, engine.nowPs()));
  }

  @Override
  protected int tokenOf(int kind, long payload) {
    return (int) payload;
  }

  /** Account of its time. */
  public TimeLedger ledger() {
    return ledger;
  }

  /** Pieces of work taken. */
  public Counter served() {
    return taken;
  }
}
