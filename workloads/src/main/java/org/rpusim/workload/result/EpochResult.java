package org.rpusim.workload.result;

/**
 * One epoch of training and the evaluation after it.
 *
 * @param epoch counted from 1
 * @param learningRate eta of the epoch
 * @param trainLoss mean cross-entropy of the samples as they were trained, nats
 * @param testErrorPercent misclassified test samples, %
 * @param simulatedSeconds training time on the chip from the start of the run, s
 * @param energyJoules training energy from the start of the run, J
 * @param retries bound-management retries of this epoch's training
 * @param coincidences pulse coincidences of this epoch's training
 * @param testCrossEntropyNats mean −ln p of the test characters of a language model, nats; NaN of
 *     other trainings
 */
public record EpochResult(
    int epoch,
    double learningRate,
    double trainLoss,
    double testErrorPercent,
    double simulatedSeconds,
    double energyJoules,
    long retries,
    long coincidences,
    double testCrossEntropyNats) {

  /** An epoch of a training that is no language model's. */
  public EpochResult(
      int epoch,
      double learningRate,
      double trainLoss,
      double testErrorPercent,
      double simulatedSeconds,
      double energyJoules,
      long retries,
      long coincidences) {
    this(
        epoch,
        learningRate,
        trainLoss,
        testErrorPercent,
        simulatedSeconds,
        energyJoules,
        retries,
        coincidences,
        Double.NaN);
  }

  /** Whether the epoch is a language model's. */
  public boolean hasCrossEntropy() {
    return !Double.isNaN(testCrossEntropyNats);
  }
}
