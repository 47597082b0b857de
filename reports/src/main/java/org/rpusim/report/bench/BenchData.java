package org.rpusim.report.bench;

import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Overrides;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.data.DataSets;
import org.rpusim.workload.data.DataUnavailableException;
import org.rpusim.workload.preset.WorkloadPresets;
import org.rpusim.workload.spec.TrainingSpec;

/** What is trained on. */
final class BenchData {
  private BenchData() {}

  /** MNIST, or null where it cannot be had. */
  static @Nullable DataSet mnistOrNull() {
    try {
      return mnist("mlp-mnist");
    } catch (DataUnavailableException e) {
      return null;
    }
  }

  /**
   * The data of a workload.
   *
   * @throws ConfigException if they cannot be had
   */
  static DataSet of(String workload) {
    try {
      return mnist(workload);
    } catch (DataUnavailableException e) {
      throw new ConfigException(String.valueOf(e.getMessage()));
    }
  }

  private static DataSet mnist(String workload) {
    TrainingSpec spec = (TrainingSpec) WorkloadPresets.load(workload, Overrides.NONE).spec();
    return DataSets.load(spec, null, sentence -> {});
  }
}
