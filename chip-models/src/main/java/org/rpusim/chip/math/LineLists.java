package org.rpusim.chip.math;

import java.util.Arrays;

/**
 * The columns of an update as rows meet them: for each slot a list of the columns that are pulsed,
 * and for each column its slots as bits. Lists stand one behind the other: number, place of the
 * weight, and sign of each line's value. Kernels read a block beyond a list's end, where any
 * smaller list may have left its lines: whatever stands there is a line of the array.
 */
public final class LineLists {
  private final int lines;

  /** The columns' trains. */
  Trains columns;

  /** Pulses in each slot that is drawn. */
  int[] pulses = {};

  /** Slots of each column, those of one plane; see {@link StepKernels#lineBits}. */
  final int[] bits;

  /** Numbers of lines. */
  int[] numbers;

  /** Numbers times the distance of neighbouring lines in the weights. */
  int[] places;

  /** {@link Integer#MIN_VALUE} for a negative value, else 0, and one coincidence. */
  int[] codes;

  /** First line of each slot's list. */
  final int[] first = new int[Long.SIZE];

  private int end;

  /** No lists yet, for so many lines of one side. */
  public LineLists(int lines) {
    this.lines = Kernels.padded(lines) + Kernels.BLOCK;
    columns = new Trains(lines, 1);
    bits = new int[Kernels.padded(lines)];
    numbers = new int[this.lines];
    places = new int[this.lines];
    codes = new int[this.lines];
  }

  /**
   * Forgets all lists; those to come are of these columns.
   *
   * @param drawn trains
   * @param pulsesOfSlots in each slot that is drawn
   */
  public void start(Trains drawn, int[] pulsesOfSlots) {
    columns = drawn;
    pulses = pulsesOfSlots;
    end = 0;
  }

  /** Coincidences of the k-th row in a plane. */
  public int coincidences(PulsedLines rows, int k, int plane) {
    return coincidences(rows.slots[plane][k], plane);
  }

  /**
   * Makes what rows need in a plane: lists of slots that are the only one of a row, and the slots
   * of each column where a row has several.
   *
   * @param live slots that are drawn
   * @param distance of neighbouring columns in an input-major array
   */
  public void make(StepKernels kernels, PulsedLines rows, long live, int plane, int distance) {
    int firstSlot = plane * StepKernels.PLANE;
    long slots = kernels.slotsOfSingles(rows, plane);
    for (int left = (int) slots; left != 0; left &= left - 1) {
      kernels.list(firstSlot + Integer.numberOfTrailingZeros(left), distance, this);
    }
    if (slots >>> Integer.SIZE != 0) {
      kernels.lineBits(columns, live, firstSlot, bits);
    }
  }

  /** The columns' trains. */
  public Trains columns() {
    return columns;
  }

  /** Blocks with a column that is not zero. */
  public int blocks() {
    return columns.count();
  }

  /** Pulses in a slot. */
  public int pulses(int slot) {
    return pulses[slot];
  }

  /** Slots of each column, see {@link StepKernels#lineBits}; of the plane that was made last. */
  public int[] bits() {
    return bits;
  }

  /** Coincidences of a row with these slots of a plane. */
  int coincidences(int on, int plane) {
    int sum = 0;
    for (int left = on; left != 0; left &= left - 1) {
      sum += pulses[Integer.numberOfTrailingZeros(left) + plane * StepKernels.PLANE];
    }
    return sum;
  }

  /** Place for the list of a slot, behind the others, with room for all lines and a block. */
  int begin(int slot) {
    if (numbers.length < end + lines) {
      int length = 2 * (end + lines);
      numbers = Arrays.copyOf(numbers, length);
      places = Arrays.copyOf(places, length);
      codes = Arrays.copyOf(codes, length);
    }
    first[slot] = end;
    return end;
  }

  /** Keeps a list of {@code count} lines; the next one begins behind it. */
  void keep(int count) {
    end += count;
  }
}
