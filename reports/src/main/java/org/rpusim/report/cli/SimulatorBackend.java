package org.rpusim.report.cli;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Workers;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.data.DataSets;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.run.RunOptions;
import org.rpusim.workload.run.Simulator;
import org.rpusim.workload.spec.TrainingSpec;

/** The simulator itself. */
final class SimulatorBackend implements Backend {
  @Override
  public DataSet data(TrainingSpec workload, @Nullable Path folder, Consumer<String> notice) {
    return DataSets.load(workload, folder, notice);
  }

  @Override
  public String kernels(@Nullable String wanted) {
    if (wanted == null) {
      return Kernels.best().name();
    }
    try {
      return Kernels.of(wanted).name();
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new ConfigException(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public RunResult run(RunRequest request, RunListener listener) {
    RunOptions options =
        new RunOptions(
            request.seed(),
            Kernels.of(request.kernels()),
            new Workers(request.threads()),
            request.fastForward(),
            request.trace(),
            request.course());
    return Simulator.run(request.chip(), request.workload(), request.data(), options, listener);
  }
}
