package org.rpusim.core.server;

import org.rpusim.core.stats.Counter;
import org.rpusim.core.units.Rates;

/**
 * A first come first served server that works through items at a rate: bits of a link, numbers of a
 * digital unit. n items occupy it for ceil(n · 10¹² / rate) ps, rounded once.
 */
public final class RateServer {
  private final FifoServer server;
  private final double itemsPerSecond;
  private final long latencyPs;
  private final Counter items;

  /**
   * @param itemsPerSecond rate, above 0
   * @param latencyPs time from the end of the service to the completion, ps
   * @param items counts the items taken
   */
  public RateServer(FifoServer server, double itemsPerSecond, long latencyPs, Counter items) {
    this.server = server;
    this.itemsPerSecond = itemsPerSecond;
    this.latencyPs = latencyPs;
    this.items = items;
  }

  /** Takes work of a number of items, 0 or more. */
  public void submit(int token, long amount) {
    submit(token, amount, durationPs(amount));
  }

  /** Work of a number of items, 0 or more, to be submitted any number of times. */
  public Job job(long amount) {
    return new Job(this, amount, durationPs(amount));
  }

  private void submit(int token, long amount, long servicePs) {
    items.add(amount);
    server.submit(token, servicePs, latencyPs);
  }

  /** Work of a fixed amount for one server. */
  public static final class Job {
    private final RateServer owner;
    private final long amount;
    private final long servicePs;

    private Job(RateServer owner, long amount, long servicePs) {
      this.owner = owner;
      this.amount = amount;
      this.servicePs = servicePs;
    }

    /** Gives the work to the server; its completion is reported under the token. */
    public void submit(int token) {
      owner.submit(token, amount, servicePs);
    }
  }

  /** Time that work of a number of items occupies the server, ps. */
  public long durationPs(long amount) {
    return Rates.durationPs(amount, itemsPerSecond);
  }

  /** Account of its time. */
  public TimeLedger ledger() {
    return server.ledger();
  }

  /** Items taken since the start. */
  public long items() {
    return items.get();
  }

  /** Pieces of work served since the start. */
  public Counter served() {
    return server.served();
  }
}
