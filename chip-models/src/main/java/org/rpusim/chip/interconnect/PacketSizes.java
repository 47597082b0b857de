package org.rpusim.chip.interconnect;

import org.rpusim.chip.spec.NetworkSpec;

/** How transfers are cut into packets, and packets into flits. */
final class PacketSizes {
  private final int flitBits;
  private final int headerBits;
  private final long payloadBits;

  PacketSizes(NetworkSpec spec) {
    this.flitBits = spec.flitBits();
    this.headerBits = spec.headerBits();
    this.payloadBits = spec.payloadBits();
  }

  /** Packets of a transfer, 1 or more: all but the last are full. */
  int packets(long transferBits) {
    return Math.toIntExact(Math.max(1, Math.ceilDiv(transferBits, payloadBits)));
  }

  /** Bits of the n-th packet, header included. */
  long bits(long transferBits, int packet) {
    return Math.min(payloadBits, transferBits - packet * payloadBits) + headerBits;
  }

  /** Flits that hold some bits, 1 or more. */
  int flits(long bits) {
    return (int) Math.max(1, Math.ceilDiv(bits, flitBits));
  }
}
