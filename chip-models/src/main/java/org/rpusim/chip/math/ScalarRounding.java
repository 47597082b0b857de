package org.rpusim.chip.math;

/** Stochastic rounding in plain Java. */
final class ScalarRounding {
  private ScalarRounding() {}

  /** 32-bit words of a stream; see {@link Kernels#words}. */
  static void words(int[] out, int n, long base) {
    for (int i = 0; i < n; i += 2) {
      long word = Streams.word(base, i >> 1);
      out[i] = (int) word;
      out[i + 1] = (int) (word >>> 32);
    }
  }

  /** See {@link Kernels#convertInputs(float[], int, float, int, int[])}. */
  static long convertInputs(float[] v, int n, float scale, int levels, int[] words) {
    float step = 1f / levels;
    int sum = 0;
    for (int i = 0; i < n; i++) {
      float a = v[i] * scale;
      a = a > 1f ? 1f : a;
      a = a < -1f ? -1f : a;
      float k = round(a * levels, words[i]);
      sum += Math.abs(Float.floatToRawIntBits(k + Functions.MAGIC) - Functions.MAGIC_BITS);
      v[i] = k * step;
    }
    return sum;
  }

  /** Output converters alone, in place. */
  static void roundOutputs(float[] z, int n, float bound, int levels, int[] words) {
    float toLevels = levels / bound;
    float step = bound / levels;
    for (int i = 0; i < n; i++) {
      float k = round(z[i] * toLevels, words[i]);
      k = k > levels ? levels : k; // the product may be above by its rounding
      k = k < -levels ? -levels : k;
      z[i] = k * step;
    }
  }

  /** The nearest integer, or the next one on the other side as often as t is near to that. */
  private static float round(float t, int word) {
    float nearest = t + Functions.MAGIC - Functions.MAGIC;
    float rest = t - nearest;
    float uniform = (word >>> 8) * 0x1p-24f;
    float other = rest < 0f ? nearest - 1f : nearest + 1f;
    return uniform < Math.abs(rest) ? other : nearest;
  }
}
