package org.rpusim.chip.math;

/** Plain Java loops over cells: the definition of the bits. */
final class ScalarCells implements CellKernels {
  @Override
  public void lstmState(float[] z, float[] before, float[] c, int n) {
    for (int j = 0; j < n; j++) {
      c[j] = z[n + j] * before[j] + z[j] * z[3 * n + j];
    }
  }

  @Override
  public void lstmOutput(float[] z, float[] tanhOfC, float[] h, int n) {
    for (int j = 0; j < n; j++) {
      h[j] = z[2 * n + j] * tanhOfC[j];
    }
  }

  @Override
  public void lstmOutputGradient(
      float[] z, float[] tanhOfC, float[] dh, float[] dc, float[] delta, int n) {
    for (int j = 0; j < n; j++) {
      float t = tanhOfC[j];
      delta[2 * n + j] = dh[j] * t;
      dc[j] += dh[j] * z[2 * n + j] * (1f - t * t);
    }
  }

  @Override
  public void lstmGateGradients(float[] z, float[] before, float[] dc, float[] delta, int n) {
    for (int j = 0; j < n; j++) {
      float d = dc[j];
      delta[j] = d * z[3 * n + j];
      delta[n + j] = d * before[j];
      delta[3 * n + j] = d * z[j];
      dc[j] = d * z[n + j];
    }
  }

  @Override
  public void add(float[] sum, float[] part, int at, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] += part[at + i];
    }
  }

  @Override
  public void clip(float[] v, int n, float bound) {
    for (int i = 0; i < n; i++) {
      float a = v[i];
      a = a > bound ? bound : a;
      v[i] = a < -bound ? -bound : a;
    }
  }
}
