package org.rpusim.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpusim.report.cli.FakeBackend.Behaviour;

final class MapCommandTest {
  @TempDir Path base = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    FakeBackend backend = new FakeBackend(Behaviour.FAIL, false);
    return new Cli(new PrintWriter(out), new PrintWriter(err), backend).execute(arguments);
  }

  @Test
  void aMapSaysWhatLiesWhereAndDrawsIt() throws IOException {
    Path folder = base.resolve("map");
    String[] command = {
      "map", "cnn-mnist", "--chip", "gokmen2017-bimodal", "--out", folder.toString()
    };
    assertThat(run(command)).isZero();
    assertThat(out.toString())
        .startsWith("cnn-mnist on gokmen2017-bimodal\n")
        .containsPattern("K2 +32 x 401 +64 +1 small +0.64 µs")
        .containsPattern("W3 +128 x 513 +1 +1 large +0.08 µs +2 small +0.01 µs")
        .contains("large tiles of 4096 x 4096  1 of 24 in use", "floor plan and map.json in");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("floor-plan.png", "floor-plan.svg", "map.json");
    }
    assertThat(Files.readString(folder.resolve("floor-plan.svg")))
        .contains("What lies where: cnn-mnist on gokmen2017-bimodal", "K1");
  }

  @Test
  void theJsonHasTrafficAndPlacesAndIsTheSameEveryTime() throws IOException {
    String[] command = {
      "map",
      "mlp-digits",
      "--json",
      "--out",
      base.resolve("a").toString(),
      "--set",
      "workload.mapping.objective=fewest-tiles"
    };
    assertThat(run(command)).isZero();
    assertThat(out.toString())
        .isEqualTo(Files.readString(base.resolve("a/map.json")))
        .contains("\"tilesInUse\" : 1", "\"tileColumn\" : ", "\"linkBits\" : ");
    byte[] picture = Files.readAllBytes(base.resolve("a/floor-plan.svg"));
    assertThat(run(command)).isZero();
    assertThat(Files.readAllBytes(base.resolve("a/floor-plan.svg"))).isEqualTo(picture);
  }

  @Test
  void theMapperCutsTheSecondKernelOfAlexNetOverFiveSmallArraysForSpeed() {
    String folder = base.resolve("alexnet").toString();
    assertThat(run("map", "alexnet", "--chip", "gokmen2017-bimodal", "--out", folder)).isZero();
    assertThat(out.toString())
        .containsPattern("K1 +96 x 363 +3,025 +1 small +30.25 µs")
        .containsPattern("K2 +256 x 2400 +729 +1 large +58.32 µs +5 small +7.29 µs");
  }

  @Test
  void aLanguageModelWithoutItsTextHasNoMap() {
    assertThat(run("map", "lstm2-64")).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(err.toString()).startsWith("lstm2-64 has as many inputs as its text has symbols");
  }

  @Test
  void whatHasNoNetworkHasNoMap() {
    assertThat(run("map", "stream-reads")).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(err.toString())
        .isEqualTo(
            """
            stream-reads has no network whose matrices could be placed.
            Maybe mlp-mnist is meant.
            """);
  }
}
