package org.rpusim.chip.interconnect;

/** How a transfer is sent: its way, its packets, and how many of them arrive. */
final class Sending {
  final PacketQueue source;
  final int way;
  final int receivers;
  final long bits;
  final int packets;
  final int fullFlits;
  final long fullBits;
  final int lastFlits;
  final long lastBits;

  Sending(PacketQueue source, int way, int receivers, PacketSizes sizes, Transfer transfer) {
    this.source = source;
    this.way = way;
    this.receivers = receivers;
    this.bits = transfer.bits();
    this.packets = sizes.packets(bits);
    this.fullBits = sizes.bits(bits, 0);
    this.fullFlits = sizes.flits(fullBits);
    this.lastBits = sizes.bits(bits, packets - 1);
    this.lastFlits = sizes.flits(lastBits);
  }

  /** Arrivals of packets until the transfer is complete. */
  int arrivals() {
    return Math.multiplyExact(packets, receivers);
  }
}
