package org.rpusim.chip.device;

import java.util.Arrays;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.StepBuffer;

/**
 * The columns with a pulse of an update, slot after slot, each slot's in the order of its entries.
 */
final class SlotLines {
  private final Kernels kernels;
  private final int columns;
  private final int[] first = new int[PulseTrains.MAX_SLOTS];
  private int[] numbers;
  private int end;

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
          kernels
              .steps()
              .lines(trains.entries(), trains.positiveFrom(slot), trains.end(slot), numbers, next);
    }
    end = next;
  }

  /** Lists the columns of merged slots behind those of all slots, and returns the first's place. */
  int listMerged(StepBuffer buffer, int entries) {
    if (numbers.length < end + columns + Kernels.BLOCK) {
      numbers = Arrays.copyOf(numbers, 2 * numbers.length);
    }
    kernels.steps().lines(buffer.entries(), 0, entries, numbers, end);
    return end;
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
