package org.rpusim.chip.interconnect;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rpusim.core.engine.RelativeState;

/**
 * A queue of packets: at the end of a link, for one of its virtual channels, or of a terminal that
 * sends. Only its first packet may ask for a link.
 */
final class PacketQueue {
  /** Behind the last packet, where a token would be, in a description. */
  private static final int END_OF_PACKETS = -1;

  final int id;

  /** The link that brings packets here; none for a terminal's own queue. */
  final @Nullable Link from;

  /** Room for flits that nothing has been promised to yet. */
  int freeFlits;

  /** Packets whose head has arrived and may leave; those behind them are on their way. */
  int ready;

  /** How many of the ways on the first packet has taken. */
  int waysTaken;

  /** The way that its first packet wants to take; see {@link #want}. */
  int wanted;

  /** Link of that way; none before a packet has come. */
  @Nullable Link wantedLink;

  /** How many ways the first packet is to take in all. */
  int waysInAll;

  /** Channel of that way, at hand for whoever looks for a queue that may send. */
  int wantedChannel;

  /** Flits of its first packet, likewise. */
  int wantedFlits;

  private @Nullable Packet first;
  private @Nullable Packet last;

  /** When its first packet was sent, ps. */
  private long wantedSentPs;

  /** Neighbours among the requests of a link. */
  @Nullable PacketQueue requestBefore;

  @Nullable PacketQueue requestAfter;

  /**
   * @param freeFlits its size; without bound for a terminal's own queue
   */
  PacketQueue(int id, @Nullable Link from, int freeFlits) {
    this.id = id;
    this.from = from;
    this.freeFlits = freeFlits;
  }

  Packet first() {
    return Objects.requireNonNull(first, "the queue is empty");
  }

  boolean isEmpty() {
    return first == null;
  }

  void add(Packet packet) {
    if (last == null) {
      first = packet;
    } else {
      last.next = packet;
    }
    last = packet;
  }

  Packet removeFirst() {
    Packet packet = first();
    first = packet.next;
    if (first == null) {
      last = null;
    }
    packet.next = null;
    return packet;
  }

  /** Looks at what the first packet wants: to go on, or to send its next copy. */
  Link want(WayTable ways, Link[] links) {
    Packet packet = first();
    wanted = ways.next(packet.way, waysTaken);
    wantedChannel = ways.channel(wanted);
    waysInAll = ways.ways(packet.way);
    wantedFlits = packet.flits;
    wantedSentPs = packet.sentPs;
    Link link = links[ways.link(wanted)];
    wantedLink = link;
    return link;
  }

  /** Whether its first packet is older than another queue's. */
  boolean goesBefore(PacketQueue other) {
    return wantedSentPs < other.wantedSentPs
        || (wantedSentPs == other.wantedSentPs && id < other.id);
  }

  /**
   * Writes its packets and the room that is left. A packet's way follows from its transfer, which
   * is that of its token, and from the queue that it is in.
   */
  void describe(RelativeState state) {
    state.put(freeFlits);
    for (Packet packet = first; packet != null; packet = packet.next) {
      state.putToken(packet.token);
      state.putTime(packet.sentPs);
      state.put(packet.bits);
    }
    state.put(END_OF_PACKETS);
    state.put(ready);
    state.put(waysTaken);
  }
}
