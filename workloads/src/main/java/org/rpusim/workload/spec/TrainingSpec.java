package org.rpusim.workload.spec;

import com.google.common.collect.ImmutableList;

/**
 * Training of a fully connected network with batch size 1, strict SGD.
 *
 * @param dataSet name of the data set: {@code mnist}, {@code digits}
 * @param inputs numbers of a sample, equal to the data set's
 * @param layers from the first to the last
 * @param epochs passes through the training set
 * @param samples training samples an epoch, the first of the set; 0 is written {@code all}
 * @param learningRates stages in the order of epochs
 */
public record TrainingSpec(
    String name,
    String description,
    String dataSet,
    int inputs,
    ImmutableList<LayerSpec> layers,
    int epochs,
    int samples,
    ImmutableList<LearningRateStage> learningRates)
    implements WorkloadSpec {

  /**
   * A fully connected layer.
   *
   * @param units outputs
   * @param activation applied to the outputs
   * @param bias whether the matrix has a bias column
   */
  public record LayerSpec(int units, Activation activation, boolean bias) {}

  /** Activation functions. */
  public enum Activation {
    /** Logistic sigmoid. */
    SIGMOID,
    /** Hyperbolic tangent. */
    TANH,
    /** max(0, x). */
    RELU,
    /** Softmax with cross-entropy loss; only in the last layer. */
    SOFTMAX
  }

  /**
   * A learning rate and the epoch it starts at.
   *
   * @param fromEpoch first epoch, counted from 1
   * @param rate eta, above 0
   */
  public record LearningRateStage(int fromEpoch, double rate) {}

  /** Learning rate of an epoch, counted from 1. */
  public double learningRate(int epoch) {
    double rate = learningRates.getFirst().rate();
    for (LearningRateStage stage : learningRates) {
      if (stage.fromEpoch() <= epoch) {
        rate = stage.rate();
      }
    }
    return rate;
  }
}
