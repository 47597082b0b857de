package org.rpusim.chip.interconnect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One link of a way, and how it goes on from there: a tree where a transfer has several receivers.
 * A packet is copied where ways part, so that each link carries it once.
 */
final class Way {
  private static final Way[] NONE = {};

  /** Channel of a link that ends at a receiver, who takes everything. */
  static final int RECEIVER = -1;

  /** Before a packet is used. */
  static final Way NOWHERE = new Way(null, RECEIVER, List.of());

  private final @Nullable Link over;

  /** Queue at the end of the link, or {@link #RECEIVER}. */
  final int channel;

  /** Ways on from there. */
  final int ways;

  /** The first of them; most have no other. */
  private final Way first;

  private final Way[] others;

  private Way(@Nullable Link over, int channel, List<Way> next) {
    this.over = over;
    this.channel = channel;
    this.ways = next.size();
    this.first = next.isEmpty() ? this : next.getFirst();
    this.others = ways < 2 ? NONE : next.subList(1, ways).toArray(new Way[0]);
  }

  /** A link, and ways from its end. */
  static Way over(Link link, int channel, List<Way> next) {
    return new Way(link, channel, next);
  }

  /** From a sender. */
  static Way from(Way first) {
    return new Way(null, RECEIVER, List.of(first));
  }

  /** The n-th way on. */
  Way next(int n) {
    return n == 0 ? first : others[n - 1];
  }

  Link link() {
    if (over == null) {
      throw new IllegalStateException("a way begins with its first link");
    }
    return over;
  }
}
