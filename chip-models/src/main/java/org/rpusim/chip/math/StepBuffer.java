package org.rpusim.chip.math;

/** Working memory of steps: what may be beyond a bound, to be clipped after. */
public final class StepBuffer {
  /** First places of vectors. */
  final int[] list;

  /** Changed weights of a vector. */
  final float[] changed = new float[Kernels.BLOCK];

  /** Memory for rows of this many columns, and a {@link StepList} of theirs. */
  public StepBuffer(int columns) {
    int blocks = 2 * (StepList.most(columns) / Kernels.BLOCK + 1); // lanes may be half a block
    list = new int[blocks];
  }
}
