package org.rpusim.chip.interconnect;

import org.jspecify.annotations.Nullable;

/** A packet in a queue, or on its way into it; used again when it has left. */
final class Packet {
  /** The transfer that it is a part of. */
  int token;

  /** The way that brought it here, in {@link WayTable}, from which others go on. */
  int way;

  int flits;

  /** When its transfer was sent, ps. */
  long sentPs;

  /** Its bits, header included. */
  long bits;

  /** The packet behind it in its queue, or in the store of unused ones. */
  @Nullable Packet next;
}
