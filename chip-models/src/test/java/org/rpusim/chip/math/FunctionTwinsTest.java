package org.rpusim.chip.math;

import com.google.common.primitives.Floats;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Gaussians and activations in both forms on random values: the same bits. */
class FunctionTwinsTest {
  private static final int CASES = 200;

  private final Kernels scalar = Kernels.of("scalar");
  private final Kernels vector = Kernels.of("vector");
  private RandomCases random = new RandomCases(0);

  @BeforeEach
  void restart() {
    random = new RandomCases(20260101);
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
      RandomCases.assertSameBits(a, b);
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
      RandomCases.assertSameBits(results[0], results[1]);
    }
  }

  @Test
  void cellsGiveTheSameBits() {
    for (int c = 0; c < CASES; c++) {
      int n = random.between(1, 70);
      float[] z = random.values(4 * n, 0.1f);
      float[] a = random.values(n + 9, 0.1f);
      float[] b = random.values(n + 9, 0.1f);
      RandomCases.assertSameBits(
          cells(scalar.cells(), z, a, b, n), cells(vector.cells(), z, a, b, n));
    }
  }

  /** All of them, each on what the ones before it gave. */
  private static float[] cells(CellKernels k, float[] z, float[] a, float[] b, int n) {
    float[] c = a.clone();
    float[] h = b.clone();
    float[] delta = new float[4 * n];
    k.lstmState(z, b, c, n);
    k.lstmOutput(z, c, h, n);
    k.add(h, a, 7, n);
    float[] dc = b.clone();
    k.lstmOutputGradient(z, c, h, dc, delta, n);
    k.lstmGateGradients(z, a, dc, delta, n);
    k.clip(delta, 4 * n, 0.25f);
    return Floats.concat(c, h, dc, delta);
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
}
