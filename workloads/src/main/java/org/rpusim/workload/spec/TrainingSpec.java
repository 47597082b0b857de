package org.rpusim.workload.spec;

import com.google.common.collect.ImmutableList;
import org.rpusim.workload.network.Network;

/**
 * Training of a feed-forward network by SGD.
 *
 * @param dataSet name of the data set: {@code mnist}, {@code digits}
 * @param network its input is as large as the data set's samples
 * @param epochs passes through the training set
 * @param samples training samples an epoch, the first of the set; 0 is written {@code all}
 * @param batch samples whose gradients are computed with the same weights, 1 or more; then the
 *     arrays are updated sample by sample
 * @param inFlight batches under way together, 1 or more; a batch of 1 is a sample
 * @param streaming whether rows of a convolution's output go on to the next layer as soon as they
 *     are there
 * @param learningRates stages in the order of epochs
 * @param places where the values stand that the data set must fit
 */
public record TrainingSpec(
    String name,
    String description,
    String dataSet,
    Network network,
    int epochs,
    int samples,
    int batch,
    int inFlight,
    boolean streaming,
    ImmutableList<LearningRateStage> learningRates,
    DataPlaces places)
    implements WorkloadSpec {

  /**
   * A learning rate and the epoch it starts at.
   *
   * @param fromEpoch first epoch, counted from 1
   * @param rate eta, above 0
   */
  public record LearningRateStage(int fromEpoch, double rate) {}

  /** Numbers of a sample. */
  public int inputs() {
    return network.inputs();
  }

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
