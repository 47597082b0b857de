package org.rpusim.core.engine;

/**
 * Which lists of a {@link TimingWheel} have events: a bit for each, above it a bit for each word of
 * those, and once more, so that the next occupied list is found by looking at a few words. The
 * lists are those of the slots of a ring, and behind them those of the picoseconds of one slot,
 * which is open.
 */
final class SlotBits {
  /** Binary logarithm of the picoseconds of a slot: one word of bits marks its occupied words. */
  static final int SLOT_BITS = 12;

  static final int PICOSECONDS = 1 << SLOT_BITS;

  /** Slots of the ring: they reach 268 µs ahead. */
  static final int SLOTS = 1 << 16;

  static final int LISTS = SLOTS + PICOSECONDS;

  /** Where the bits of words are. */
  private static final int WORDS = LISTS >> 6;

  private static final int OPEN_GROUP = SLOTS >> 12;
  private static final int OPEN_WORD = WORDS + OPEN_GROUP;
  private static final int GROUPS = OPEN_WORD + 1;
  private static final long RING_GROUPS = (1L << OPEN_GROUP) - 1;

  private SlotBits() {}

  /** Bits of empty lists. */
  static long[] create() {
    return new long[GROUPS + 1];
  }

  /** A list has events from now on. */
  static void set(long[] bits, int list) {
    bits[list >> 6] |= 1L << list;
    bits[WORDS + (list >> 12)] |= 1L << (list >> 6);
    bits[GROUPS] |= 1L << (list >> 12);
  }

  /** A list of the open slot is empty from now on. */
  static void clearOpen(long[] bits, int list) {
    int word = list >> 6;
    long left = bits[word] & ~(1L << list);
    bits[word] = left;
    long none = 1 - ((left | -left) >>> (Long.SIZE - 1)); // 1 where the word is empty, else 0
    bits[OPEN_WORD] &= ~(none << word);
  }

  /** A slot of the ring is empty from now on. */
  static void clearSlot(long[] bits, int slot) {
    int word = slot >> 6;
    bits[word] &= ~(1L << slot);
    if (bits[word] == 0) {
      int group = word >> 6;
      bits[WORDS + group] &= ~(1L << word);
      if (bits[WORDS + group] == 0) {
        bits[GROUPS] &= ~(1L << group);
      }
    }
  }

  static boolean isOpenEmpty(long[] bits) {
    return bits[OPEN_WORD] == 0;
  }

  static boolean isRingEmpty(long[] bits) {
    return (bits[GROUPS] & RING_GROUPS) == 0;
  }

  /** The list of the earliest picosecond of the open slot, which must not be empty. */
  static int firstOpen(long[] bits) {
    int word = (SLOTS >> 6) + Long.numberOfTrailingZeros(bits[OPEN_WORD]);
    return (word << 6) | Long.numberOfTrailingZeros(bits[word]);
  }

  /** The first occupied slot from a slot on, round the ring, which must not be empty. */
  static int nextSlot(long[] bits, int from) {
    int word = from >> 6;
    long here = bits[word] & (-1L << from);
    if (here != 0) {
      return (word << 6) | Long.numberOfTrailingZeros(here);
    }
    int group = word >> 6;
    long later = bits[WORDS + group] & (-2L << word);
    if (later == 0) {
      long groups = bits[GROUPS] & RING_GROUPS;
      long laterGroups = groups & (-2L << group);
      group = Long.numberOfTrailingZeros(laterGroups != 0 ? laterGroups : groups);
      later = bits[WORDS + group];
    }
    word = (group << 6) | Long.numberOfTrailingZeros(later);
    return (word << 6) | Long.numberOfTrailingZeros(bits[word]);
  }
}
