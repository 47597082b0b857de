package org.rpusim.chip.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kernels of reads in both forms on random shapes and values: the same bits. */
class KernelTwinsTest {
  private static final int CASES = 200;

  private final Kernels scalar = Kernels.of("scalar");
  private final Kernels vector = Kernels.of("vector");
  private RandomCases random = new RandomCases(0);

  @BeforeEach
  void restart() {
    random = new RandomCases(20260101);
  }

  @Test
  void inputConvertersGiveTheSameBits() {
    for (int c = 0; c < CASES; c++) {
      int n = Kernels.padded(random.between(1, 70));
      float[] a = random.values(n, 0.3f);
      float[] b = a.clone();
      int levels = c % 3 == 0 ? 0 : (1 << random.between(1, 9)) - 1;
      float max = scalar.absMax(a, n);
      assertThat(vector.absMax(b, n)).isEqualTo(max);
      float scale = 1f / random.between(1, 4);
      assertThat(vector.convertInputs(b, n, scale, levels))
          .isEqualTo(scalar.convertInputs(a, n, scale, levels));
      RandomCases.assertSameBits(a, b);
      int[] first = new int[n + Kernels.BLOCK];
      int[] second = new int[n + Kernels.BLOCK];
      int count = scalar.nonZero(a, n, first);
      assertThat(vector.nonZero(b, n, second)).isEqualTo(count);
      assertThat(Arrays.copyOf(second, count)).isEqualTo(Arrays.copyOf(first, count));
    }
  }

  @Test
  void theLargestMagnitudeIsTheSameAlsoBesideNaN() {
    for (int c = 0; c < CASES; c++) {
      int n = Kernels.padded(random.between(1, 400));
      float[] v = random.values(n, 0.3f);
      v[random.between(0, n - 1)] = c % 2 == 0 ? Float.NaN : -2f;
      float largest = 0f;
      for (float a : v) {
        largest = Math.abs(a) > largest ? Math.abs(a) : largest;
      }
      assertThat(scalar.absMax(v, n)).isEqualTo(largest);
      assertThat(vector.absMax(v, n)).isEqualTo(largest);
    }
  }

  @Test
  void theLargestMagnitudesOfVectorsSideBySideAreTheSame() {
    for (int c = 0; c < CASES; c++) {
      int stride = Kernels.padded(random.between(1, 200));
      int lines = random.between(1, 40);
      int at = Kernels.BLOCK * random.between(0, 3);
      float[] x = random.values(at + lines * stride, 0.3f);
      x[at + random.between(0, lines * stride - 1)] = Float.NaN;
      float[] a = new float[stride];
      float[] b = new float[stride];
      scalar.bursts().absMax(x, at, lines, stride, a);
      vector.bursts().absMax(x, at, lines, stride, b);
      RandomCases.assertSameBits(a, b);
    }
  }

  @Test
  void scalesOfVectorsSideBySideAreTheSame() {
    for (int c = 0; c < CASES; c++) {
      int stride = Kernels.padded(random.between(1, 200));
      int count = random.between(0, stride);
      float[] largest = random.values(stride, 0.3f);
      for (int i = 0; i < stride; i++) {
        largest[i] = i % 7 == 0 ? Float.MIN_NORMAL / (1 + i % 2) : Math.abs(largest[i]);
      }
      float[][] a = {new float[stride], new float[stride]};
      float[][] b = {new float[stride], new float[stride]};
      float halvings = 1 << c % 5;
      scalar.bursts().scales(largest, count, stride, halvings, a[0], a[1]);
      vector.bursts().scales(largest, count, stride, halvings, b[0], b[1]);
      RandomCases.assertSameBits(a[0], b[0]);
      RandomCases.assertSameBits(a[1], b[1]);
      for (int i = 0; i < stride; i++) {
        boolean read = i < count && largest[i] >= Float.MIN_NORMAL;
        assertThat(a[0][i]).isEqualTo(read ? largest[i] * halvings : 0f);
      }
    }
  }

  @Test
  void streamsOfConsecutiveCyclesAreThoseOfEach() {
    for (int c = 0; c < CASES; c++) {
      int stride = Kernels.padded(random.between(1, 100));
      long purpose = Streams.mix64(c);
      long cycle = c % 2 == 0 ? c : Long.MAX_VALUE - 5;
      long[] a = new long[stride];
      long[] b = new long[stride];
      scalar.bursts().cycleStreams(purpose, cycle, c % 3, stride, a);
      vector.bursts().cycleStreams(purpose, cycle, c % 3, stride, b);
      assertThat(b).isEqualTo(a);
      assertThat(a[stride - 1]).isEqualTo(Streams.ofCycle(purpose, cycle + stride - 1, c % 3));
    }
  }

