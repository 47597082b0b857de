package org.rpusim.workload.recurrent.training;

import com.google.common.collect.ImmutableList;
import org.rpusim.chip.math.Kernels;
import org.rpusim.core.state.StateReader;
import org.rpusim.core.state.StateWriter;
import org.rpusim.workload.recurrent.RecurrentLayer;

/**
 * The numbers of one recurrent layer in all time steps of a batch of sequences. What it gives, h,
 * is written where it is taken: behind x in its own next time step, and to the layer above.
 */
abstract sealed class LayerNumbers permits LstmNumbers, GruNumbers, PlainNumbers {
  final Kernels kernels;
  final int batch;
  final int steps;
  final int units;

  /** Where h begins in an input vector. */
  final int offset;

  /** By stage. */
  final ImmutableList<StageNumbers> stages;

  /** h of each element. */
  final float[][] h;

  /**
   * Negative gradient by h of each element, the next time step's part included once it is known.
   */
  final float[][] gradients;

  /** h and, where a cell has it, c, with which each sequence begins. */
  final float[][] firstH;

  final float[][] firstC;

  LayerNumbers(
      RecurrentLayer layer,
      int inputs,
      ImmutableList<StageNumbers> stages,
      int steps,
      int batch,
      Kernels kernels) {
    this.kernels = kernels;
    this.steps = steps;
    this.batch = batch;
    this.units = layer.units();
    this.offset = inputs;
    this.stages = stages;
    this.h = new float[steps * batch][units];
    this.gradients = new float[steps * batch][units];
    this.firstH = new float[batch][units];
    this.firstC = new float[batch][units];
  }

  /** The layer's numbers. */
  static LayerNumbers of(
      RecurrentLayer layer,
      int inputs,
      ImmutableList<StageNumbers> stages,
      int steps,
      int batch,
      Kernels kernels) {
    return switch (layer.kind()) {
      case LSTM -> new LstmNumbers(layer, inputs, stages, steps, batch, kernels);
      case GRU -> new GruNumbers(layer, inputs, stages, steps, batch, kernels);
      case PLAIN -> new PlainNumbers(layer, inputs, stages, steps, batch, kernels);
    };
  }

  /** A sequence begins with a state: of zeros, or its last one. */
  void begin(boolean carry) {
    for (int sequence = 0; sequence < batch; sequence++) {
      int last = (steps - 1) * batch + sequence;
      for (int i = 0; i < units; i++) {
        firstH[sequence][i] = carry ? h[last][i] : 0f;
        firstC[sequence][i] = carry ? c(last)[i] : 0f;
      }
      System.arraycopy(firstH[sequence], 0, stages.getFirst().inputs[sequence], offset, units);
    }
  }

  /** Writes the state with which the next sequence begins. */
  final void saveState(StateWriter out) {
    for (int sequence = 0; sequence < batch; sequence++) {
      int last = (steps - 1) * batch + sequence;
      out.put(h[last]).put(c(last));
    }
  }

  /** The next sequence begins with a saved state. */
  final void loadState(StateReader in) {
    for (int sequence = 0; sequence < batch; sequence++) {
      int last = (steps - 1) * batch + sequence;
      in.read(h[last]);
      in.read(c(last));
    }
  }

  /** The cell's state of an element; h where it has none of its own. */
  float[] c(int element) {
    return h[element];
  }

  /** h of the time step before. */
  final float[] before(int element) {
    return element < batch ? firstH[element] : h[element - batch];
  }

  /** From the result of a stage's read to the next stage's input, or to h. */
  abstract void forward(int stage, int element);

  /** h is complete: the next time step takes it. */
  final void pass(int element) {
    if (element + batch < steps * batch) {
      System.arraycopy(h[element], 0, stages.getFirst().inputs[element + batch], offset, units);
    }
  }

  /** From the gradient of h, or of the next stage's input, to the gradient of a stage's result. */
  abstract void backward(int stage, int element);

  /** Bounds the gradients of a stage's result. */
  final void clip(int stage, int element, float bound) {
    float[] delta = stages.get(stage).deltas[element];
    kernels.cells().clip(delta, delta.length, bound);
  }

  /** Whether a later time step gives a gradient to this one. */
  final boolean hasNext(int element) {
    return element + batch < steps * batch;
  }

  /** Adds the next time step's part to the gradient of h. */
  final void addNext(int element) {
    if (hasNext(element)) {
      float[] next = stages.getFirst().gradients[element + batch];
      kernels.cells().add(gradients[element], next, offset, units);
    }
  }
}
