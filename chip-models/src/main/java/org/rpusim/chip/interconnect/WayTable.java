package org.rpusim.chip.interconnect;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ways over links, and how they go on: a tree where a transfer has several receivers. A packet is
 * copied where ways part, so that each link carries it once.
 *
 * <p>A way is a number; all that is to be known of it stands in one long, so that those of many
 * transfers stay in the processor's caches. Ways that end alike are one.
 */
final class WayTable {
  /** Channel of a link that ends at a receiver, who takes everything. */
  static final int RECEIVER = -1;

  /** No way. */
  static final int NOWHERE = 0;

  /** Link of a way that only begins. */
  private static final int NO_LINK = (1 << 20) - 1;

  /** A network remembers in an int which of them are blocked. */
  private static final int MOST_CHANNELS = Integer.SIZE;

  private static final int LINK_SHIFT = 32;
  private static final int CHANNEL_SHIFT = 52;
  private static final int CHANNEL_MASK = (1 << 6) - 1;
  private static final int MANY_SHIFT = 62;

  /**
   * Of each way, from the lowest bit: the first way on, the link, the channel + 1, and whether
   * several ways go on.
   */
  private long[] packed = {pack(NO_LINK, RECEIVER, NOWHERE, false)};

  private int count = 1;

  /** Ways on from each where they are several. */
  private final Map<Integer, int[]> several = new HashMap<>();

  private final Map<Onwards, Integer> known = new HashMap<>();

  private record Onwards(int link, int channel, List<Integer> next) {}

  private static long pack(int link, int channel, int first, boolean many) {
    return (many ? 1L << MANY_SHIFT : 0)
        | (long) (channel + 1) << CHANNEL_SHIFT
        | (long) link << LINK_SHIFT
        | first;
  }

  /**
   * A link, and ways from its end.
   *
   * @param link id of the link
   * @param channel queue at its end, or {@link #RECEIVER}
   */
  int over(Link link, int channel, List<Integer> next) {
    if (link.id >= NO_LINK || channel >= MOST_CHANNELS) {
      throw new IllegalArgumentException(
          "more than %d links or %d virtual channels".formatted(NO_LINK, MOST_CHANNELS));
    }
    return way(link.id, channel, next);
  }

  /** From a sender. */
  int from(int first) {
    return way(NO_LINK, RECEIVER, List.of(first));
  }

  private int way(int link, int channel, List<Integer> next) {
    Onwards onwards = new Onwards(link, channel, List.copyOf(next));
    Integer same = known.get(onwards);
    if (same != null) {
      return same;
    }
    if (count == packed.length) {
      packed = Arrays.copyOf(packed, 2 * count);
    }
    if (next.size() > 1) {
      several.put(count, next.stream().mapToInt(Integer::intValue).toArray());
    }
    int first = next.isEmpty() ? NOWHERE : next.getFirst();
    packed[count] = pack(link, channel, first, next.size() > 1);
    known.put(onwards, count);
    return count++;
  }

  /** The link of a way, by its id. */
  int link(int way) {
    return (int) (packed[way] >>> LINK_SHIFT) & NO_LINK;
  }

  /** The queue at its end, or {@link #RECEIVER}. */
  int channel(int way) {
    return ((int) (packed[way] >>> CHANNEL_SHIFT) & CHANNEL_MASK) - 1;
  }

  /** How many ways go on from it. */
  int ways(int way) {
    long of = packed[way];
    if (of >>> MANY_SHIFT == 0) {
      return (int) of == NOWHERE ? 0 : 1;
    }
    return severalOf(way).length;
  }

  /** The n-th way on. */
  int next(int way, int n) {
    return n == 0 ? (int) packed[way] : severalOf(way)[n];
  }

  private int[] severalOf(int way) {
    int[] ways = several.get(way);
    if (ways == null) {
      throw new IllegalStateException("a single way goes on from " + way);
    }
    return ways;
  }
}
