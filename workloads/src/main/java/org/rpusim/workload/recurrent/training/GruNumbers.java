package org.rpusim.workload.recurrent.training;

import com.google.common.collect.ImmutableList;
import org.rpusim.chip.math.Kernels;
import org.rpusim.workload.recurrent.RecurrentLayer;

/**
 * GRU: rows of the first matrix are r and z from the top, the second gives the candidate n from [x;
 * r·h; 1].
 */
final class GruNumbers extends LayerNumbers {
  private static final int GATES = 2;

  GruNumbers(
      RecurrentLayer layer,
      int inputs,
      ImmutableList<StageNumbers> stages,
      int steps,
      int batch,
      Kernels kernels) {
    super(layer, inputs, stages, steps, batch, kernels);
  }

  @Override
  void forward(int stage, int element) {
    float[] before = before(element);
    float[] gates = stages.get(0).results[element];
    if (stage == 0) {
      kernels.sigmoid(gates, 0, GATES * units);
      float[] next = stages.get(1).inputs[element];
      for (int j = 0; j < units; j++) {
        next[offset + j] = gates[j] * before[j];
      }
      return;
    }
    float[] n = stages.get(1).results[element];
    kernels.tanh(n, 0, units);
    float[] out = h[element];
    for (int j = 0; j < units; j++) {
      out[j] = n[j] + gates[units + j] * (before[j] - n[j]);
    }
  }

  @Override
  void backward(int stage, int element) {
    float[] before = before(element);
    float[] gates = stages.get(0).results[element];
    float[] delta = stages.get(0).deltas[element];
    float[] dh = gradients[element];
    if (stage == 1) {
      if (hasNext(element)) {
        addFromNext(element);
      }
      candidate(element, before, gates, dh);
      return;
    }
    float[] inner = stages.get(1).gradients[element];
    for (int j = 0; j < units; j++) {
      delta[j] = inner[offset + j] * before[j];
    }
    kernels.sigmoidGradient(gates, 0, delta, 0, GATES * units);
  }

  private void candidate(int element, float[] before, float[] gates, float[] dh) {
    float[] n = stages.get(1).results[element];
    float[] deltaOfN = stages.get(1).deltas[element];
    float[] delta = stages.get(0).deltas[element];
    for (int j = 0; j < units; j++) {
      deltaOfN[j] = dh[j] * (1f - gates[units + j]);
      delta[units + j] = dh[j] * (before[j] - n[j]);
    }
    kernels.tanhGradient(n, 0, deltaOfN, 0, units);
  }

  /** What the next time step's cell gives directly, and through its two reads. */
  private void addFromNext(int element) {
    int next = element + batch;
    float[] gates = stages.get(0).results[next];
    float[] inner = stages.get(1).gradients[next];
    float[] dh = gradients[element];
    float[] dhNext = gradients[next];
    addNext(element);
    for (int j = 0; j < units; j++) {
      dh[j] += dhNext[j] * gates[units + j] + inner[offset + j] * gates[j];
    }
  }
}
