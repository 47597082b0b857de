package org.rpusim.chip.math;

/**
 * The inner loops of constant-step devices; a part of {@link Kernels}, to which the same applies. A
 * row's coincidences are done in one of two ways that give the same bits: block by block, or from a
 * list of many rows' steps where they are few.
 *
 * <p>A device with n coincidences, n above 0, changes to w = clip(fma(step, n + spread·sqrt(n)·N,
 * w)). That is the sum of n steps of their own noise, in distribution, as the sum of n normal
 * numbers is normal; but only the sum is clipped. The step is up where the signs of row and line
 * are equal, else down.
 */
public interface StepKernels {
  /** Most slots that are done together. */
  int MERGED = 7;

  /** Slots of a plane of bits, see {@link #lineBits}. */
  int PLANE = Integer.SIZE;

  /** Room for {@link #lineBits} of some lines, a plane for every {@link #PLANE} slots. */
  static int[][] planes(int lines, int mostSlots) {
    return new int[(mostSlots + PLANE - 1) / PLANE][Kernels.padded(lines)];
  }

  /**
   * Lists the lines with a pulse in a slot at the end of the lists.
   *
   * @param columns drawn trains of the lines
   * @param distance of neighbouring lines in the weights
   * @return how many there are
   */
  int list(Trains columns, int slot, int distance, LineLists lists);

  /**
   * The slots of each line as bits: of line j in the k-th block at k·{@link Kernels#BLOCK} + j.
   *
   * @param live slots that were drawn
   * @param first slot of the lowest bit
   * @param bits overwritten
   */
  void lineBits(Trains columns, long live, int first, int[] bits);

  /**
   * Appends a coincidence of a row with each listed line.
   *
   * @param lists of a slot
   * @param first of the list
   * @param count of the list
   * @param at place of the row's line 0 in the weights
   * @param offset place of the row in the table
   * @param noise one gaussian a line from {@code position}, and 16 more that are not used
   */
  void append(
      LineLists lists,
      int first,
      int count,
      int at,
      int offset,
      boolean falling,
      float[] noise,
      int position,
      StepList steps);

  /**
   * As {@link #append}, for the lines with a pulse in any of several slots, with their counts.
   *
   * @param bits of the lines
   * @param on the row's slots, at most {@link #MERGED}
   * @param distance of neighbouring lines in the weights
   * @return how many lines there are
   */
  int appendMerged(
      Trains columns,
      int[] bits,
      int on,
      int distance,
      int at,
      int offset,
      boolean falling,
      float[] noise,
      int position,
      StepList steps);

  /** Steps of a list, which stays. */
  void step(float[] w, StepTable table, StepList steps, StepBuffer buffer);

  /** One slot of a row, block by block; the row begins at {@code offset} in w and the table. */
  void slot(
      float[] w,
      StepTable table,
      int offset,
      boolean falling,
      Trains columns,
      int slot,
      float[] noise,
      int position,
      StepBuffer buffer);

  /**
   * As {@link #slot}, for several slots.
   *
   * @param bits of the lines
   * @param on the row's slots, at most {@link #MERGED}
   * @return devices with a coincidence
   */
  int merged(
      float[] w,
      StepTable table,
      int offset,
      boolean falling,
      Trains columns,
      int[] bits,
      int on,
      float[] noise,
      int position,
      StepBuffer buffer);
}
