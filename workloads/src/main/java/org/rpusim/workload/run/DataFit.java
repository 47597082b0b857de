package org.rpusim.workload.run;

import org.rpusim.chip.config.ConfigException;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.network.Network;
import org.rpusim.workload.spec.TrainingSpec;

/** Whether a data set is one that a network can learn. */
final class DataFit {
  private DataFit() {}

  /**
   * Refuses data that do not fit.
   *
   * @throws ConfigException if inputs, classes or the number of samples disagree
   */
  static void require(TrainingSpec spec, DataSet data) {
    Network network = spec.network();
    if (data.inputs() != network.inputs()) {
      throw new ConfigException(
          "workload.inputs is %d, and a sample of %s has %d numbers."
              .formatted(network.inputs(), data.name(), data.inputs()),
          "Maybe --set workload.inputs=" + data.inputs() + ", or another data set.");
    }
    if (data.classes() > network.outputs()) {
      throw new ConfigException(
          "The last layer has %d units, and %s has %d classes."
              .formatted(network.outputs(), data.name(), data.classes()),
          "Maybe give the last layer " + data.classes() + " units.");
    }
    if (spec.samples() > data.trainingCount()) {
      throw new ConfigException(
          "workload.samples is %,d, and %s has %,d training samples."
              .formatted(spec.samples(), data.name(), data.trainingCount()),
          "Maybe --samples " + data.trainingCount() + ", or all of them without --samples.");
    }
  }
}
