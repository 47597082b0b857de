package org.rpusim.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpusim.report.study.TinyStudy;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.data.DataUnavailableException;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.spec.TrainingSpec;

/** {@code reproduce all}, of a study of chips and of one of the embedded digits. */
final class ReproduceAllTest {
  private static final Backend SIMULATOR = new SimulatorBackend();

  /** The simulator without a data set, or that asks for a stop. */
  private record Hindered(boolean stop) implements Backend {
    @Override
    public DataSet data(TrainingSpec workload, @Nullable Path folder, Consumer<String> notice) {
      if (!stop) {
        throw new DataUnavailableException("The digits are on holiday.");
      }
      return SIMULATOR.data(workload, folder, notice);
    }

    @Override
    public String kernels(@Nullable String wanted) {
      return SIMULATOR.kernels("scalar");
    }

    @Override
    public RunResult run(RunRequest request, RunListener listener) {
      RunListener stopping =
          new RunListener() {
            @Override
            public boolean stopRequested() {
              return stop;
            }
          };
      return SIMULATOR.run(request, stopping);
    }
  }

  @TempDir Path base = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int cli(Backend backend, String... arguments) {
    return new Cli(new PrintWriter(out), new PrintWriter(err), backend).execute(arguments);
  }

  private int all(Backend backend, Path folder, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("reproduce", "all", "--quick", "--quiet"));
    arguments.addAll(List.of("--threads", "1", "--out", folder.toString(), "--only"));
    arguments.add("gokmen2016-designs," + TinyStudy.file(base));
    arguments.addAll(List.of(more));
    return cli(backend, arguments.toArray(String[]::new));
  }

  @Test
  void allStudiesAreInOneReportThatCanBeWrittenAgain() throws IOException {
    Path folder = base.resolve("all");
    assertThat(all(SIMULATOR, folder)).as("%s", err).isZero();
    String document = Files.readString(folder.resolve("reproduction.md"));
    assertThat(document)
        .contains("commit ", "| `gokmen2016-designs` |", "| 22 agree |", "## tiny")
        .contains("| peak throughput | 20.97 POps/s | 20.97 POps/s ± 3.0 % | derived |")
        .contains("≥ -100 to floating point | derived |", "Left out: unknown.");
    String page = Files.readString(folder.resolve("report.html"));
    assertThat(page).contains("<h2 id=\"gokmen2016-designs\">", "data:image/svg+xml;base64,");
    assertThat(Files.readAllLines(folder.resolve("comparison.csv"))).hasSize(1 + 22 + 4);

    Files.delete(folder.resolve("reproduction.md"));
    Files.delete(folder.resolve("report.html"));
    assertThat(cli(SIMULATOR, "report", folder.toString())).isZero();
    assertThat(Files.readString(folder.resolve("reproduction.md"))).isEqualTo(document);
    assertThat(Files.readString(folder.resolve("report.html"))).isEqualTo(page);

    Files.delete(folder.resolve("tiny/report.html"));
    assertThat(cli(SIMULATOR, "report", folder.resolve("tiny").toString())).isZero();
    assertThat(Files.readString(folder.resolve("tiny/report.html"))).contains("<title>tiny");
  }

  @Test
  void whatWasStoppedGoesOnAndNamesWhatIsNotRun() throws IOException {
    Path folder = base.resolve("all");
    assertThat(all(new Hindered(true), folder)).isEqualTo(130);
    assertThat(err.toString()).contains("--resume --out " + folder);
    assertThat(out.toString()).contains("not run");
    assertThat(all(SIMULATOR, folder, "--resume")).as("%s", err).isZero();
    assertThat(Files.readString(folder.resolve("reproduction.md")))
        .contains("22 agree")
        .doesNotContain("not run");
  }

  @Test
  void aStudyWithoutItsDataIsNamedAndTheRestIsThere() throws IOException {
    Path folder = base.resolve("all");
    assertThat(all(new Hindered(false), folder)).isZero();
    assertThat(err.toString()).contains("tiny cannot be run. The digits are on holiday.");
    assertThat(Files.readString(folder.resolve("reproduction.md")))
        .contains("22 agree", "| The digits are on holiday. |");
  }

  @Test
  void wrongInputIsAnsweredBeforeAnythingIsMade() throws IOException {
    Path folder = base.resolve("all");
    assertThat(all(SIMULATOR, folder, "--seeds", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("--seeds is 0, but must be 1 or more.");
    assertThat(all(SIMULATOR, folder, "--resume")).isEqualTo(2);
    assertThat(err.toString()).contains("There is no reproduction to go on with in");
    assertThat(folder).doesNotExist();
  }
}
