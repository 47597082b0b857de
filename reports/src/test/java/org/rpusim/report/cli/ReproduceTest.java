package org.rpusim.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.report.study.TinyStudy;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.spec.TrainingSpec;

/** The command with the simulator itself behind it, on a study of the embedded digits. */
final class ReproduceTest {
  /** The simulator, in which runs after the first few end as said. */
  private record Disturbed(int undisturbed, boolean fail, AtomicInteger runs) implements Backend {
    private static final Backend SIMULATOR = new SimulatorBackend();

    @Override
    public DataSet data(TrainingSpec workload, @Nullable Path folder, Consumer<String> notice) {
      return SIMULATOR.data(workload, folder, notice);
    }

    @Override
    public String kernels(@Nullable String wanted) {
      return SIMULATOR.kernels("scalar");
    }

    @Override
    public RunResult run(RunRequest request, RunListener listener) {
      if (runs.incrementAndGet() <= undisturbed) {
        return SIMULATOR.run(request, listener);
      }
      if (fail) {
        throw new ConfigException("An invented misfit.");
      }
      RunListener stopping =
          new RunListener() {
            @Override
            public boolean stopRequested() {
              return true;
            }
          };
      return SIMULATOR.run(request, stopping);
    }
  }

  @TempDir Path base = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int reproduce(Backend backend, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("reproduce"));
    arguments.add(TinyStudy.file(base).toString());
    arguments.add("--quiet");
    arguments.addAll(List.of(more));
    return new Cli(new PrintWriter(out), new PrintWriter(err), backend)
        .execute(arguments.toArray(String[]::new));
  }

  private static Backend undisturbed() {
    return disturbedAfter(Integer.MAX_VALUE, false);
  }

  private static Backend disturbedAfter(int runs, boolean fail) {
    return new Disturbed(runs, fail, new AtomicInteger());
  }

  @Test
  void oneAndTwoThreadsGiveTheSameBytes() throws IOException {
    Path one = base.resolve("one");
    Path two = base.resolve("two");
    assertThat(reproduce(undisturbed(), "--threads", "1", "--out", one.toString()))
        .as("%s", err)
        .isZero();
    assertThat(reproduce(undisturbed(), "--threads", "2", "--out", two.toString())).isZero();
    Map<String, String> first = RunFiles.of(one);
    assertThat(first)
        .containsKeys(
            "table.txt",
            "results.json",
            "comparison.csv",
            "runs.csv",
            "curves.csv",
            "charts/curves.png",
            "charts/curves.svg",
            "charts/errors.png",
            "charts/points.png",
            "charts/penalties.png",
            "points/exact-seed1.json",
            "points/wide-seed2.json");
    Map<String, String> second = RunFiles.of(two);
    assertThat(second.keySet()).isEqualTo(first.keySet());
    first.forEach((name, bytes) -> assertThat(bytes.equals(second.get(name))).as(name).isTrue());
    assertThat(out.toString())
        .contains("2 epochs of 60 samples, 2 seeds", "floating point", "≥ -100 to floating point");
    assertThat(Files.readAllLines(one.resolve("runs.csv"))).hasSize(1 + 4 * 2);
    assertThat(Files.readAllLines(one.resolve("curves.csv"))).hasSize(1 + 4 * 2 * 2);
  }

  @Test
  void aStudyThatWasStoppedGoesOnToTheSameBytes() throws IOException {
    Path whole = base.resolve("whole");
    assertThat(reproduce(undisturbed(), "--quick", "--out", whole.toString())).isZero();
    Path parts = base.resolve("parts");
    Backend stopped = disturbedAfter(2, false);
    assertThat(reproduce(stopped, "--quick", "--seeds", "1", "--threads", "1", "--out", "" + parts))
        .isEqualTo(130);
    assertThat(err.toString())
        .contains(
            "Stopped after 2 of 4 runs; go on with: rpusim reproduce "
                + TinyStudy.file(base)
                + " --quick --seeds 1 --resume");
    Disturbed rest = new Disturbed(Integer.MAX_VALUE, false, new AtomicInteger());
    assertThat(reproduce(rest, "--quick", "--resume", "--out", parts.toString()))
        .as("%s", err)
        .isZero();
    assertThat(rest.runs().get()).isEqualTo(2);
    assertThat(RunFiles.of(parts)).isEqualTo(RunFiles.of(whole));
  }

  @Test
  void aFailingPointIsSaidAndTheRestIsThere() throws IOException {
    Path folder = base.resolve("out");
    Backend failing = disturbedAfter(3, true);
    assertThat(
            reproduce(failing, "--quick", "--threads", "1", "--out", folder.toString(), "--json"))
        .isZero();
    assertThat(err.toString()).contains("Point wide, seed 1 failed. An invented misfit.");
    assertThat(out.toString()).contains("\"reason\" : \"An invented misfit.\"");
    assertThat(Files.readString(folder.resolve("runs.csv"))).contains("exact,1,");
  }

  @Test
  void wrongInputIsAnsweredBeforeAnythingIsMade() throws IOException {
    assertThat(reproduce(undisturbed(), "--resume", "--out", base.resolve("no").toString()))
        .isEqualTo(2);
    assertThat(err.toString()).contains("There is no study to go on with in ");
    assertThat(reproduce(undisturbed(), "--seeds", "0")).isEqualTo(2);
    assertThat(err.toString())
        .contains("--seeds is 0, but must be 1 or more.\nMaybe leave it out.");
    assertThat(reproduce(undisturbed(), "--out", base.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("exists already; a run never writes over another one.");
    assertThat(base.resolve("no")).doesNotExist();
  }

  @Test
  void withoutANameTheStudiesAreListedWithTheirTime() {
    Cli cli = new Cli(new PrintWriter(out), new PrintWriter(err), undisturbed());
    assertThat(cli.execute("reproduce")).isZero();
    assertThat(out.toString())
        .containsPattern("gokmen2016-fig3 +\\d.* min +\\d+ min +perceptron on MNIST")
        .contains("gokmen2016-baseline", "gokmen2017-ladder", "gokmen2017-sensitivity");
  }
}
