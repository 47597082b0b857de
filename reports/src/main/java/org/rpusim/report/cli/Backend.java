package org.rpusim.report.cli;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.spec.TrainingSpec;

/** What the command {@code run} needs of the simulator; a test puts another one in its place. */
interface Backend {
  /**
   * Gets a workload's data set.
   *
   * @param folder folder of its files, or null for the set's own source
   * @param notice is told what takes long
   * @throws org.rpusim.workload.data.DataUnavailableException if the set's own source does not
   *     answer
   * @throws org.rpusim.chip.config.ConfigException if the folder is wrong or does not fit
   */
  DataSet data(TrainingSpec workload, @Nullable Path folder, Consumer<String> notice);

  /**
   * Name of the kernels that will be used.
   *
   * @param wanted {@code scalar}, {@code vector}, or null for the best there are
   * @throws org.rpusim.chip.config.ConfigException if they cannot be used here
   */
  String kernels(@Nullable String wanted);

  /**
   * Runs a workload.
   *
   * @throws org.rpusim.chip.config.ConfigException if the workload does not fit the chip
   */
  RunResult run(RunRequest request, RunListener listener);
}
