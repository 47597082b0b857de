package org.rpusim.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpusim.report.cli.FakeBackend.Behaviour;

final class CliTest {
  @TempDir Path base = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aRunWritesItsFolderAndEndsWithATable() {
    Path folder = base.resolve("out");
    assertThat(run(Behaviour.SUCCEED, "run", "mlp-digits", "--out", folder.toString())).isZero();
    assertThat(out.toString())
        .startsWith("mlp-digits on gokmen2016-design2, seed 1\n")
        .contains("  test error        2.21 %\n", "run folder        " + folder)
        .contains("The tiles mostly waited for operands ");
    assertThat(err.toString()).isEmpty();
    assertThat(folder.resolve("metrics.json")).content().contains("\"complete\" : true");
  }

  @Test
  void jsonPrintsExactlyTheFile() throws IOException {
    Path folder = base.resolve("out");
    run(Behaviour.SUCCEED, "run", "mlp-digits", "--json", "--out", folder.toString());
    assertThat(out.toString()).isEqualTo(Files.readString(folder.resolve("metrics.json")));
  }

  @Test
  void optionsReachTheRunAndItsConfiguration() {
    Path folder = base.resolve("out");
    FakeBackend backend = new FakeBackend(Behaviour.SUCCEED, true);
    String[] arguments = {
      "run", "mlp-digits", "--set", "tile.rows=128", "workload.readsPerTile=1", "--seed", "7"
    };
    int code = run(backend, arguments);
    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).startsWith("--set workload.readsPerTile is no key; workload has ");
    code =
        run(
            backend,
            "run",
            "mlp-digits",
            "--set",
            "tile.rows=128",
            "tile.columns=256",
            "--seed",
            "7",
            "--epochs",
            "3",
            "--samples",
            "50",
            "--kernels",
            "scalar",
            "--threads",
            "2",
            "--out",
            folder.toString());
    assertThat(code).isZero();
    RunRequest request = backend.requests.getFirst();
    assertThat(request.chip().tile().rows()).isEqualTo(128);
    assertThat(request.chip().tile().columns()).isEqualTo(256);
    assertThat(request.seed()).isEqualTo(7);
    assertThat(request.threads()).isEqualTo(2);
    assertThat(request.kernels()).isEqualTo("scalar");
    assertThat(folder.resolve("config.yaml"))
        .content()
        .contains("  rows: 128\n", "  epochs: 3\n", "  samples: 50\n", "run:\n  seed: 7\n")
        .doesNotContain("threads", "kernels");
    assertThat(folder.resolve("wallclock.json"))
        .content()
        .contains("\"threads\" : 2", "\"kernels\" : \"scalar\"");
  }

  @Test
  void helpOfACommandIsPrinted() {
    assertThat(run(Behaviour.SUCCEED, "help", "run")).isZero();
    assertThat(out.toString()).startsWith("Usage: rpusim run ");
    assertThat(run(Behaviour.SUCCEED, "help")).isZero();
    assertThat(out.toString()).contains("Usage: rpusim [-hV] COMMAND");
  }

  @Test
  void aDataSetIsShown() {
    assertThat(run(Behaviour.SUCCEED, "show", "digits")).isZero();
    assertThat(out)
        .hasToString(
            """
            data set   digits
            samples    1,438 to train, 359 to test
            inputs     8 x 8 pixels: workload.inputs is 64 or 1 x 8 x 8
            classes    10
            source     Optical Recognition of Handwritten Digits, E. Alpaydin and C. Kaynak (1998), \
            UCI Machine Learning Repository: its test set
            licence    CC BY 4.0
            kept in    rpusim itself, always there
            workloads  mlp-digits, cnn-digits
            """);
    assertThat(run(Behaviour.SUCCEED, "show", "mnist", "--figures")).isEqualTo(2);
    assertThat(err.toString()).startsWith("mnist is a data set; figures follow from a chip alone.");
  }

  @Test
  void withoutMnistTheDigitsAreTrainedAndItIsSaid() {
    Path folder = base.resolve("out");
    FakeBackend backend = new FakeBackend(Behaviour.SUCCEED, false);
    assertThat(run(backend, "run", "mlp-mnist", "--out", folder.toString())).isZero();
    assertThat(err.toString())
        .isEqualTo(
            "MNIST cannot be had: there is no network."
                + " Going on with the embedded digits: mlp-digits.\n");
    assertThat(out.toString()).startsWith("mlp-digits on gokmen2016-design2");
    assertThat(folder.resolve("metrics.json")).content().contains("\"fallback\" : true");
    assertThat(folder.resolve("config.yaml")).content().contains("name: mlp-digits");
  }

  @Test
  void withoutMnistAllDigitsAreTrainedWhereMoreSamplesAreWanted() {
    Path folder = base.resolve("out");
    FakeBackend backend = new FakeBackend(Behaviour.SUCCEED, false);
    String[] run = {"run", "mlp-mnist", "--samples", "5000", "--out", folder.toString()};
    assertThat(run(backend, run)).isZero();
    assertThat(err.toString()).endsWith("mlp-digits, all of them, as there are fewer.\n");
    assertThat(folder.resolve("config.yaml")).content().contains("samples: all");
  }

  @Test
  void aStoppedRunEndsWith130AndAMarkedFolder() {
    Path folder = base.resolve("out");
    assertThat(run(Behaviour.BE_STOPPED, "run", "mlp-digits", "--out", folder.toString()))
        .isEqualTo(130);
    assertThat(err.toString())
        .isEqualTo(
            "Stopped before the end; what was done is in " + folder + ", marked incomplete.\n");
    assertThat(folder.resolve("metrics.json")).content().contains("\"complete\" : false");
  }

  @Test
  void whatNeedsMoreMemoryThanThereIsIsNoDefect() {
    Path folder = base.resolve("out");
    assertThat(run(Behaviour.FILL_MEMORY, "run", "mlp-digits", "--out", folder.toString()))
        .isEqualTo(2);
    assertThat(err.toString())
        .matches(
            "(?s)This needs more memory than the [0-9.]+ GB that Java may take.\\R"
                + "Maybe a smaller network.*-Xmx32g.\\R");
    assertThat(base).isEmptyDirectory();
  }

  @Test
  void whatDoesNotFitIsWrongInputAndLeavesNothing() {
    Path folder = base.resolve("out");
    assertThat(run(Behaviour.NOT_FIT, "run", "mlp-digits", "--out", folder.toString()))
        .isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo(
            "The network needs 3 tiles, but the chip has 1.\nMaybe rpusim run --help helps.\n");
    assertThat(base).isEmptyDirectory();
  }

  @Test
  void aDefectSaysWhatToReport() {
    Path folder = base.resolve("out");
    assertThat(run(Behaviour.FAIL, "run", "mlp-digits", "--out", folder.toString())).isEqualTo(1);
    assertThat(err.toString())
        .startsWith(
            "This is a defect of rpusim, not of your input:"
                + " java.lang.IllegalStateException: an invented defect.\n"
                + "Please report it with these lines:\n"
                + "  command: rpusim run mlp-digits --out ");
    assertThat(base).isEmptyDirectory();
  }

  private int run(Behaviour behaviour, String... arguments) {
    return run(new FakeBackend(behaviour, true), arguments);
  }

  private int run(FakeBackend backend, String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return new Cli(new PrintWriter(out), new PrintWriter(err), backend).execute(arguments);
  }
}
