package org.rpusim.workload.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Workers;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.spec.TrainingSpec;

/** A training that was broken off and resumed ends as one that was not, to the last bit. */
class CheckpointTest {
  private static final DataSet DATA = TestCases.data(36, 4, 70, 9);
  private static final ImmutableList<String> IDENTITY = ImmutableList.of("seed: 5", "a: b");
  private static final String PERCEPTRON =
      """
      layers:
        - {units: 12, activation: sigmoid}
        - {units: 4, activation: softmax}
      """;
  private static final String CONVOLUTIONS =
      """
      layers:
        - {kind: convolution, channels: 3, kernel: 3, devicesPerWeight: 2}
        - {kind: max-pooling, kernel: 2}
        - {units: 8, activation: tanh}
        - {units: 4, activation: softmax}
      """;

  @TempDir Path folder = Path.of("");

  private static TrainingSpec spec(String layers, String more) {
    String keys = "epochs: 3\nlearningRate: 0.05\ninputs: 1 x 6 x 6\n" + more + layers;
    return (TrainingSpec) TestCases.read("kind: training\ndata: digits\n" + keys);
  }

  private Course course(String every, boolean resume) {
    return new Course(
        null,
        false,
        null,
        new CheckpointPlan(folder.resolve("c"), IDENTITY, CheckpointInterval.parse(every), resume));
  }

  private static RunResult run(
      ChipSpec chip, TrainingSpec spec, Course course, boolean fastForward, RunListener listener) {
    RunOptions options =
        new RunOptions(5, Kernels.of("scalar"), Workers.NONE, fastForward, null, course);
    return Simulator.run(chip, spec, DATA, options, listener);
  }

  private void breakOffAndResume(ChipSpec chip, TrainingSpec spec, String every, boolean fast)
      throws IOException {
    RunResult whole = run(chip, spec, Course.WHOLE, fast, RunListener.NONE);
    Files.deleteIfExists(folder.resolve("c"));
    BrokenOff.assertSame(run(chip, spec, course(every, false), fast, RunListener.NONE), whole);
    for (long units : new long[] {128, 192}) { // 64 and a multiple are when a listener is asked
      Files.deleteIfExists(folder.resolve("c"));
      assertThatThrownBy(
              () -> run(chip, spec, course(every, false), fast, new BrokenOff.Killer(units)))
          .isInstanceOf(CancellationException.class);
      assertThat(folder.resolve("c")).exists();
      BrokenOff.assertSame(run(chip, spec, course(every, true), fast, RunListener.NONE), whole);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "50 samples", "1 epoch"})
  void aPerceptronGoesOnAsIfNothingHadHappened(String every) throws IOException {
    breakOffAndResume(TestCases.chip(), spec(PERCEPTRON, ""), every, true);
    breakOffAndResume(TestCases.chip(), spec(PERCEPTRON, ""), every, false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "device.kind=differential-pair device.refreshUpdates=20",
        "device.halfSelect=0.01 device.decayPerUpdate=1e-4 device.diffusionPerUpdate=1e-4",
        "management.noiseForward=running-average management.noiseBackward=running-average",
        "adc.outputBound=0.3 management.boundForward=iterative",
        "device.preset=floating-point",
        "device.preset=ideal",
        "digital.sharing=shared tile.rows=8 tile.columns=16"
      })
  void everyKindOfStateIsKept(String settings) throws IOException {
    ChipSpec chip = TestCases.chip(settings.split(" ", -1));
    breakOffAndResume(chip, spec(PERCEPTRON, ""), "29", true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"19", "1 epoch"})
  void soDoConvolutionsAndBatches(String every) throws IOException {
    breakOffAndResume(TestCases.chip(), spec(CONVOLUTIONS, ""), every, true);
    breakOffAndResume(TestCases.chip(), spec(CONVOLUTIONS, "batch: 4\n"), every, true);
    breakOffAndResume(TestCases.chip(), spec(PERCEPTRON, "batch: 4\n"), every, true);
  }

  @Test
  void aStopBetweenSamplesIsACheckpointToo() {
    TrainingSpec spec = spec(PERCEPTRON, "");
    RunResult whole = run(TestCases.chip(), spec, Course.WHOLE, true, RunListener.NONE);
    RunListener stopper =
        new RunListener() {
          @Override
          public boolean stopRequested() {
            return true;
          }
        };
    RunResult stopped = run(TestCases.chip(), spec, course("1000000", false), true, stopper);
    assertThat(stopped.complete()).isFalse();
    BrokenOff.assertSame(
        run(TestCases.chip(), spec, course("1000000", true), true, RunListener.NONE), whole);
  }

  @Test
  void aCheckpointOfAnotherConfigurationIsRefusedWithTheFirstDifference() {
    TrainingSpec spec = spec(PERCEPTRON, "");
    run(TestCases.chip(), spec, course("50", false), true, RunListener.NONE);
    CheckpointPlan other =
        new CheckpointPlan(
            folder.resolve("c"),
            ImmutableList.of("seed: 6", "a: b"),
            CheckpointInterval.parse("50"),
            true);
    Course course = new Course(null, false, null, other);
    assertThatThrownBy(() -> run(TestCases.chip(), spec, course, true, RunListener.NONE))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("it has \"seed: 5\" where this run has \"seed: 6\"")
        .hasMessageContaining("\nMaybe ");
  }

  /** Every byte of a checkpoint counts: none may change unnoticed. */
  @Test
  void aDamagedCheckpointIsRefused() throws IOException {
    TrainingSpec spec = spec(PERCEPTRON, "");
    run(TestCases.chip(), spec, course("50", false), true, RunListener.NONE);
    byte[] good = Files.readAllBytes(folder.resolve("c"));
    TestCases random = new TestCases(1);
    for (int i = 0; i < 50; i++) {
      byte[] bad = i % 2 == 0 ? good.clone() : Arrays.copyOf(good, random.between(0, good.length));
      if (i % 2 == 0) {
        bad[random.between(0, good.length - 1)] ^= (byte) random.between(1, 255);
      } else if (bad.length == good.length) {
        continue;
      }
      Files.write(folder.resolve("c"), bad);
      assertThatThrownBy(
              () -> run(TestCases.chip(), spec, course("50", true), true, RunListener.NONE))
          .isInstanceOf(ConfigException.class);
    }
  }
}
