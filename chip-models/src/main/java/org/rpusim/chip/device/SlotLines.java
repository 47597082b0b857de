package org.rpusim.chip.device;

import java.util.Arrays;
import org.rpusim.chip.math.Kernels;

/** The columns with a pulse of an update, slot after slot, each slot's in the order of its entries. */
final class SlotLines {
  private final Kernels kernels;
  private final int columns;
  private final int[] first = new int[PulseTrains.MAX_SLOTS];
  private int[] numbers;

  SlotLines(int columns, Kernels kernels) {
    this.columns = columns;
    this.kernels = kernels;
    numbers = new int[columns + Kernels.BLOCK];
  }

  /** Lists those of the drawn trains. */
  void list(PulseTrains trains) {
    int next = 0;
    for (long slots = trains.live(); slots != 0; slots &= slots - 1) {
      int slot = Long.numberOfTrailingZeros(slots);
      if (numbers.length < next + columns + Kernels.BLOCK) {
        numbers = Arrays.copyOf(numbers, 2 * numbers.length);
      }
      first[slot] = next;
      next +=
          kernels.lines(
              trains.entries(), trains.positiveFrom(slot), trains.end(slot), numbers, next);
    }
  }

  /** Numbers of columns. */
  int[] numbers() {
    return numbers;
  }

  /** Place of a live slot's first. */
  int first(int slot) {
    return first[slot];
  }
}
