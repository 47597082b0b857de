package org.rpusim.chip.math;

import java.util.Arrays;

/**
 * Lists of the lines that are pulsed in an update, one behind the other: number, place of the
 * weight, and sign of each line's value. Kernels read a block beyond a list's end, where any
 * smaller list may have left its lines: whatever stands there is a line of the array.
 */
public final class LineLists {
  private final int lines;

  /** Numbers of lines. */
  int[] numbers;

  /** Numbers times the distance of neighbouring lines in the weights. */
  int[] places;

  /** {@link Integer#MIN_VALUE} for a negative value, else 0. */
  int[] signs;

  private int end;

  /** No lists yet, for so many lines of one side. */
  public LineLists(int lines) {
    this.lines = Kernels.padded(lines) + Kernels.BLOCK;
    numbers = new int[this.lines];
    places = new int[this.lines];
    signs = new int[this.lines];
  }

  /** Forgets all lists. */
  public void clear() {
    end = 0;
  }

  /** Place for the next list, with room for all lines and a block. */
  int begin() {
    if (numbers.length < end + lines) {
      int length = 2 * (end + lines);
      numbers = Arrays.copyOf(numbers, length);
      places = Arrays.copyOf(places, length);
      signs = Arrays.copyOf(signs, length);
    }
    return end;
  }

  /** Keeps a list of {@code count} lines from {@link #begin}; the next one begins behind it. */
  public void keep(int count) {
    end += count;
  }

  /** Where the next list begins. */
  public int end() {
    return end;
  }
}
