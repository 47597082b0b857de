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
   * Pulses on all lines in each slot.
   *
   * @param lines drawn trains
   * @param pulses overwritten, of slots that were not drawn with anything; has room for a block
   *     behind the slots
   */
  void countPulses(Trains lines, int[] pulses);

  /**
   * Lists the lines with a pulse.
   *
   * @param bits of the lines, see {@link #lineBits}, by plane; all zero where a plane has no slot
   * @param pulsed overwritten
   */
  void listPulsed(Trains lines, int[][] bits, PulsedLines pulsed);

  /**
   * The slots of lines with a single slot in a plane, a bit each, and 32 bits above them those of
   * lines with several.
   */
  long slotsOfSingles(PulsedLines pulsed, int plane);

  /**
   * Lists the columns with a pulse in a slot behind the other lists.
   *
   * @param distance of neighbouring columns in an input-major array
   */
  void list(int slot, int distance, LineLists lists);

  /**
   * The slots of each line as bits: of line j in the k-th block at k·{@link Kernels#BLOCK} + j.
   *
   * @param live slots that were drawn
   * @param first slot of the lowest bit
   * @param bits overwritten
   */
  void lineBits(Trains columns, long live, int first, int[] bits);

  /**
   * Appends the coincidences of rows with all columns until the list is long or a row has more than
   * {@code most} of them, or more than {@link #MERGED} slots.
   *
   * @param from first row
   * @param plane of the slots, whose bits and lists of single slots are made
   * @return the row that is not appended, or the number of rows
   */
  int append(PulsedLines rows, int from, int plane, int most, LineLists lists, StepList steps);

  /**
   * Appends a row's coincidences in some slots, at most {@link #MERGED} of a plane.
   *
   * @param k place of the row among those that are pulsed
   */
  void appendPart(PulsedLines rows, int k, int on, LineLists lists, StepList steps);

  /**
   * Steps of a list, which stays.
   *
   * @param w weights, which lie as the table does, or input-major
   * @param inputMajor which of the two
   * @param noise one gaussian a step from {@code position}, and a block more that is not used
   */
  void step(
      float[] w,
      boolean inputMajor,
      StepTable table,
      StepList steps,
      float[] noise,
      int position,
      StepBuffer buffer);

  /** Copies the weights of listed devices to their places in an input-major array. */
  void mirror(float[] w, float[] inputMajor, StepList steps, StepBuffer buffer);

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
