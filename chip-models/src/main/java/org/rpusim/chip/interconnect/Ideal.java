package org.rpusim.chip.interconnect;

import com.google.common.collect.ImmutableList;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.spec.InterconnectSpec;
import org.rpusim.chip.tile.WaitReason;
import org.rpusim.core.engine.Component;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.engine.RelativeState;
import org.rpusim.core.server.CausalLog;
import org.rpusim.core.server.CompletionListener;
import org.rpusim.core.server.TimeLedger;
import org.rpusim.core.stats.Counter;
import org.rpusim.core.stats.CounterTree;
import org.rpusim.core.units.Rates;

/**
 * No chip has it: every transfer takes the time that it would take on an idle bus, however many are
 * under way. What a real interconnect takes longer is the cost of contention.
 */
final class Ideal extends Component implements Interconnect {
  private final Engine engine;
  private final int id;
  private final CausalLog log;
  private final TimeLedger ledger;
  private final InterconnectSpec spec;
  private final CompletionListener listener;
  private final Counter bits;
  private final Counter transfers = new Counter();
  private int underWay;

  /** Takes bandwidth and latency of the file for every transfer. */
  Ideal(
      Engine engine, CausalLog log, ChipSpec chip, CompletionListener listener, CounterTree tree) {
    this.engine = engine;
    this.log = log;
    this.ledger = new TimeLedger(log, WaitReason.COUNT);
    this.spec = chip.interconnect();
    this.listener = listener;
    this.bits = tree.counter("interconnect.bits");
    this.id = engine.register(this);
  }

  @Override
  public void send(int token, Transfer transfer) {
    bits.add(transfer.bits());
    transfers.increment();
    log.enter(token, WaitReason.INTERCONNECT.index(), engine.nowPs());
    if (underWay++ == 0) {
      ledger.begin(token, engine.nowPs());
    }
    long durationPs = Rates.durationPs(transfer.bits(), 8 * spec.bytesPerSecond());
    engine.schedule(durationPs + spec.latencyPs(), id, 0, token);
  }

  @Override
  protected void handle(int kind, long payload) {
    if (--underWay == 0) {
      ledger.end(engine.nowPs());
    }
    listener.completed((int) payload);
  }

  @Override
  protected void describe(RelativeState state) {
    ledger.describe(state);
    state.put(underWay);
  }

  @Override
  protected int tokenOf(int kind, long payload) {
    return (int) payload;
  }

  /** At work while any transfer is under way. */
  @Override
  public ImmutableList<Part> parts() {
    return ImmutableList.of(new Part("ideal", ledger, transfers));
  }
}
