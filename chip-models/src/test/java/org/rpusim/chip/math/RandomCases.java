package org.rpusim.chip.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

/** Random shapes and values for tests, from one seed. */
public final class RandomCases {
  private final long base;
  private long next;

  /** Cases of a seed. */
  public RandomCases(long seed) {
    base = Streams.mix64(seed);
  }

  /** Any 64 bits. */
  public long word() {
    return Streams.word(base, next++);
  }

  /** A uniform integer, both ends included. */
  public int between(int low, int high) {
    return low + (int) Long.remainderUnsigned(word(), high - low + 1L);
  }

  /** A uniform number in [−1, 1). */
  public float uniform() {
    return (word() >> 40) * 0x1p-23f;
  }

  /** Numbers in [−1.5, 1.5), some of them zero, some beyond 1. */
  public float[] values(int n, float zeros) {
    float[] v = new float[n];
    for (int i = 0; i < n; i++) {
      v[i] = Math.abs(uniform()) < zeros ? 0f : 1.5f * uniform();
    }
    return v;
  }

  /** All arrays in one. */
  public static float[] concat(float[]... parts) {
    float[] all = {};
    for (float[] part : parts) {
      int at = all.length;
      all = Arrays.copyOf(all, at + part.length);
      System.arraycopy(part, 0, all, at, part.length);
    }
    return all;
  }

  static void assertSameBits(float[] a, float[] b) {
    for (int i = 0; i < a.length; i++) {
      assertThat(Float.floatToIntBits(b[i]))
          .as("number %d", i)
          .isEqualTo(Float.floatToIntBits(a[i]));
    }
  }
}
