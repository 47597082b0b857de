package org.rpusim.report.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.data.DataSets;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.spec.TrainingSpec;

/** The simulator itself. */
final class SimulatorBackend implements Backend {
  @Override
  public DataSet data(TrainingSpec workload, @Nullable Path folder, Consumer<String> notice) {
    return DataSets.load(workload, folder, notice);
  }

  @Override
  public String kernels(@Nullable String wanted) {
    return Objects.requireNonNullElse(wanted, "scalar");
  }

  @Override
  public RunResult run(RunRequest request, RunListener listener) {
    throw new IllegalStateException("no simulator is built in");
  }
}
