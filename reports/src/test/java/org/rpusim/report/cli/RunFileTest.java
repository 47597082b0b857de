package org.rpusim.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpusim.report.cli.FakeBackend.Behaviour;

/** A run's own configuration, given back. */
final class RunFileTest {
  @TempDir Path base = Path.of("");
  private final FakeBackend backend = new FakeBackend(Behaviour.SUCCEED, true);
  private final StringWriter err = new StringWriter();
  private Path config = Path.of("");

  @BeforeEach
  void aRun() {
    Path first = base.resolve("a");
    List<String> options = List.of("--chip", "gokmen2016-design3", "--seed", "7");
    assertThat(run("mlp-digits", first, options)).isZero();
    config = first.resolve("config.yaml");
  }

  @Test
  void isRunOnItsChipWithItsSeed() throws IOException {
    Path second = base.resolve("b");
    assertThat(run(config.toString(), second, List.of())).isZero();
    assertThat(backend.requests.getLast().chip().name()).isEqualTo("gokmen2016-design3");
    assertThat(backend.requests.getLast().seed()).isEqualTo(7);
    assertThat(second.resolve("config.yaml")).hasSameTextualContentAs(config);
  }

  @Test
  void optionsWinOverIt() {
    Path second = base.resolve("b");
    List<String> options = List.of("--chip", "gokmen2016-design1", "--seed", "8");
    assertThat(run(config.toString(), second, options)).isZero();
    assertThat(backend.requests.getLast().chip().name()).isEqualTo("gokmen2016-design1");
    assertThat(backend.requests.getLast().seed()).isEqualTo(8);
  }

  @Test
  void aFileByHandMayExtendAChipBesideItsWorkload() throws IOException {
    String workload = Files.readString(config).replaceFirst("(?s)^.*?(?=workload:)", "");
    Path file = base.resolve("mine.yaml");
    Files.writeString(file, "extends: gokmen2016-design3\nadc: {bits: 7}\n" + workload);
    assertThat(run(file.toString(), base.resolve("b"), List.of())).as("%s", err).isZero();
    assertThat(backend.requests.getLast().chip().tiles()).isEqualTo(100);
    assertThat(backend.requests.getLast().chip().adc().bits()).isEqualTo(7);
  }

  @Test
  void noGroupOfAChipIsPassedOver() throws IOException {
    String workload = Files.readString(config).replaceFirst("(?s)^.*?(?=workload:)", "");
    Path file = base.resolve("mine.yaml");
    for (String group : List.of("device: {kind: ideal}", "update: {bitLength: 1}", "memory: {}")) {
      Files.writeString(file, group + "\n" + workload);
      assertThat(run(file.toString(), base.resolve("b"), List.of())).as(group).isEqualTo(2);
      assertThat(err.toString()).contains("chip.tiles is missing");
    }
  }

  @Test
  void otherDataThanItsOwnAreRefused() throws IOException {
    change("dataSha256: .*", "dataSha256: 0123");
    assertThat(run(config.toString(), base.resolve("b"), List.of())).isEqualTo(2);
    assertThat(err.toString())
        .startsWith(config + ":")
        .contains(": run.dataSha256 is 0123, but must be that of the data that are read, ")
        .contains("\nMaybe give the run's own data with --data or --text; ");
    assertThat(base.resolve("b")).doesNotExist();
  }

  @Test
  void savedWeightsThatItBeganWithMustBeGiven() throws IOException {
    change("dataSha256", "weightsSha256");
    assertThat(run(config.toString(), base.resolve("b"), List.of())).isEqualTo(2);
    assertThat(err.toString())
        .contains(": run.weightsSha256 is ", "must be that of the file of --weights, which is not");
    Path weights = Files.writeString(base.resolve("w.bin"), "others");
    assertThat(run(config.toString(), base.resolve("c"), List.of("--weights", weights.toString())))
        .isEqualTo(2);
    assertThat(err.toString()).contains("but must be that of " + weights + ", ");
  }

  @Test
  void itsTargetIsTaken() throws IOException {
    change("  version: .*", "  untilErrorPercent: 3");
    assertThat(run(config.toString(), base.resolve("b"), List.of())).isZero();
    assertThat(base.resolve("b/config.yaml")).content().contains("  untilErrorPercent: 3.0\n");
    assertThat(run(config.toString(), base.resolve("c"), List.of("--until-error", "4"))).isZero();
    assertThat(base.resolve("c/config.yaml")).content().contains("  untilErrorPercent: 4.0\n");
  }

  @Test
  void anInferenceStaysOne() throws IOException {
    change("  version: .*", "  inference: true");
    assertThat(run(config.toString(), base.resolve("b"), List.of())).isEqualTo(2);
    assertThat(err.toString()).contains("run.inference of the file needs saved weights.");
  }

  @Test
  void anotherVersionIsSaid() throws IOException {
    change("version: .*", "version: 0.0.1");
    assertThat(run(config.toString(), base.resolve("b"), List.of())).isZero();
    assertThat(err.toString()).startsWith("The file is of rpusim 0.0.1, this is ");
  }

  @Test
  void unknownKeysAndWrongValuesAreRefused() throws IOException {
    change("version: .*", "sed: 1");
    assertThat(run(config.toString(), base.resolve("b"), List.of())).isEqualTo(2);
    assertThat(err.toString()).contains("run.sed is no key; run has seed, ", "Maybe run.seed ");
    change("seed: 7", "seed: seven");
    assertThat(run(config.toString(), base.resolve("b"), List.of())).isEqualTo(2);
    assertThat(err.toString()).contains("run.seed is seven, but must be a whole number");
  }

  @Test
  void checkLooksAtItToo() throws IOException {
    assertThat(check()).isZero();
    change("seed: 7", "seed: seven");
    assertThat(check()).isEqualTo(2);
    assertThat(err.toString()).contains("run.seed is seven, but must be a whole number");
  }

  private int check() {
    PrintWriter out = new PrintWriter(new StringWriter(), true);
    return new Cli(out, new PrintWriter(err, true), backend).execute("check", config.toString());
  }

  private void change(String pattern, String replacement) throws IOException {
    Files.writeString(config, Files.readString(config).replaceFirst(pattern, replacement));
  }

  private int run(String workload, Path folder, List<String> options) {
    List<String> arguments = new ArrayList<>(List.of("run", workload, "--quiet"));
    arguments.addAll(options);
    arguments.addAll(List.of("--out", folder.toString()));
    PrintWriter out = new PrintWriter(new StringWriter(), true);
    return new Cli(out, new PrintWriter(err, true), backend)
        .execute(arguments.toArray(String[]::new));
  }
}
