package org.rpusim.workload.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.spec.LanguageModelSpec;
import org.rpusim.workload.text.Texts;

/** Saved weights and checkpoints of language models; the text has 450 characters to train. */
class LanguageCheckpointTest {
  private static final ImmutableList<String> IDENTITY = ImmutableList.of("seed: 5");

  @TempDir Path folder = Path.of("");

  private static LanguageModelSpec spec(String more) {
    String keys = "characters: 500\nepochs: 3\nunroll: 7\nlearningRate: 0.05\n" + more;
    return (LanguageModelSpec) TestCases.read("kind: language-model\n" + keys);
  }

  private Course course(String every, boolean resume) {
    return new Course(
        null,
        false,
        null,
        new CheckpointPlan(folder.resolve("c"), IDENTITY, CheckpointInterval.parse(every), resume));
  }

  private static RunResult run(
      ChipSpec chip, LanguageModelSpec spec, Course course, RunListener listener) {
    RunOptions options = new RunOptions(5, Kernels.of("scalar"), Workers.NONE, true, null, course);
    return Simulator.run(chip, spec, Texts.load(spec, null), options, listener);
  }

  private static RunResult whole(ChipSpec chip, LanguageModelSpec spec) {
    return run(chip, spec, Course.WHOLE, RunListener.NONE);
  }

  private void breakOffAndResume(ChipSpec chip, LanguageModelSpec spec, String every)
      throws IOException {
    RunResult whole = whole(chip, spec);
    Files.deleteIfExists(folder.resolve("c"));
    BrokenOff.assertSame(run(chip, spec, course(every, false), RunListener.NONE), whole);
    // Within the first epoch, in its evaluation, and within the second epoch.
    for (long units : new long[] {320, 450, 704}) {
      Files.deleteIfExists(folder.resolve("c"));
      assertThatThrownBy(() -> run(chip, spec, course(every, false), new BrokenOff.Killer(units)))
          .isInstanceOf(CancellationException.class);
      assertThat(Files.exists(folder.resolve("c")) || every.contains("epoch")).isTrue();
      BrokenOff.assertSame(run(chip, spec, course(every, true), RunListener.NONE), whole);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "layers: [{kind: lstm, units: 6}, {kind: lstm, units: 5}]",
        "layers: [{kind: gru, units: 6}]\ndropout: 0.3",
        "layers: [{kind: plain, units: 6}]\nbatch: 3",
        "layers: [{kind: lstm, units: 6}]\ncarryState: false",
      })
  void aTextGoesOnAsIfNothingHadHappened(String layers) throws IOException {
    breakOffAndResume(TestCases.chip(), spec(layers), "50");
    breakOffAndResume(TestCases.chip(), spec(layers), "1 epoch");
  }

  @Test
  void whatDevicesAndManagementRememberIsKept() throws IOException {
    ChipSpec chip =
        TestCases.chip(
            "device.kind=differential-pair",
            "device.refreshUpdates=20",
            "management.noiseForward=running-average",
            "digital.buffer=200 B");
    breakOffAndResume(chip, spec("layers: [{kind: lstm, units: 6}]"), "29");
  }

  @Test
  void sequencesInFlightHaveCheckpointsBetweenEpochs() throws IOException {
    LanguageModelSpec spec = spec("layers: [{kind: lstm, units: 6}]\ninFlight: 3");
    breakOffAndResume(TestCases.chip(), spec, "1 epoch");
  }

  @Test
  void aStopBehindASequenceIsACheckpointToo() {
    LanguageModelSpec spec = spec("layers: [{kind: lstm, units: 6}]");
    RunListener stopper =
        new RunListener() {
          @Override
          public boolean stopRequested() {
            return true;
          }
        };
    RunResult stopped = run(TestCases.chip(), spec, course("1000000", false), stopper);
    assertThat(stopped.complete()).isFalse();
    BrokenOff.assertSame(
        run(TestCases.chip(), spec, course("1000000", true), RunListener.NONE),
        whole(TestCases.chip(), spec));
  }

  @Test
  void inferenceWithSavedWeightsReadsTheTestPartAsAfterTheLastEpoch() {
    ChipSpec chip = TestCases.chip(TestCases.FLOATING_POINT);
    LanguageModelSpec spec = spec("layers: [{kind: lstm, units: 6}]");
    RunResult trained = whole(chip, spec);
    Course.Start start = new Course.Start(BrokenOff.weights(trained), "a test");
    RunResult read = run(chip, spec, new Course(start, true, null, null), RunListener.NONE);
    for (String figure : new String[] {"testErrorPercent", "testCrossEntropyNats"}) {
      assertThat(read.metrics().number("accuracy." + figure))
          .as("nothing is drawn on a chip without noise")
          .isEqualTo(trained.metrics().number("accuracy." + figure))
          .isNotNull();
    }
    assertThat(read.metrics().number("samples.count")).isEqualTo(49.0);
    assertThat(read.metrics().number("update.cycles")).isEqualTo(0.0);
    RunResult on = run(chip, spec, new Course(start, false, null, null), RunListener.NONE);
    assertThat(on.epochs().getFirst().trainLoss())
        .isLessThan(trained.epochs().getFirst().trainLoss());
  }

  @Test
  void weightsOfAnotherNetworkAreRefused() {
    RunResult trained = whole(TestCases.chip(), spec("layers: [{kind: lstm, units: 6}]"));
    Course course =
        new Course(new Course.Start(BrokenOff.weights(trained), "w.bin"), false, null, null);
    LanguageModelSpec other = spec("layers: [{kind: gru, units: 6}]");
    assertThatThrownBy(() -> run(TestCases.chip(), other, course, RunListener.NONE))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("The weights of w.bin are L1 of 24 x")
        .hasMessageContaining("\nMaybe");
  }

  @Test
  void aTargetEndsTheTrainingAfterTheEpochThatReachesIt() {
    LanguageModelSpec spec = spec("layers: [{kind: lstm, units: 6}]");
    Course course = new Course(null, false, 99.9, null);
    RunResult result = run(TestCases.chip(), spec, course, RunListener.NONE);
    assertThat(result.epochs()).hasSize(1);
    assertThat(result.complete()).isTrue();
    assertThat(result.metrics().number("accuracy.epochsToTarget")).isEqualTo(1.0);
  }
}
