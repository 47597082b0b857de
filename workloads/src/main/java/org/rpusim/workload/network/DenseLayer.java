package org.rpusim.workload.network;

import org.rpusim.workload.spec.TrainingSpec.Activation;

/**
 * A fully connected layer: outputs = activation(W · [inputs; 1]).
 *
 * @param name for example {@code W1}
 * @param inputs numbers that come in, without the bias
 * @param outputs numbers that go out
 * @param activation applied to W's result
 * @param bias whether the matrix has a last column for a constant input of 1
 */
public record DenseLayer(
    String name, int inputs, int outputs, Activation activation, boolean bias) {

  /** Rows of the weight matrix. */
  public int rows() {
    return outputs;
  }

  /** Columns of the weight matrix, bias included. */
  public int columns() {
    return inputs + (bias ? 1 : 0);
  }

  /** Number of weights. */
  public long weights() {
    return (long) rows() * columns();
  }
}
