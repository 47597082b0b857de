package org.rpusim.chip.math;

/** Pulse trains in plain Java. */
final class ScalarPulses {
  private ScalarPulses() {}

  /** See {@link Kernels#pulseThresholds}. */
  static int thresholds(
      float[] v, int n, float gain, int[] thresholds, int[] blocks, int[] negatives) {
    int count = 0;
    for (int block = 0; block < n; block += Kernels.BLOCK) {
      int nonZero = 0;
      int negative = 0;
      for (int lane = 0; lane < Kernels.BLOCK; lane++) {
        float a = v[block + lane];
        nonZero |= a != 0f ? 1 : 0;
        negative |= a < 0f ? 1 << lane : 0;
        thresholds[block + lane] = threshold(a, gain);
      }
      blocks[count] = block / Kernels.BLOCK;
      negatives[count] = negative;
      count += nonZero;
    }
    return count;
  }

  /** Largest of the 31-bit words with which a line of a value has a pulse; −1 for none. */
  static int threshold(float value, float gain) {
    float p = Math.abs(value) * gain;
    p = p > 1f ? 1f : p;
    // 2^31 saturates to 2^31 − 1, the largest of the words: a sure pulse.
    return (int) (p * 0x1p31f) - (p < 1f ? 1 : 0);
  }

  /** See {@link Kernels#pulseMasks}. */
  static void masks(
      long base, int[] thresholds, int[] blocks, int count, int slots, long live, int[] masks) {
    for (int k = 0; k < count; k++) {
      for (int slot = 0; slot < slots; slot++) {
        if ((live >>> slot & 1) != 0) {
          long firstWord = ((long) blocks[k] * slots + slot) * (Kernels.BLOCK / 2);
          masks[k * slots + slot] = mask(base, firstWord, thresholds, blocks[k] * Kernels.BLOCK);
        }
      }
    }
  }

  private static int mask(long base, long firstWord, int[] thresholds, int line) {
    int mask = 0;
    for (int lane = 0; lane < Kernels.BLOCK; lane += 2) {
      long word = Streams.word(base, firstWord + lane / 2);
      mask |= (int) word >>> 1 <= thresholds[line + lane] ? 1 << lane : 0;
      mask |= (int) (word >>> 33) <= thresholds[line + lane + 1] ? 2 << lane : 0;
    }
    return mask;
  }
}
