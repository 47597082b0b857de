package org.rpusim.workload.network;

/**
 * A convolution (P2): the kernels are the rows of one matrix, and each patch of the input is a
 * vector of its own, kernel rows and columns within channels, then the constant 1 of the bias.
 *
 * @param name for example {@code K1}
 * @param channels kernels, each of which gives a channel
 * @param window how patches are taken
 * @param activation applied to the matrix's results
 * @param bias whether the matrix has a last column for a constant input of 1
 */
public record ConvolutionLayer(
    String name,
    int source,
    Volume input,
    int channels,
    Window window,
    Activation activation,
    boolean bias,
    ArrayOptions arrays)
    implements MatrixLayer {

  @Override
  public Volume output() {
    return window.over(input, channels);
  }

  @Override
  public int fanIn() {
    return Math.multiplyExact(input.channels(), window.area());
  }

  @Override
  public int vectors() {
    return output().area();
  }
}
