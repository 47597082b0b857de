package org.rpusim.chip.math;

/**
 * The inner loops of constant-step devices; a part of {@link Kernels}, to which the same applies.
 */
public interface StepKernels {
  /**
   * One slot of a row of constant-step devices: for each coincidence w = clip(w + step·(1 +
   * spread·N)), in the order (step·factor) rounded, sum rounded.
   *
   * @param rising whether the steps are those up
   * @param offset place of the row in w and the table
   * @param entries coincidences, {@code block << 16 | mask}, ascending
   * @param gaussians one a coincidence from {@code position}, and 16 more that are not used
   */
  void constantStep(
      float[] w,
      StepTable table,
      boolean rising,
      int offset,
      int[] entries,
      int from,
      int to,
      float[] gaussians,
      int position,
      StepBuffer buffer);

  /**
   * Merges the slots of a row: what each device sees of them all, into the buffer.
   *
   * @param blocks numbers of blocks
   * @param negatives for each of them, a bit a line with steps down; up where not rising
   * @param masks for block k in slot s at k·slots + s
   * @param count how many blocks
   * @param on slots of the row, a bit each
   * @return entries with a coincidence
   */
  int mergeSlots(
      int[] blocks,
      int[] negatives,
      int[] masks,
      int count,
      int slots,
      long on,
      boolean rising,
      StepBuffer buffer);

  /**
   * Steps of merged slots: a device with n coincidences, n above 0, has w = clip(w + step·(n +
   * spread·sqrt(n)·N)). That is the sum of n steps of their own noise, in distribution, as the sum
   * of n normal numbers is normal; but only the sum is clipped.
   *
   * @param count entries in the buffer
   * @param gaussians one a device from {@code position}, and 16 more that are not used
   */
  void mergedStep(
      float[] w,
      StepTable table,
      int offset,
      int count,
      float[] gaussians,
      int position,
      StepBuffer buffer);

  /**
   * As {@link #collectSteps}, for merged slots.
   *
   * @param count entries in the buffer
   */
  int collectMerged(StepTable table, int offset, int count, StepBuffer buffer);

  /** As {@link #constantStepAt}, for what {@link #collectMerged} collected. */
  void mergedStepAt(
      float[] w,
      int stride,
      int row,
      int[] lines,
      int first,
      int count,
      StepTable table,
      int offset,
      float[] gaussians,
      int position,
      StepBuffer buffer);

  /**
   * Lists the lines of entries.
   *
   * @param lines overwritten from {@code at}, and 16 beyond them
   * @return how many lines there are
   */
  int lines(int[] entries, int from, int to, int[] lines, int at);

  /**
   * Steps and safe magnitudes of a slot's coincidences, packed for {@link #constantStepAt}.
   *
   * @param offset place of the row in the table
   * @return how many coincidences there are
   */
  int collectSteps(
      StepTable table,
      boolean rising,
      int offset,
      int[] entries,
      int from,
      int to,
      StepBuffer buffer);

  /**
   * As {@link #constantStep}, for weights that lie input-major: those of the coincidences that were
   * collected, at w[BASE + line·stride + row].
   *
   * @param offset place of the row in the table
   * @param lines of the coincidences from {@code first}
   */
  void constantStepAt(
      float[] w,
      int stride,
      int row,
      int[] lines,
      int first,
      int count,
      StepTable table,
      boolean rising,
      int offset,
      float[] gaussians,
      int position,
      StepBuffer buffer);
}
