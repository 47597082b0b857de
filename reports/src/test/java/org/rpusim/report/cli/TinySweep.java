package org.rpusim.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.spec.TrainingSpec;

/** Sweeps of milliseconds from the command line, and what they leave. */
final class TinySweep {
  static final List<String> SMALL =
      List.of(
          "sweep",
          "--quiet",
          "--workload",
          "stream-reads",
          "--set",
          "chip.tiles=1",
          "workload.readsPerTile=3",
          "workload.rows=8",
          "workload.columns=8",
          "--vary",
          "adc.bits=6..8",
          "--vary",
          "tile.rows=16,64",
          "--seeds",
          "2");

  final StringWriter out = new StringWriter();
  final StringWriter err = new StringWriter();

  /** The simulator, disturbed after some runs. */
  record Disturbed(AtomicInteger runs, int after, boolean fail) implements Backend {
    @Override
    public DataSet data(TrainingSpec workload, @Nullable Path folder, Consumer<String> notice) {
      return new SimulatorBackend().data(workload, folder, notice);
    }

    @Override
    public String kernels(@Nullable String wanted) {
      return "scalar";
    }

    @Override
    public RunResult run(RunRequest request, RunListener listener) {
      boolean disturb = runs.getAndIncrement() >= after;
      if (disturb && fail) {
        throw new ConfigException("An invented misfit.", "Maybe not.");
      }
      RunResult result = new SimulatorBackend().run(request, listener);
      return disturb
          ? new RunResult(result.metrics(), result.epochs(), result.components(), false)
          : result;
    }
  }

  /** Runs the command; gives its exit code. */
  int sweep(Backend backend, List<String> arguments, String... more) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of(more));
    return new Cli(new PrintWriter(out), new PrintWriter(err), backend)
        .execute(all.toArray(String[]::new));
  }

  /** The simulator as it is; counts the runs. */
  static Disturbed undisturbed() {
    return new Disturbed(new AtomicInteger(), Integer.MAX_VALUE, false);
  }

  static void assertSameFiles(Map<String, String> actual, Map<String, String> expected) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    expected.forEach((name, bytes) -> assertThat(bytes.equals(actual.get(name))).as(name).isTrue());
  }
}
