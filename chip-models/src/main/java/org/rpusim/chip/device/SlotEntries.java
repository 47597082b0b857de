package org.rpusim.chip.device;

import org.rpusim.chip.math.Trains;

/**
 * Pulses of columns as entries, {@code block << 16 | mask}, each slot's positive columns first;
 * made when a slot is asked for.
 */
final class SlotEntries {
  private final Trains columns;
  private final int[] positivePulses;
  private final int[] positiveFrom;
  private final int[] negativeFrom;
  private final int[] end;
  private final int[] entries;

  /** Slots that are there, a bit each. */
  private long collected;

  private int next;

  SlotEntries(Trains columns, int mostSlots) {
    this.columns = columns;
    positivePulses = new int[mostSlots];
    positiveFrom = new int[mostSlots];
    negativeFrom = new int[mostSlots];
    end = new int[mostSlots];
    entries = new int[mostSlots * 2 * columns.blocks.length];
  }

  /** New trains are drawn. */
  void clear() {
    collected = 0;
    next = 0;
  }

  /** All entries; a slot's stand in it once one of its places is asked for. */
  int[] entries() {
    return entries;
  }

  int positiveFrom(int slot) {
    require(slot);
    return positiveFrom[slot];
  }

  int negativeFrom(int slot) {
    require(slot);
    return negativeFrom[slot];
  }

  int end(int slot) {
    require(slot);
    return end[slot];
  }

  int positivePulses(int slot) {
    require(slot);
    return positivePulses[slot];
  }

  private void require(int slot) {
    if ((collected >>> slot & 1) == 0) {
      collect(slot);
      collected |= 1L << slot;
    }
  }

  private void collect(int slot) {
    int pulses = 0;
    positiveFrom[slot] = next;
    for (int k = 0; k < columns.count(); k++) {
      int positive = columns.mask(k, slot) & ~columns.negatives[k];
      add(k, positive);
      pulses += Integer.bitCount(positive);
    }
    positivePulses[slot] = pulses;
    negativeFrom[slot] = next;
    for (int k = 0; k < columns.count(); k++) {
      add(k, columns.mask(k, slot) & columns.negatives[k]);
    }
    end[slot] = next;
  }

  private void add(int k, int mask) {
    entries[next] = columns.blocks[k] << 16 | mask;
    next += mask != 0 ? 1 : 0;
  }
}
