package org.rpusim.chip.math;

/**
 * Lines with a pulse in any slot of an update, ascending, with their slots as bits. Kernels write a
 * block beyond what counts, and zeros behind the last line's slots.
 */
public final class PulsedLines {
  final int[] lines;

  /** Slots of each line, a plane of {@link StepKernels#PLANE} after the other. */
  final int[][] slots;

  /** {@link Integer#MIN_VALUE} for a negative value, else 0. */
  final int[] signs;

  int count;

  /** No lines yet, of so many on one side. */
  public PulsedLines(int lines, int mostSlots) {
    int most = Kernels.padded(lines) + Kernels.BLOCK;
    this.lines = new int[most];
    slots = new int[(mostSlots + StepKernels.PLANE - 1) / StepKernels.PLANE][most];
    signs = new int[most];
  }

  /** Forgets the lines. */
  public void clear() {
    count = 0;
  }

  /** How many there are. */
  public int count() {
    return count;
  }

  /** Number of the k-th one. */
  public int line(int k) {
    return lines[k];
  }

  /** Its slots with a pulse, a bit each. */
  public long slots(int k) {
    long low = slots[0][k] & 0xFFFF_FFFFL;
    return slots.length == 1 ? low : low | (long) slots[1][k] << StepKernels.PLANE;
  }

  /** Its slots of a plane. */
  public int slots(int k, int plane) {
    return slots[plane][k];
  }

  /** Whether its value is negative. */
  public boolean negative(int k) {
    return signs[k] < 0;
  }
}
