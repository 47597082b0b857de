package org.rpusim.workload.recurrent.training;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import org.rpusim.chip.math.Kernels;
import org.rpusim.workload.recurrent.RecurrentLayer;

/** LSTM: rows are i, f, o, g from the top (P3). */
final class LstmNumbers extends LayerNumbers {
  private static final int GATES = 3;

  private final float[][] c;
  private final float[][] tanhOfC;

  /** Negative gradient by c that the later time step gives, by sequence. */
  private final float[][] gradientOfC;

  LstmNumbers(
      RecurrentLayer layer,
      int inputs,
      ImmutableList<StageNumbers> stages,
      int steps,
      int batch,
      Kernels kernels) {
    super(layer, inputs, stages, steps, batch, kernels);
    c = new float[steps * batch][units];
    tanhOfC = new float[steps * batch][units];
    gradientOfC = new float[batch][units];
  }

  @Override
  float[] c(int element) {
    return c[element];
  }

  @Override
  void forward(int stage, int element) {
    float[] z = stages.getFirst().results[element];
    kernels.sigmoid(z, 0, GATES * units);
    kernels.tanh(z, GATES * units, units);
    combine(z, cBefore(element), c[element], units);
    System.arraycopy(c[element], 0, tanhOfC[element], 0, units);
    kernels.tanh(tanhOfC[element], 0, units);
    output(z, tanhOfC[element], h[element], units);
  }

  private float[] cBefore(int element) {
    return element < batch ? firstC[element] : c[element - batch];
  }

  private static void combine(float[] z, float[] before, float[] c, int n) {
    for (int j = 0; j < n; j++) {
      c[j] = z[n + j] * before[j] + z[j] * z[3 * n + j];
    }
  }

  private static void output(float[] z, float[] tanhOfC, float[] h, int n) {
    for (int j = 0; j < n; j++) {
      h[j] = z[2 * n + j] * tanhOfC[j];
    }
  }

  @Override
  void backward(int stage, int element) {
    float[] z = stages.getFirst().results[element];
    float[] delta = stages.getFirst().deltas[element];
    float[] ofC = gradientOfC[element % batch];
    addNext(element);
    if (!hasNext(element)) {
      Arrays.fill(ofC, 0f);
    }
    ofOutput(z, tanhOfC[element], gradients[element], ofC, delta, units);
    ofGates(z, cBefore(element), ofC, delta, units);
    kernels.sigmoidGradient(z, 0, delta, 0, GATES * units);
    kernels.tanhGradient(z, GATES * units, delta, GATES * units, units);
  }

  /** d o = dh·tanh(c), dc += dh·o·(1 − tanh(c)²). */
  private static void ofOutput(
      float[] z, float[] tanhOfC, float[] dh, float[] dc, float[] delta, int n) {
    for (int j = 0; j < n; j++) {
      float t = tanhOfC[j];
      delta[2 * n + j] = dh[j] * t;
      dc[j] += dh[j] * z[2 * n + j] * (1f - t * t);
    }
  }

  /** d i = dc·g, d f = dc·c before, d g = dc·i, and dc of the time step before, dc·f. */
  private static void ofGates(float[] z, float[] before, float[] dc, float[] delta, int n) {
    for (int j = 0; j < n; j++) {
      float d = dc[j];
      delta[j] = d * z[3 * n + j];
      delta[n + j] = d * before[j];
      delta[3 * n + j] = d * z[j];
      dc[j] = d * z[n + j];
    }
  }
}
