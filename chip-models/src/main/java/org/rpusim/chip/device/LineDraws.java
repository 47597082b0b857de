package org.rpusim.chip.device;

import org.rpusim.chip.math.Kernels;

/** The drawn trains of one side's lines, as masks of blocks; reused. */
final class LineDraws {
  private final int lines;
  private final int[] thresholds;

  /** Numbers of the blocks with a non-zero line, ascending. */
  final int[] blocks;

  /** Signs in those blocks, a bit a negative line. */
  final int[] negatives;

  /** Pulses: of the k-th block in slot s at k·slots + s. */
  final int[] masks;

  LineDraws(int lines, int mostSlots) {
    this.lines = Kernels.padded(lines);
    int count = this.lines / Kernels.BLOCK;
    thresholds = new int[this.lines];
    blocks = new int[count + 1]; // the kernel writes one beyond what it counts
    negatives = new int[count + 1];
    masks = new int[count * mostSlots];
  }

  /** Draws the live ones of the slots and returns how many blocks have a non-zero line. */
  int draw(Kernels kernels, float[] values, float gain, long base, int slots, long live) {
    int count = kernels.pulseThresholds(values, lines, gain, thresholds, blocks, negatives);
    kernels.pulseMasks(base, thresholds, blocks, count, slots, live, masks);
    return count;
  }
}
