package org.rpusim.chip.array;

import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.spec.ManagementSpec;
import org.rpusim.chip.spec.ManagementSpec.NoiseManagement;
import org.rpusim.core.state.StateReader;
import org.rpusim.core.state.StateWriter;
import org.rpusim.core.state.Stateful;

/** Noise management of one direction: which magnitude the inputs of a read are divided by. */
final class FullScale implements Stateful {
  private final NoiseManagement mode;
  private final float constant;
  private final float momentum;
  private final Kernels kernels;
  private boolean held;

  /** Running average of the largest magnitudes; 0 before the first. */
  private float average;

  private FullScale(NoiseManagement mode, double constant, double momentum, Kernels kernels) {
    this.mode = mode;
    this.constant = (float) constant;
    this.momentum = (float) momentum;
    this.kernels = kernels;
  }

  static FullScale forward(ManagementSpec spec, Kernels kernels) {
    return new FullScale(
        spec.noiseForward(), spec.constantForward(), spec.averageMomentum(), kernels);
  }

  static FullScale backward(ManagementSpec spec, Kernels kernels) {
    return new FullScale(
        spec.noiseBackward(), spec.constantBackward(), spec.averageMomentum(), kernels);
  }

  /**
   * The magnitude of full scale for padded inputs.
   *
   * @param attempt only a first attempt counts for the running average
   * @return above 0, or 0 if a search has found nothing to read
   */
  float of(float[] inputs, int attempt) {
    return switch (mode) {
      case OFF -> 1f;
      case CONSTANT -> constant;
      case ABS_MAX -> largest(inputs);
      case RUNNING_AVERAGE -> average(largest(inputs), attempt);
    };
  }

  /** Whether it depends on earlier reads. */
  boolean isAverage() {
    return mode == NoiseManagement.RUNNING_AVERAGE;
  }

  /** Whether it is the largest magnitude of each vector. */
  boolean isLargest() {
    return mode == NoiseManagement.ABS_MAX;
  }

  /** The magnitude where it is always the same. */
  float fixed() {
    return mode == NoiseManagement.CONSTANT ? constant : 1f;
  }

  private float largest(float[] inputs) {
    float max = kernels.absMax(inputs, inputs.length);
    return max < Float.MIN_NORMAL ? 0f : max; // too small to divide by
  }

  private float average(float max, int attempt) {
    if (max == 0f) {
      return 0f;
    }
    if (held || attempt > 0) {
      return average == 0f ? max : average;
    }
    average = average == 0f ? max : momentum * average + (1 - momentum) * max;
    return average;
  }

  /** Whether inputs may be larger than full scale. */
  boolean mayClip() {
    return mode != NoiseManagement.ABS_MAX;
  }

  @Override
  public void saveState(StateWriter out) {
    out.put(average);
  }

  @Override
  public void loadState(StateReader in) {
    average = in.floatNumber();
  }

  /** Keeps the running average as it is, or lets it follow again. */
  void hold(boolean hold) {
    held = hold;
  }
}
