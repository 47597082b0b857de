package org.rpusim.workload.network;

/** A layer with a weight matrix: each of its vectors is multiplied by the same weights. */
public sealed interface MatrixLayer extends Layer permits DenseLayer, ConvolutionLayer {
  /** Whether the matrix has a last column for a constant input of 1. */
  boolean bias();

  /** What is peculiar to its arrays. */
  ArrayOptions arrays();

  /** Numbers that an output depends on, without the bias. */
  int fanIn();

  /** Vectors that the matrix multiplies for one sample: P2's weight-sharing factor ws. */
  int vectors();

  /** Rows of the weight matrix. */
  default int rows() {
    return output().channels();
  }

  /** Columns of the weight matrix, bias included. */
  default int columns() {
    return fanIn() + (bias() ? 1 : 0);
  }

  /** Number of weights. */
  default long weights() {
    return (long) rows() * columns();
  }
}