  @Test
  void bytesBecomeTheSameNumbers() {
    byte[] bytes = new byte[300];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    for (int c = 0; c < CASES; c++) {
      int n = random.between(1, 256);
      int at = random.between(0, bytes.length - n);
      float scale = 1f / random.between(1, 255);
      float[] a = new float[n + 1];
      float[] b = new float[n + 1];
      scalar.scaleBytes(bytes, at, n, scale, a);
      vector.scaleBytes(bytes, at, n, scale, b);
      RandomCases.assertSameBits(a, b);
      assertThat(a[n - 1]).isEqualTo((at + n - 1) % 256 * scale);
      assertThat(a[n]).isZero();
    }
  }

  @Test
  void productsGiveTheSameBits() {
    for (int c = 0; c < CASES; c++) {
      boolean large = c == 0;
      int rows = large ? 256 : random.between(1, 70);
      int n = Kernels.padded(large ? 785 : random.between(1, 300));
      float[] w = random.values(Kernels.BASE + rows * n, 0.1f);
      float[] v = random.values(n, 0.3f);
      float[] a = new float[rows];
      float[] b = new float[rows];
      int from = large ? 0 : random.between(0, rows - 1);
      scalar.multiply(w, n, from, rows, v, n, a);
      vector.multiply(w, n, from, rows, v, n, b);
      RandomCases.assertSameBits(a, b);
    }
  }

  @Test
  void combinationsAndOuterProductsGiveTheSameBits() {
    for (int c = 0; c < CASES; c++) {
      boolean large = c == 0;
      int rows = large ? 256 : random.between(1, 70);
      int n = Kernels.padded(large ? 785 : random.between(1, 300));
      float[] w = random.values(Kernels.BASE + rows * n, 0.1f);
      float[] v = random.values(Kernels.padded(rows), 0.5f);
      Arrays.fill(v, rows, v.length, 0f);
      int[] lines = new int[v.length + Kernels.BLOCK];
      int count = scalar.nonZero(v, v.length, lines);
      float[] a = new float[n];
      float[] b = new float[n];
      scalar.combine(w, n, lines, count, v, a, 0, n);
      vector.combine(w, n, lines, count, v, b, 0, n);
      RandomCases.assertSameBits(a, b);
      float[] copy = w.clone();
      scalar.addScaled(w, 0, 0.37f, a, n);
      vector.addScaled(copy, 0, 0.37f, a, n);
      RandomCases.assertSameBits(w, copy);
    }
  }

  @Test
  void outputConvertersGiveTheSameBits() {
    for (int c = 0; c < CASES; c++) {
      int n = Kernels.padded(random.between(1, 70));
      float[] a = random.values(n, 0.1f);
      float[] b = a.clone();
      float[] noise = random.values(n, 0f);
      int levels = c % 3 == 0 ? 0 : (1 << random.between(1, 9)) - 1;
      float bound = c % 6 == 0 ? Float.POSITIVE_INFINITY : 1.25f;
      assertThat(vector.convertOutputs(b, noise, n, 0.06f, bound, levels, 0.7f))
          .isEqualTo(scalar.convertOutputs(a, noise, n, 0.06f, bound, levels, 0.7f));
      RandomCases.assertSameBits(a, b);
    }
  }

  @Test
  void stochasticRoundingGivesTheSameBits() {
    for (int c = 0; c < CASES; c++) {
      int n = Kernels.padded(random.between(1, 70));
      float[] a = random.values(n, 0.2f);
      float[] b = a.clone();
      int[] first = new int[n];
      int[] second = new int[n];
      long base = random.word();
      scalar.words(first, n, base);
      vector.words(second, n, base);
      assertThat(second).isEqualTo(first);
      int levels = (1 << random.between(1, 15)) - 1;
      float scale = 1f / random.between(1, 4);
      assertThat(vector.countAbove(b, n, 0.8f)).isEqualTo(scalar.countAbove(a, n, 0.8f));
      assertThat(vector.convertInputs(b, n, scale, levels, second))
          .isEqualTo(scalar.convertInputs(a, n, scale, levels, first));
      RandomCases.assertSameBits(a, b);
      float[] noise = random.values(n, 0f);
      assertThat(vector.convertOutputs(b, noise, n, 0.9f, 1.25f, levels, 0.7f, second))
          .isEqualTo(scalar.convertOutputs(a, noise, n, 0.9f, 1.25f, levels, 0.7f, first));
      RandomCases.assertSameBits(a, b);
    }
  }
}
