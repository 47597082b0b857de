package org.rpusim.chip.interconnect;

import org.jspecify.annotations.Nullable;
import org.rpusim.core.engine.RelativeState;
import org.rpusim.core.server.TimeLedger;
import org.rpusim.core.stats.Counter;

/** A link with the queues at its far end, and who asks for it. */
final class Link {
  static final long NOT_BLOCKED = -1;

  /** No queue, where their numbers are written. */
  private static final int NONE = -1;

  final int id;
  final String name;
  final long micrometres;

  /** Time of a signal from end to end, ps. */
  final long wirePs;

  final TimeLedger ledger;

  /** Packets sent over it. */
  final Counter packets = new Counter();

  final LinkCounts counts;

  /** One a virtual channel; none where a terminal takes everything. */
  PacketQueue[] queues = {};

  /** The queue whose first packet is on its way over this link. */
  @Nullable PacketQueue sending;

  /** Queues whose first packet wants to go over this link, the one sent first first, then by id. */
  @Nullable PacketQueue firstRequest;

  @Nullable PacketQueue lastRequest;

  /** Whether a decision who may send is due at this time. */
  boolean deciding;

  /** Since when it is free, wanted, and without room at its far end, ps. */
  long blockedSincePs = NOT_BLOCKED;

  /**
   * @param micrometres length, µm
   */
  Link(int id, String name, long micrometres, long wirePs, TimeLedger ledger, LinkCounts counts) {
    this.id = id;
    this.name = name;
    this.micrometres = micrometres;
    this.wirePs = wirePs;
    this.ledger = ledger;
    this.counts = counts;
  }

  /** The first packet of a queue wants to go over this link from now on. */
  void request(PacketQueue queue) {
    PacketQueue before = lastRequest;
    while (before != null && queue.goesBefore(before)) {
      before = before.requestBefore;
    }
    PacketQueue after = before == null ? firstRequest : before.requestAfter;
    join(before, queue);
    join(queue, after);
  }

  /** A request is granted. */
  void remove(PacketQueue queue) {
    PacketQueue before = queue.requestBefore;
    PacketQueue after = queue.requestAfter;
    join(before, after);
    queue.requestBefore = null;
    queue.requestAfter = null;
  }

  private void join(@Nullable PacketQueue before, @Nullable PacketQueue after) {
    if (before == null) {
      firstRequest = after;
    } else {
      before.requestAfter = after;
    }
    if (after == null) {
      lastRequest = before;
    } else {
      after.requestBefore = before;
    }
  }

  /** Writes who sends, who asks, in which order, and the account of its time. */
  void describe(RelativeState state) {
    ledger.describe(state);
    state.put(sending == null ? NONE : sending.id);
    for (PacketQueue q = firstRequest; q != null; q = q.requestAfter) {
      state.put(q.id);
    }
    state.put(NONE);
    state.put(deciding);
    state.put(blockedSincePs == NOT_BLOCKED);
    if (blockedSincePs != NOT_BLOCKED) {
      state.putTime(blockedSincePs);
    }
  }
}
