package org.rpusim.chip.math;

/** The drawn trains of one side's lines, as masks of blocks; reused. */
public final class Trains {
  private final int lines;
  private final int[] thresholds;

  /** Numbers of the blocks with a non-zero line, ascending. */
  public final int[] blocks;

  /** Signs in those blocks, a bit a negative line. */
  public final int[] negatives;

  /** Pulses: of the k-th block in slot s at k·slots + s. */
  public final int[] masks;

  /** Blocks with a non-zero line. */
  int count;

  /** Slots of the trains. */
  int slots;

  /** Trains of so many lines and slots at most. */
  public Trains(int lines, int mostSlots) {
    this.lines = Kernels.padded(lines);
    int most = this.lines / Kernels.BLOCK;
    thresholds = new int[this.lines];
    blocks = new int[most + 1]; // the kernel writes one beyond what it counts
    negatives = new int[most + 1];
    masks = new int[most * mostSlots + Kernels.BLOCK]; // read a block at a time
  }

  /** Draws the live ones of the slots. */
  public void draw(
      Kernels kernels, float[] values, float gain, long base, int trainSlots, long live) {
    slots = trainSlots;
    count = kernels.pulseThresholds(values, lines, gain, thresholds, blocks, negatives);
    kernels.pulseMasks(base, thresholds, blocks, count, slots, live, masks);
  }

  /**
   * The slots of each line as bits, see {@link StepKernels#lineBits}.
   *
   * @param live slots that were drawn
   * @param planes overwritten; all zero where there is no slot
   */
  public void lineBits(Kernels kernels, long live, int[][] planes) {
    for (int plane = 0; plane < planes.length; plane++) {
      kernels.steps().lineBits(this, live, plane * StepKernels.PLANE, planes[plane]);
    }
  }

  /** Blocks with a non-zero line. */
  public int count() {
    return count;
  }

  /** Slots of the trains. */
  public int slots() {
    return slots;
  }

  /** Pulses of the k-th block in a slot, a bit a line. */
  public int mask(int k, int slot) {
    return masks[k * slots + slot];
  }
}
