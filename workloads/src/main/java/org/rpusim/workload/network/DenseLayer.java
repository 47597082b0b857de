package org.rpusim.workload.network;

/**
 * A fully connected layer: outputs = activation(W · [inputs; 1]).
 *
 * @param name for example {@code W1}
 * @param input what comes in, taken as one vector
 * @param outputs numbers that go out
 * @param activation applied to W's result
 * @param bias whether the matrix has a last column for a constant input of 1
 */
public record DenseLayer(
    String name,
    int source,
    Volume input,
    int outputs,
    Activation activation,
    boolean bias,
    ArrayOptions arrays)
    implements MatrixLayer {

  @Override
  public Volume output() {
    return Volume.vector(outputs);
  }

  @Override
  public int fanIn() {
    return input.size();
  }

  @Override
  public int vectors() {
    return 1;
  }
}
