package org.rpusim.chip.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every kernel in both forms on random shapes and values: the same bits. */
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
      assertSameBits(a, b);
      int[] first = new int[n + Kernels.BLOCK];
      int[] second = new int[n + Kernels.BLOCK];
      int count = scalar.nonZero(a, n, first);
      assertThat(vector.nonZero(b, n, second)).isEqualTo(count);
      assertThat(Arrays.copyOf(second, count)).isEqualTo(Arrays.copyOf(first, count));
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
      assertSameBits(a, b);
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
      assertSameBits(a, b);
      float[] copy = w.clone();
      scalar.addScaled(w, 0, 0.37f, a, n);
      vector.addScaled(copy, 0, 0.37f, a, n);
      assertSameBits(w, copy);
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
      assertSameBits(a, b);
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
      assertSameBits(a, b);
      float[] noise = random.values(n, 0f);
      assertThat(vector.convertOutputs(b, noise, n, 0.9f, 1.25f, levels, 0.7f, second))
          .isEqualTo(scalar.convertOutputs(a, noise, n, 0.9f, 1.25f, levels, 0.7f, first));
      assertSameBits(a, b);
    }
  }

  @Test
  void gaussiansGiveTheSameBits() {
    for (int c = 0; c < CASES; c++) {
      int n = Kernels.GROUP * random.between(1, 40);
      float[] a = new float[n + 3];
      float[] b = new float[n + 3];
      long base = random.word();
      long first = Kernels.GROUP * (long) random.between(0, 1000);
      scalar.gaussians(a, 3, n, new int[n], base, first);
      vector.gaussians(b, 3, n, new int[n], base, first);
      assertSameBits(a, b);
    }
  }

  @Test
  void trainsAndStepsGiveTheSameBits() {
    for (int c = 0; c < CASES; c++) {
      int n = Kernels.padded(random.between(1, 300));
      int slots = random.between(1, 64);
      float[] v = random.values(n, 0.5f);
      int[][] thresholds = new int[2][n];
      int[][] blocks = new int[2][n / Kernels.BLOCK + 1];
      int[][] negatives = new int[2][n / Kernels.BLOCK + 1];
      int[][] masks = new int[2][n / Kernels.BLOCK * slots];
      long live = random.word();
      long base = random.word();
      int count = 0;
      for (int i = 0; i < 2; i++) {
        Kernels k = i == 0 ? scalar : vector;
        count = k.pulseThresholds(v, n, 0.8f, thresholds[i], blocks[i], negatives[i]);
        k.pulseMasks(base, thresholds[i], blocks[i], count, slots, live, masks[i]);
      }
      assertThat(thresholds[1]).isEqualTo(thresholds[0]);
      assertThat(Arrays.copyOf(blocks[1], count)).isEqualTo(Arrays.copyOf(blocks[0], count));
      assertThat(Arrays.copyOf(negatives[1], count)).isEqualTo(Arrays.copyOf(negatives[0], count));
      assertThat(masks[1]).isEqualTo(masks[0]);
      stepBoth(n, blocks[0], masks[0], count, slots);
      stepMerged(n, blocks[0], negatives[0], masks[0], count, slots);
    }
  }

  private void stepBoth(int n, int[] blocks, int[] masks, int count, int slots) {
    int[] entries = new int[count];
    for (int k = 0; k < count; k++) {
      entries[k] = blocks[k] << 16 | masks[k * slots];
    }
    StepTable table = table(n + 16);
    float[] a = random.values(n + 16, 0f);
    for (int i = 0; i < a.length; i++) {
      a[i] = table.clip(i, a[i]); // as arrays keep them
    }
    float[] noise = random.values(n + 32, 0f);
    boolean rising = slots % 2 == 0;
    float[] b = a.clone();
    StepBuffer buffer = new StepBuffer(n);
    scalar.steps().constantStep(a, table, rising, 12, entries, 0, count, noise, 2, buffer);
    vector.steps().constantStep(b, table, rising, 12, entries, 0, count, noise, 2, buffer);
    assertSameBits(a, b);
    stepApart(table, rising, n, entries, noise);
    scalar.uniformStep(a, -0.001f, 16, entries, 0, count);
    vector.uniformStep(b, -0.001f, 16, entries, 0, count);
    assertSameBits(a, b);
  }

  /** Several slots of a row at once, in both layouts of the weights. */
  private void stepMerged(int n, int[] blocks, int[] negatives, int[] masks, int count, int slots) {
    StepTable table = table(n + 12);
    int stride = 3;
    float[][] row = new float[2][n + 12];
    float[][] column = new float[2][12 + n * stride];
    float[] noise = random.values(n + 32, 0f);
    long on = (random.word() & (-1L >>> -slots)) | 1;
    for (int i = 0; i < n; i++) {
      float weight = table.clip(12 + i, random.values(1, 0f)[0]);
      row[0][12 + i] = weight;
      row[1][12 + i] = weight;
      column[0][12 + i * stride] = weight;
      column[1][12 + i * stride] = weight;
    }
    for (int k = 0; k < 2; k++) {
      Kernels kernels = k == 0 ? scalar : vector;
      StepBuffer buffer = new StepBuffer(n);
      int entries =
          kernels
              .steps()
              .mergeSlots(blocks, negatives, masks, count, slots, on, slots % 3 > 0, buffer);
      kernels.steps().mergedStep(row[k], table, 12, entries, noise, 2, buffer);
      int[] lines = new int[n + Kernels.BLOCK];
      kernels.steps().lines(buffer.entries(), 0, entries, lines, 0);
      int devices = kernels.steps().collectMerged(table, 12, entries, buffer);
      assertThat(devices).isEqualTo(buffer.devices());
      kernels
          .steps()
          .mergedStepAt(column[k], stride, 0, lines, 0, devices, table, 12, noise, 2, buffer);
    }
    assertSameBits(row[0], row[1]);
    assertSameBits(column[0], column[1]);
    for (int i = 0; i < n; i++) {
      assertThat(column[0][12 + i * stride]).isEqualTo(row[0][12 + i]);
    }
  }

  private StepTable table(int devices) {
    float[] up = random.values(devices, 0.05f);
    float[] down = random.values(devices, 0.05f);
    float[] upper = random.values(devices, 0f);
    float[] lower = random.values(devices, 0f);
    for (int i = 0; i < devices; i++) {
      up[i] = Math.abs(up[i]);
      down[i] = -Math.abs(down[i]);
      upper[i] = Math.abs(upper[i]);
      lower[i] = i % 7 == 0 ? upper[i] : -Math.abs(lower[i]); // some are stuck
    }
    return new StepTable(up, down, lower, upper, 0.3f);
  }

  /** Input-major weights of one row, in both kernels and against the same steps in place. */
  private void stepApart(StepTable table, boolean rising, int n, int[] entries, float[] noise) {
    int stride = 5;
    int row = 3;
    float[] inPlace = random.values(n + 12, 0f);
    float[][] apart = new float[2][12 + n * stride];
    for (int i = 0; i < n; i++) {
      inPlace[12 + i] = table.clip(12 + i, inPlace[12 + i]);
      apart[0][12 + i * stride + row] = inPlace[12 + i];
      apart[1][12 + i * stride + row] = inPlace[12 + i];
    }
    for (int k = 0; k < 2; k++) {
      Kernels kernels = k == 0 ? scalar : vector;
      int[] lines = new int[n + 3 + Kernels.BLOCK];
      StepBuffer buffer = new StepBuffer(n);
      int count = kernels.steps().lines(entries, 0, entries.length, lines, 3);
      assertThat(
              kernels.steps().collectSteps(table, rising, 12, entries, 0, entries.length, buffer))
          .isEqualTo(count);
      kernels
          .steps()
          .constantStepAt(
              apart[k], stride, row, lines, 3, count, table, rising, 12, noise, 2, buffer);
    }
    assertSameBits(apart[0], apart[1]);
    scalar
        .steps()
        .constantStep(
            inPlace, table, rising, 12, entries, 0, entries.length, noise, 2, new StepBuffer(n));
    for (int i = 0; i < n; i++) {
      assertThat(apart[0][12 + i * stride + row]).isEqualTo(inPlace[12 + i]);
    }
  }

  @Test
  void activationsGiveTheSameBits() {
    for (int c = 0; c < CASES; c++) {
      int n = random.between(1, 70);
      float[] x = random.values(n + 5, 0.1f);
      float[] delta = random.values(n + 5, 0.1f);
      for (int i = 0; i < x.length; i++) {
        x[i] *= c;
      }
      float[][] results = new float[2][];
      for (int i = 0; i < 2; i++) {
        Kernels k = i == 0 ? scalar : vector;
        results[i] = activations(k, x, delta, n);
      }
      assertSameBits(results[0], results[1]);
    }
  }

  private static float[] activations(Kernels k, float[] x, float[] delta, int n) {
    float[] y = x.clone();
    float[] d = delta.clone();
    k.sigmoid(y, 5, n);
    k.sigmoidGradient(y, 5, d, 2, n);
    float[] t = x.clone();
    k.tanh(t, 5, n);
    k.tanhGradient(t, 5, d, 3, n);
    float[] r = x.clone();
    k.relu(r, 5, n);
    k.reluGradient(r, 5, d, 2, n);
    float[] e = x.clone();
    k.exp(e, 5, n);
    float[] l = e.clone();
    for (int i = 0; i < l.length; i++) {
      l[i] = Math.clamp(Math.abs(l[i]), Float.MIN_NORMAL, 1e30f);
    }
    k.ln(l, 5, n);
    float[] s = x.clone();
    float[] sd = new float[x.length];
    float loss = k.softmaxCrossEntropy(s, 5, n, n / 2, sd, 5);
    return RandomCases.concat(y, d, t, r, e, l, s, sd, new float[] {loss});
  }

  private static void assertSameBits(float[] a, float[] b) {
    for (int i = 0; i < a.length; i++) {
      assertThat(Float.floatToIntBits(b[i]))
          .as("number %d", i)
          .isEqualTo(Float.floatToIntBits(a[i]));
    }
  }
}
