package org.rpusim.chip.interconnect;

import org.rpusim.core.stats.Counter;
import org.rpusim.core.stats.CounterTree;

/** What a link has carried, in exact integers: energy is worked out from it. */
final class LinkCounts {
  /** Flits sent. */
  final Counter flits;

  /** Bits × the link's length, headers included, bit·µm. */
  final Counter bitMicrometres;

  /** Flits that left a router by this link. */
  private final boolean leavesRouter;

  private final Counter routedFlits;

  /**
   * @param leavesRouter whether flits come from a router and not from a terminal
   */
  LinkCounts(CounterTree tree, String path, boolean leavesRouter) {
    this.flits = tree.counter(path + ".flits");
    this.bitMicrometres = tree.counter(path + ".bitMicrometres");
    this.routedFlits = tree.counter(path + ".routedFlits");
    this.leavesRouter = leavesRouter;
  }

  void add(Packet packet, long micrometres) {
    flits.add(packet.flits);
    bitMicrometres.add(packet.bits * micrometres);
    if (leavesRouter) {
      routedFlits.add(packet.flits);
    }
  }
}
