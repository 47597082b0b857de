package org.rpusim.chip.interconnect;

import org.jspecify.annotations.Nullable;

/**
 * One link of a way, and how it goes on from there: a tree where a transfer has several receivers.
 * A packet is copied where ways part, so that each link carries it once.
 */
final class Way {
  /** The end of a way. */
  private static final Way[] ARRIVED = {};

  /** Before a packet is used. */
  static final Way NOWHERE = new Way(null, 0, ARRIVED);

  private final @Nullable Link over;

  /** Queue at the end of the link. */
  final int channel;

  /** The ways on, none at a receiver. */
  final Way[] next;

  private Way(@Nullable Link over, int channel, Way[] next) {
    this.over = over;
    this.channel = channel;
    this.next = next;
  }

  /** A link, and ways from its end. */
  static Way over(Link link, int channel, Way... next) {
    return new Way(link, channel, next);
  }

  /** The last link of a way. */
  static Way toReceiver(Link link) {
    return new Way(link, 0, ARRIVED);
  }

  /** From a sender. */
  static Way from(Way first) {
    return new Way(null, 0, new Way[] {first});
  }

  Link link() {
    if (over == null) {
      throw new IllegalStateException("a way begins with its first link");
    }
    return over;
  }

  boolean arrives() {
    return next.length == 0;
  }
}
