package org.rpusim.chip.math;

/** A dot product in 16 partial sums and a fixed tree. */
final class ScalarDot {
  private ScalarDot() {}

  /** Sum of w[offset + j]·v[j]; partial sum l takes the j with j mod 16 = l. */
  static float dot(float[] w, int offset, float[] v, int n) {
    float low = quarterPair(w, offset, v, n, 0) + quarterPair(w, offset, v, n, 2);
    float high = quarterPair(w, offset, v, n, 1) + quarterPair(w, offset, v, n, 3);
    return low + high;
  }

  /** The branch of the tree over partial sums lane, lane+8, lane+4, lane+12. */
  private static float quarterPair(float[] w, int offset, float[] v, int n, int lane) {
    float a = 0f;
    float b = 0f;
    float c = 0f;
    float d = 0f;
    for (int j = lane; j < n; j += Kernels.BLOCK) {
      a = Math.fma(w[offset + j], v[j], a);
      b = Math.fma(w[offset + j + 8], v[j + 8], b);
      c = Math.fma(w[offset + j + 4], v[j + 4], c);
      d = Math.fma(w[offset + j + 12], v[j + 12], d);
    }
    return (a + b) + (c + d);
  }
}
