package org.rpusim.chip.interconnect;

import com.google.common.collect.ImmutableList;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.spec.InterconnectSpec;
import org.rpusim.chip.tile.WaitReason;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.server.CausalLog;
import org.rpusim.core.server.CompletionListener;
import org.rpusim.core.server.FifoServer;
import org.rpusim.core.server.RateServer;
import org.rpusim.core.stats.CounterTree;

/**
 * A bus: one transfer at a time, first come first served; all places can listen to the same one.
 */
public final class Bus implements Interconnect {
  private final RateServer server;

  /** A bus of the file's bandwidth and latency. */
  public Bus(
      Engine engine, CausalLog log, ChipSpec chip, CompletionListener listener, CounterTree tree) {
    InterconnectSpec spec = chip.interconnect();
    this.server =
        new RateServer(
            new FifoServer(
                engine, log, WaitReason.INTERCONNECT.index(), WaitReason.COUNT, listener),
            8 * spec.bytesPerSecond(),
            spec.latencyPs(),
            tree.counter("interconnect.bits"));
  }

  @Override
  public void send(int token, Transfer transfer) {
    server.submit(token, transfer.bits());
  }

  @Override
  public RateServer.Job job(Transfer transfer) {
    return server.job(transfer.bits());
  }

  @Override
  public ImmutableList<Part> parts() {
    return ImmutableList.of(new Part("bus", server.ledger(), server.served()));
  }
}
