package org.rpusim.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpusim.core.random.RandomStream;
import org.rpusim.core.random.StreamKey;

/**
 * A run or a sweep that is killed at random moments (SIGKILL) and resumed leaves the files of one
 * that was not. With {@code -Drpusim.kills=50} as often as that.
 */
final class KillTest {
  private static final int KILLS = Integer.getInteger("rpusim.kills", 3);
  private static final long PATIENCE_SECONDS = 300;

  @TempDir Path base = Path.of("");

  private Process start(List<String> command, Path folder, String... more) throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    line.addAll(command);
    line.addAll(List.of("--quiet", "--out", folder.toString()));
    line.addAll(List.of(more));
    return new ProcessBuilder(line)
        .redirectOutput(base.resolve("out").toFile())
        .redirectError(base.resolve("err").toFile())
        .start();
  }

  private void finish(Process process) throws IOException, InterruptedException {
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(base.resolve("err"))).isZero();
  }

  /**
   * Kills a command at random moments and has it go on.
   *
   * @param begun whether there is anything in a folder to go on with
   */
  private void kill(List<String> command, Predicate<Path> begun, String... expectedFiles)
      throws IOException, InterruptedException {
    Path whole = base.resolve("whole");
    long start = System.nanoTime();
    finish(start(command, whole));
    long nanos = System.nanoTime() - start;
    Map<String, String> expected = RunFiles.of(whole);
    assertThat(expected).containsKeys(expectedFiles);
    RandomStream random = new RandomStream(StreamKey.base(9, 0, 0, 0, 0));
    for (int kill = 0; kill < KILLS; kill++) {
      Path folder = base.resolve("run" + kill);
      Process killed = start(command, folder);
      killed.waitFor((long) (nanos * (random.nextInt(1000) / 1000.0)), TimeUnit.NANOSECONDS);
      killed.destroyForcibly().waitFor();
      finish(begun.test(folder) ? start(command, folder, "--resume") : start(command, folder));
      Map<String, String> actual = RunFiles.of(folder);
      assertThat(actual.keySet()).isEqualTo(expected.keySet());
      expected.forEach(
          (name, bytes) -> assertThat(bytes.equals(actual.get(name))).as(name).isTrue());
      assertThat(base.resolve("run" + kill + ".checkpoint")).doesNotExist();
      assertThat(base.resolve("run" + kill + ".checkpoint.lock")).doesNotExist();
    }
  }

  @Test
  void aKilledAndResumedRunLeavesTheSameBytes() throws IOException, InterruptedException {
    List<String> run =
        List.of(
            "run",
            "mlp-digits",
            "--kernels=scalar",
            "--epochs=3",
            "--samples=300",
            "--checkpoint-every=130");
    kill(run, folder -> true, "weights.bin", "metrics.json", "epochs.csv");
  }

  @Test
  void aKilledAndResumedSweepLeavesTheSameBytes() throws IOException, InterruptedException {
    List<String> sweep =
        List.of(
            "sweep",
            "--workload=mlp-digits",
            "--vary=adc.bits=6,8",
            "--vary=dac.bits=5,7",
            "--seeds=2",
            "--epochs=1",
            "--samples=100",
            "--threads=2");
    String[] files = {"points.csv", "pareto.csv", "report.html", "points/p000004-seed2.json"};
    kill(sweep, Files::exists, files);
  }
}
