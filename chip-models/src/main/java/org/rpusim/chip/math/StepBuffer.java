package org.rpusim.chip.math;

/** Working memory of the steps of one slot and row. */
public final class StepBuffer {
  /** A coincidence's step in levels in the low half, the level of its safe magnitude above. */
  final int[] packed;

  /** Changes, then changed weights. */
  final float[] changed;

  /** Coincidences or entries that may be beyond a bound. */
  final int[] list;

  /** Memory for an array of this many columns. */
  public StepBuffer(int columns) {
    int numbers = Kernels.padded(columns) + Kernels.BLOCK; // kernels write a block beyond
    packed = new int[numbers];
    changed = new float[numbers];
    list = new int[numbers];
  }
}
