package org.rpusim.workload.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Workers;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.data.DataSets;
import org.rpusim.workload.preset.WorkloadPresets;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.run.CheckpointInterval;
import org.rpusim.workload.run.CheckpointPlan;
import org.rpusim.workload.run.Course;
import org.rpusim.workload.run.RunOptions;
import org.rpusim.workload.run.Simulator;
import org.rpusim.workload.spec.TrainingSpec;
import org.rpusim.workload.state.LayerWeights;
import org.rpusim.workload.state.NetworkWeights;
import org.rpusim.workload.state.WeightsFile;

/**
 * Damaged files: each is read, or refused in one sentence, soon and with little memory. With {@code
 * -Drpusim.fuzz=1000000} as many inputs as that, else 10,000.
 */
class FuzzTest {
  private static final int INPUTS = Integer.getInteger("rpusim.fuzz", 10_000);
  private static final long MOST_BYTES = 64L << 20;
  private static final long MOST_NANOS = 20_000_000_000L;
  private static final int SUM_BYTES = 32;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TempDir Path folder = Path.of("");

  /** Reads a file. */
  private interface Reader {
    void read(Path file) throws IOException;
  }

  /** A share of all inputs, in percent. */
  private void fuzz(String name, int percent, byte[] good, boolean sealed, Reader reader)
      throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, good);
    reader.read(file);
    TestCases random = new TestCases(percent + name.length());
    Mutator mutator = new Mutator(random);
    int refused = 0;
    for (int i = 0; i < INPUTS * (long) percent / 100; i++) {
      byte[] bad = mutator.damage(good);
      Files.write(file, sealed && random.between(0, 3) > 0 ? sealed(bad) : bad);
      refused += isRefused(file, bad, reader) ? 1 : 0;
    }
    assertThat(refused).isPositive();
  }

  private static boolean isRefused(Path file, byte[] bad, Reader reader) throws IOException {
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    long nanos = System.nanoTime();
    boolean refused = false;
    try {
      reader.read(file);
    } catch (ConfigException e) {
      refused = true;
      String message = String.valueOf(e.getMessage());
      String[] lines = message.split("\n", -1);
      assertThat(lines[0]).as(message).endsWith(".");
      assertThat(lines.length).as(message).isLessThanOrEqualTo(2);
      assertThat(lines.length == 1 || lines[1].startsWith("Maybe ")).as(message).isTrue();
    } catch (RuntimeException | Error e) {
      throw new AssertionError("crash on " + Arrays.toString(bad), e);
    }
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - bytes)
        .as("memory for %s", file)
        .isLessThan(MOST_BYTES);
    assertThat(System.nanoTime() - nanos).as("time for %s", file).isLessThan(MOST_NANOS);
    return refused;
  }

  /** With the check sum of the damaged content, so that the damage is read. */
  private static byte[] sealed(byte[] bytes) {
    if (bytes.length < SUM_BYTES) {
      return bytes;
    }
    int end = bytes.length - SUM_BYTES;
    byte[] sum = Hashing.sha256().hashBytes(bytes, 0, end).asBytes();
    return ByteBuffer.wrap(bytes.clone()).position(end).put(sum).array();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void chipFiles() throws IOException {
    String resolved = ChipPresets.load("gokmen2016-design2", Overrides.NONE).resolution().yaml();
    fuzz(
        "chip.yaml",
        25,
        utf8(resolved),
        false,
        file -> ChipPresets.load(file.toString(), Overrides.NONE));
  }

  @Test
  void workloadFiles() throws IOException {
    String resolved = WorkloadPresets.load("cnn-digits", Overrides.NONE).resolution().yaml();
    fuzz(
        "workload.yaml",
        20,
        utf8(resolved),
        false,
        file -> WorkloadPresets.load(file.toString(), Overrides.NONE));
  }

  @Test
  void tablesOfMeasuredDevices() throws IOException {
    StringBuilder table = new StringBuilder("trace,direction,pulse,conductance\n");
    for (int pulse = 0; pulse < 12; pulse++) {
      table.append("a,up,").append(pulse).append(',').append(pulse * 0.1).append('\n');
    }
    for (int pulse = 0; pulse < 12; pulse++) {
      table.append("a,down,").append(pulse).append(',').append(1.1 - pulse * 0.1).append('\n');
    }
    Path chip = folder.resolve("measured.yaml");
    Files.writeString(
        chip,
        "extends: gokmen2016-design2\ndevice:\n  kind: measured\n  table: "
            + folder.resolve("table.csv")
            + "\n");
    fuzz(
        "table.csv",
        15,
        utf8(table.toString()),
        false,
        file -> ChipPresets.load(chip.toString(), Overrides.NONE));
  }

  @Test
  void idxFiles() throws IOException {
    byte[] images = new byte[16 + 2 * 64];
    ByteBuffer.wrap(images).putInt(0x0803).putInt(2).putInt(8).putInt(8);
    byte[] labels = new byte[8 + 2];
    ByteBuffer.wrap(labels).putInt(0x0801).putInt(2);
    for (String set : new String[] {"train", "t10k"}) {
      Files.write(folder.resolve(set + "-images-idx3-ubyte"), images);
      Files.write(folder.resolve(set + "-labels-idx1-ubyte"), labels);
    }
    TrainingSpec spec = (TrainingSpec) WorkloadPresets.load("mlp-digits", Overrides.NONE).spec();
    Reader reader = file -> DataSets.load(spec, folder, notice -> {});
    Files.write(folder.resolve("train-labels-idx1-ubyte"), labels);
    fuzz("train-labels-idx1-ubyte", 5, labels, false, reader);
    Files.write(folder.resolve("train-labels-idx1-ubyte"), labels);
    fuzz("train-images-idx3-ubyte", 10, images, false, reader);
  }

  @Test
  void weightsFiles() throws IOException {
    Path good = folder.resolve("good");
    WeightsFile.write(
        good,
        new NetworkWeights(
            ImmutableList.of(
                new LayerWeights("W1", 2, 3, 2, new float[12]),
                new LayerWeights("W2", 1, 3, 1, new float[] {1, 2, 3}))));
    fuzz("weights.bin", 15, Files.readAllBytes(good), true, WeightsFile::read);
  }

  @Test
  void checkpoints() throws IOException {
    DataSet data = TestCases.data(6, 3, 20, 2);
    TrainingSpec spec = TestCases.workload(1, 20, 0.05, 6, 3);
    Course begin = new Course(null, false, null, plan(folder.resolve("good"), false));
    run(spec, data, begin);
    fuzz(
        "checkpoint",
        10,
        Files.readAllBytes(folder.resolve("good")),
        true,
        file -> run(spec, data, new Course(null, false, null, plan(file, true))));
  }

  private static CheckpointPlan plan(Path file, boolean resume) {
    CheckpointInterval every =
        new CheckpointInterval(resume ? Long.MAX_VALUE : 18, /* epochs= */ false);
    return new CheckpointPlan(file, ImmutableList.of("seed: 1"), every, resume);
  }

  private static void run(TrainingSpec spec, DataSet data, Course course) {
    RunOptions options = new RunOptions(1, Kernels.of("scalar"), Workers.NONE, true, null, course);
    try {
      Simulator.run(TestCases.chip(), spec, data, options, RunListener.NONE);
    } catch (UncheckedIOException e) {
      throw new AssertionError(e);
    }
  }
}
