package org.rpusim.workload.network;

/** Activation functions. */
public enum Activation {
  /** Logistic sigmoid. */
  SIGMOID,
  /** Hyperbolic tangent. */
  TANH,
  /** max(0, x). */
  RELU,
  /** x above 0, 0.01·x below. */
  LEAKY_RELU,
  /** x itself: the layer after it has the function, or a residual sum. */
  NONE,
  /** Softmax with cross-entropy loss; only in the last layer. */
  SOFTMAX
}
