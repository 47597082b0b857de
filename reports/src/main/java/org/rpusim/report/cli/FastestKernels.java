package org.rpusim.report.cli;

import org.jspecify.annotations.Nullable;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.run.Forecast;
import org.rpusim.workload.spec.LanguageModelSpec;
import org.rpusim.workload.spec.TrainingSpec;
import org.rpusim.workload.spec.WorkloadSpec;

/** The kernels of a run for which none were asked for. */
final class FastestKernels {
  private static final double NANOS = 1e9;

  private FastestKernels() {}

  /**
   * Name of those that are expected to end the run first. Without numbers there is nothing to
   * choose, and a cluster runs without numbers alone.
   *
   * @param data what it learns from, or null for nothing
   * @throws org.rpusim.chip.config.ConfigException if the workload does not fit the chip
   */
  static String of(ChipSpec chip, WorkloadSpec workload, @Nullable DataSet data) {
    boolean numbers = workload instanceof TrainingSpec || workload instanceof LanguageModelSpec;
    return numbers && chip.cluster().chips() == 1
        ? Kernels.best(Forecast.nanoseconds(chip, workload, data) / NANOS).name()
        : Kernels.best().name();
  }
}
