package org.rpusim.workload.recurrent.training;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import org.rpusim.chip.math.CellKernels;
import org.rpusim.chip.math.Kernels;
import org.rpusim.workload.recurrent.RecurrentLayer;

/** LSTM: rows are i, f, o, g from the top (P3). */
final class LstmNumbers extends LayerNumbers {
  private static final int GATES = 3;

  private final CellKernels cells;
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
    cells = kernels.cells();
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
    cells.lstmState(z, cBefore(element), c[element], units);
    System.arraycopy(c[element], 0, tanhOfC[element], 0, units);
    kernels.tanh(tanhOfC[element], 0, units);
    cells.lstmOutput(z, tanhOfC[element], h[element], units);
  }

  private float[] cBefore(int element) {
    return element < batch ? firstC[element] : c[element - batch];
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
    cells.lstmOutputGradient(z, tanhOfC[element], gradients[element], ofC, delta, units);
    cells.lstmGateGradients(z, cBefore(element), ofC, delta, units);
    kernels.sigmoidGradient(z, 0, delta, 0, GATES * units);
    kernels.tanhGradient(z, GATES * units, delta, GATES * units, units);
  }
}
