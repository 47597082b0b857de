package org.rpusim.report.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.report.MadeUpRun;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.data.DataUnavailableException;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.spec.TrainingSpec;

/** Gives a made-up result, and does what a test wants to see handled. */
final class FakeBackend implements Backend {
  /** What {@code run} does. */
  enum Behaviour {
    SUCCEED,
    BE_STOPPED,
    RUN_UNTIL_STOPPED,
    NOT_FIT,
    FILL_MEMORY,
    FAIL
  }

  private final Behaviour behaviour;
  private final boolean mnistIsThere;
  final List<RunRequest> requests = new ArrayList<>();

  FakeBackend(Behaviour behaviour, boolean mnistIsThere) {
    this.behaviour = behaviour;
    this.mnistIsThere = mnistIsThere;
  }

  @Override
  public DataSet data(TrainingSpec workload, @Nullable Path folder, Consumer<String> notice) {
    if (workload.dataSet().equals("mnist") && !mnistIsThere) {
      throw new DataUnavailableException("MNIST cannot be had: there is no network.");
    }
    byte[] none = {};
    return new DataSet(workload.dataSet(), workload.inputs(), 10, none, none, none, none, 1f / 255);
  }

  @Override
  public String kernels(@Nullable String wanted) {
    return wanted == null ? "vector" : wanted;
  }

  @Override
  public RunResult run(RunRequest request, RunListener listener) {
    requests.add(request);
    listener.progress(100, 100);
    return switch (behaviour) {
      case SUCCEED -> MadeUpRun.training(2, 3, true);
      case BE_STOPPED -> MadeUpRun.training(1, 3, false);
      case RUN_UNTIL_STOPPED -> untilStopped(listener);
      case FILL_MEMORY -> throw new OutOfMemoryError("Java heap space");
      case NOT_FIT -> throw new ConfigException("The network needs 3 tiles, but the chip has 1.");
      case FAIL -> throw new IllegalStateException("an invented defect");
    };
  }

  private static RunResult untilStopped(RunListener listener) {
    System.out.println("running");
    while (!listener.stopRequested()) {
      LockSupport.parkNanos(1_000_000);
    }
    return MadeUpRun.training(1, 1, false);
  }

  /** The program with a run that goes on until Ctrl-C, as a process of its own. */
  static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    Backend backend = new FakeBackend(Behaviour.RUN_UNTIL_STOPPED, true);
    System.exit(new Cli(out, out, backend).execute(arguments));
  }
}
