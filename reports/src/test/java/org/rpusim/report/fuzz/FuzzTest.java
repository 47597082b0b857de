package org.rpusim.report.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.config.YamlReader;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Workers;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.chip.spec.ChipSpec;
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
import org.rpusim.workload.spec.WorkloadReader;
import org.rpusim.workload.state.LayerWeights;
import org.rpusim.workload.state.NetworkWeights;
import org.rpusim.workload.state.WeightsFile;

/** Damaged chips, workloads, tables, data, weights and checkpoints. */
class FuzzTest {
  private static final String SMALL =
      """
      workload:
        kind: training
        data: digits
        inputs: 6
        epochs: 1
        layers: [{units: 3, activation: softmax}]
      """;

  @TempDir Path folder = Path.of("");

  private Fuzzer of(String name, String text) {
    return Fuzzer.of(folder.resolve(name), text.getBytes(UTF_8));
  }

  @Test
  void chipFiles() throws IOException {
    String resolved = ChipPresets.load("gokmen2016-design2", Overrides.NONE).resolution().yaml();
    of("chip.yaml", resolved).read(10, file -> ChipPresets.load(file.toString(), Overrides.NONE));
  }

  @Test
  void shortChipFiles() throws IOException {
    String text =
        """
        extends: gokmen2016-design2
        chip: {tiles: 4}
        tile:
          rows: 64
          readTime: 80 ns
        device: {preset: rpu-baseline, weightBound: 0.6}
        adc: {bits: 9}
        """;
    of("chip.yaml", text).read(10, file -> ChipPresets.load(file.toString(), Overrides.NONE));
  }

  @Test
  void workloadFiles() throws IOException {
    String resolved = WorkloadPresets.load("cnn-digits", Overrides.NONE).resolution().yaml();
    of("workload.yaml", resolved)
        .read(15, file -> WorkloadPresets.load(file.toString(), Overrides.NONE));
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
    of("table.csv", table.toString())
        .read(8, file -> ChipPresets.load(chip.toString(), Overrides.NONE));
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
    Fuzzer.Reader reader = file -> DataSets.load(spec, folder, notice -> {});
    Fuzzer.of(folder.resolve("train-labels-idx1-ubyte"), labels).read(5, reader);
    Fuzzer.of(folder.resolve("train-images-idx3-ubyte"), images).read(12, reader);
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
    Fuzzer.ofSealed(folder.resolve("weights.bin"), Files.readAllBytes(good))
        .read(10, WeightsFile::read);
  }

  @Test
  void checkpoints() throws IOException {
    byte[] inputs = new byte[6 * 20];
    byte[] labels = new byte[20];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = (byte) (i * 37);
      labels[i % 20] = (byte) (i % 3);
    }
    byte[] two = new byte[2];
    DataSet data = new DataSet("digits", 6, 3, inputs, labels, new byte[12], two, 1f / 255);
    TrainingSpec spec =
        (TrainingSpec)
            WorkloadReader.read(YamlReader.read("a test", SMALL), "small", ImmutableSet.of())
                .spec();
    ChipSpec chip = ChipPresets.load("gokmen2016-design2", Overrides.parse(List.of())).spec();
    Path good = folder.resolve("good");
    run(chip, spec, data, plan(good, false));
    Fuzzer.ofSealed(folder.resolve("checkpoint"), Files.readAllBytes(good))
        .read(5, file -> run(chip, spec, data, plan(file, true)));
  }

  private static Course plan(Path file, boolean resume) {
    CheckpointInterval every =
        new CheckpointInterval(resume ? Long.MAX_VALUE : 18, /* epochs= */ false);
    return new Course(
        null, false, null, new CheckpointPlan(file, ImmutableList.of("seed: 1"), every, resume));
  }

  private static void run(ChipSpec chip, TrainingSpec spec, DataSet data, Course course) {
    RunOptions options = new RunOptions(1, Kernels.of("scalar"), Workers.NONE, true, null, course);
    try {
      Simulator.run(chip, spec, data, options, RunListener.NONE);
    } catch (UncheckedIOException e) {
      throw new AssertionError(e);
    }
  }
}
