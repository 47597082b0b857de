package org.rpusim.workload.recurrent.training;

import com.google.common.collect.ImmutableList;
import org.rpusim.chip.math.Kernels;
import org.rpusim.workload.recurrent.RecurrentLayer;

/** A plain recurrent layer: h = tanh(W·[x; h; 1]). */
final class PlainNumbers extends LayerNumbers {
  PlainNumbers(
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
    System.arraycopy(stages.getFirst().results[element], 0, h[element], 0, units);
    kernels.tanh(h[element], 0, units);
  }

  @Override
  void backward(int stage, int element) {
    addNext(element);
    float[] delta = stages.getFirst().deltas[element];
    System.arraycopy(gradients[element], 0, delta, 0, units);
    kernels.tanhGradient(h[element], 0, delta, 0, units);
  }
}
