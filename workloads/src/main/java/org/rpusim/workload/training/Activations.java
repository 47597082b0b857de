package org.rpusim.workload.training;

import org.rpusim.chip.math.Kernels;
import org.rpusim.workload.network.Activation;

/** Activation functions and their derivatives on slices of vectors. */
final class Activations {
  private static final float LEAK = 0.01f;

  private Activations() {}

  /** y = f(y) in place. */
  static void apply(Kernels kernels, Activation activation, float[] y, int offset, int count) {
    switch (activation) {
      case SIGMOID -> kernels.sigmoid(y, offset, count);
      case TANH -> kernels.tanh(y, offset, count);
      case RELU -> kernels.relu(y, offset, count);
      case LEAKY_RELU -> {
        for (int i = offset; i < offset + count; i++) {
          y[i] = y[i] > 0f ? y[i] : y[i] * LEAK;
        }
      }
      case NONE -> {}
      case SOFTMAX -> throw new IllegalArgumentException("softmax belongs to the loss");
    }
  }

  /** delta = delta · f'(z) in place, with f' from the output y = f(z). */
  static void differentiate(
      Kernels kernels, Activation activation, float[] y, float[] delta, int offset, int count) {
    switch (activation) {
      case SIGMOID -> kernels.sigmoidGradient(y, offset, delta, offset, count);
      case TANH -> kernels.tanhGradient(y, offset, delta, offset, count);
      case RELU -> kernels.reluGradient(y, offset, delta, offset, count);
      case LEAKY_RELU -> {
        for (int i = offset; i < offset + count; i++) {
          delta[i] = y[i] > 0f ? delta[i] : delta[i] * LEAK;
        }
      }
      case NONE -> {}
      case SOFTMAX -> throw new IllegalArgumentException("softmax belongs to the loss");
    }
  }
}
