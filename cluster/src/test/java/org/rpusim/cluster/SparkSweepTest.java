package org.rpusim.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A sweep on threads of Spark against one without it, each in a process of its own. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class SparkSweepTest {
  private static final List<String> SWEEP =
      List.of(
          "sweep",
          "--quiet",
          "--workload",
          "mlp-digits",
          "--epochs",
          "1",
          "--samples",
          "40",
          "--vary",
          "adc.bits=7,9",
          // Too few lines of all tiles for the network in the first one: this point fails.
          "--vary",
          "chip.tiles=1,40",
          "--vary",
          "workload.timingOnly=true,false",
          "--seeds",
          "2");

  @TempDir Path base = Path.of("");

  private String rpusim(int expectedCode, List<String> arguments, String... more)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String line : Files.readAllLines(Path.of("src/main/jvm/spark.options"))) {
      if (line.startsWith("-")) {
        command.add(line);
      }
    }
    command.addAll(
        List.of(
            "--add-modules=jdk.incubator.vector",
            "-XX:ObjectAlignmentInBytes=64",
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path"),
            "org.rpusim.report.cli.Main"));
    command.addAll(arguments);
    command.addAll(List.of(more));
    Path log = base.resolve("log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    int code = process.waitFor();
    String text = Files.readString(log);
    assertThat(code).as(text).isEqualTo(expectedCode);
    return text;
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        if (!name.equals("wallclock.json") && !name.equals("spark.log")) {
          files.put(name, Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    }
    return files;
  }

  @Test
  void aSweepOnSparkWritesTheBytesOfALocalOneAndResumeRunsOnlyWhatIsMissing() throws Exception {
    Path local = base.resolve("local");
    rpusim(0, SWEEP, "--threads", "2", "--out", local.toString());
    Path spark = base.resolve("spark");
    rpusim(0, SWEEP, "--spark", "local[2]", "--out", spark.toString());
    Map<String, String> expected = files(local);
    assertThat(expected).containsKeys("points.csv", "pareto.csv", "report.html");
    assertThat(expected.get("points.csv")).contains(",failed,").contains(",done,");
    assertSame(files(spark), expected);

    Path kept = spark.resolve("points/p000008-seed1.json");
    Object before = Files.getLastModifiedTime(kept);
    Files.delete(spark.resolve("points/p000007-seed2.json"));
    rpusim(0, List.of("sweep", "--quiet", "--resume"), "--spark", "local[2]", "--out", "" + spark);
    assertThat(Files.getLastModifiedTime(kept)).isEqualTo(before);
    assertSame(files(spark), expected);
  }

  private static void assertSame(Map<String, String> actual, Map<String, String> expected) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    expected.forEach((name, bytes) -> assertThat(bytes.equals(actual.get(name))).as(name).isTrue());
  }

  @Test
  void anAddressWhereNothingListensIsOneSentenceAndLeavesNothing() throws Exception {
    Path folder = base.resolve("nowhere");
    String text = rpusim(2, SWEEP, "--spark", "spark://127.0.0.1:1", "--out", folder.toString());
    assertThat(text).contains("Nothing listens at spark://127.0.0.1:1.\nMaybe start a master");
    assertThat(folder).doesNotExist();
    assertThat(rpusim(2, SWEEP, "--spark", "sparkle", "--out", folder.toString()))
        .contains("--spark is sparkle, but must be spark://HOST:PORT, local[N]");
    assertThat(folder).doesNotExist();
  }
}
