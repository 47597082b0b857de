package org.rpusim.core.server;

import org.rpusim.core.engine.Component;
import org.rpusim.core.engine.Engine;

/**
 * One server with an unbounded first-come first-served queue. A piece of work occupies it for its
 * service time; its result arrives a latency later, during which the next work is served already.
 */
public final class FifoServer extends Component {
  private static final int SERVED = 0;
  private static final int ARRIVED = 1;

  private final Engine engine;
  private final int id;
  private final CausalLog log;
  private final TimeLedger ledger;
  private final int reason;
  private final CompletionListener listener;
  private final TokenQueue queue = new TokenQueue();
  private boolean busy;
  private long latencyPs;
  private long served;

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
   * @param token names the work to the listener; the queue keeps order
   * @param servicePs time that the server is occupied, ps, 0 or more
   * @param resultLatencyPs time from the end of the service to the completion, ps, 0 or more
   */
  public void submit(int token, long servicePs, long resultLatencyPs) {
    log.enter(token, reason, engine.nowPs());
    if (busy) {
      queue.addLast(token);
      queue.addLast(servicePs);
      queue.addLast(resultLatencyPs);
    } else {
      serve(token, servicePs, resultLatencyPs);
    }
  }

  private void serve(int token, long servicePs, long resultLatencyPs) {
    busy = true;
    latencyPs = resultLatencyPs;
    ledger.begin(token, engine.nowPs());
    engine.schedule(servicePs, id, SERVED, token);
  }

  @Override
  protected void handle(int kind, long payload) {
    if (kind == SERVED) {
      endService((int) payload);
    } else {
      listener.completed((int) payload);
    }
  }

  private void endService(int token) {
    served++;
    ledger.end(engine.nowPs());
    busy = false;
    long resultLatencyPs = latencyPs;
    if (!queue.isEmpty()) {
      serve((int) queue.removeFirst(), queue.removeFirst(), queue.removeFirst());
    }
    if (resultLatencyPs > 0) {
      engine.schedule(resultLatencyPs, id, ARRIVED, token);
    } else {
      listener.completed(token);
    }
  }

  /** Account of its time. */
  public TimeLedger ledger() {
    return ledger;
  }

  /** Pieces of work served. */
  public long served() {
    return served;
  }
}
