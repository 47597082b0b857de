package org.rpusim.workload.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Workers;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.data.DataSets;
import org.rpusim.workload.result.ComponentResult;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.spec.TrainingSpec;

/** Whole training runs on the embedded digits and on made-up data. */
class TrainingRunTest {
  private static final TrainingSpec SHORT = TestCases.workload(2, 100, 0.05, 64, 24, 10);
  private static final DataSet DIGITS = digits();

  private static DataSet digits() {
    TrainingSpec made = TestCases.workload(1, 0, 0.05, 64, 24, 10);
    TrainingSpec spec =
        new TrainingSpec(
            made.name(),
            made.description(),
            DataSets.EMBEDDED,
            made.network(),
            made.epochs(),
            made.samples(),
            made.batch(),
            made.inFlight(),
            made.streaming(),
            made.learningRates(),
            made.places());
    return DataSets.load(spec, null, notice -> {});
  }

  private static RunResult run(
      ChipSpec chip, TrainingSpec spec, DataSet data, long seed, String kernels) {
    RunOptions options = new RunOptions(seed, Kernels.of(kernels));
    return Simulator.run(chip, spec, data, options, RunListener.NONE);
  }

  private static RunResult run(ChipSpec chip) {
    return run(chip, SHORT, DIGITS, 1, "scalar");
  }

  private static double number(RunResult result, String path) {
    Double number = result.metrics().number(path);
    assertThat(number).as(path).isNotNull();
    return number == null ? Double.NaN : number;
  }

  private static void assertEqual(RunResult a, RunResult b) {
    assertThat(a.metrics().values()).isEqualTo(b.metrics().values());
    assertThat(a.epochs()).isEqualTo(b.epochs());
    assertThat(a.components()).isEqualTo(b.components());
    assertThat(a.complete()).isEqualTo(b.complete());
  }

  @Test
  void theSameSeedGivesTheSameResult() {
    assertEqual(run(TestCases.chip()), run(TestCases.chip()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rpu-baseline", "ideal", "floating-point"})
  void scalarAndVectorKernelsGiveTheSameResult(String device) {
    ChipSpec chip = TestCases.chip("device.preset=" + device);
    TrainingSpec spec = TestCases.workload(2, 40, 0.05, 50, 20, 10);
    DataSet data = TestCases.data(50, 10, 40, 15);
    assertEqual(run(chip, spec, data, 3, "scalar"), run(chip, spec, data, 3, "vector"));
  }

  @Test
  void anotherSeedGivesOtherNumbers() {
    RunResult one = run(TestCases.chip(), SHORT, DIGITS, 1, "scalar");
    RunResult two = run(TestCases.chip(), SHORT, DIGITS, 2, "scalar");
    assertThat(one.epochs().getLast().trainLoss()).isNotEqualTo(two.epochs().getLast().trainLoss());
    assertThat(number(one, "update.coincidences")).isNotEqualTo(number(two, "update.coincidences"));
  }

  /** Twice the test samples double the evaluation and leave the training as it was. */
  @Test
  void timeAndEnergyOfTheEvaluationAreNotInTheTrainings() {
    ChipSpec chip = TestCases.chip("device.preset=floating-point");
    TrainingSpec spec = TestCases.workload(2, 30, 0.05, 12, 8, 4);
    RunResult few = run(chip, spec, TestCases.data(12, 4, 30, 20), 1, "scalar");
    RunResult many = run(chip, spec, TestCases.data(12, 4, 30, 40), 1, "scalar");
    few.metrics()
        .values()
        .forEach((path, value) -> {
          if (!path.startsWith("evaluation.") && !path.equals("accuracy.testErrorPercent")) {
            assertThat(many.metrics().values()).as(path).containsEntry(path, value);
          }
        });
    assertThat(many.components()).isEqualTo(few.components());
    double seconds = number(few, "evaluation.simulatedSeconds");
    assertThat(seconds).isPositive();
    assertThat(number(many, "evaluation.simulatedSeconds")).isCloseTo(2 * seconds, within(1e-15));
    assertThat(number(few, "evaluation.energyJoules")).isPositive();
  }

  @Test
  void componentsAndPurposesAddUpToTheSameEnergy() {
    RunResult result = run(TestCases.chip());
    double total = number(result, "energy.totalJoules");
    double byPurpose = 0;
    for (var entry : result.metrics().values().entrySet()) {
      if (entry.getKey().startsWith("energy.byComponent.")) {
        byPurpose += (double) entry.getValue();
      }
    }
    assertThat(byPurpose).isEqualTo(total);
    double byRow = result.components().stream().mapToDouble(ComponentResult::energyJoules).sum();
    assertThat(byRow).isCloseTo(total, within(1e-12 * total));
    assertThat(number(result, "power.averageWatts"))
        .isCloseTo(total / number(result, "time.simulatedSeconds"), within(1e-9));
  }

  @Test
  void sharesOfTheArraysTimeAddUpToOne() {
    RunResult result = run(TestCases.chip());
    double sum = number(result, "utilisation.arrays");
    for (var entry : result.metrics().values().entrySet()) {
      if (entry.getKey().startsWith("stalls.")) {
        sum += (double) entry.getValue();
      }
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
    double time = number(result, "time.simulatedSeconds");
    for (ComponentResult row : result.components()) {
      double waiting = row.waitingSeconds().values().stream().mapToDouble(s -> s).sum();
      assertThat(row.busySeconds() + waiting + row.idleSeconds())
          .as(row.name())
          .isCloseTo(time, within(1e-12 * time));
    }
  }

  @Test
  void sustainedThroughputIsBelowThePeak() {
    RunResult result = run(TestCases.chip());
    assertThat(number(result, "throughput.sustainedGigaOpsPerSecond"))
        .isLessThan(number(result, "throughput.peakGigaOpsPerSecond"));
    double operations = 2.0 * (2 * (24 * 65 + 10 * 25) - 24 * 65) * 200;
    assertThat(number(result, "throughput.sustainedGigaOpsPerSecond"))
        .isCloseTo(operations / number(result, "time.simulatedSeconds") / 1e9, within(1e-9));
  }

  @Test
  void theSharedUnitOfDesignThreeIsSlowerOnACutNetwork() {
    String[] small = {"tile.rows=32", "tile.columns=32", "adc.linesPerConverter=32"};
    TrainingSpec wide = TestCases.workload(1, 20, 0.05, 64, 300, 10);
    RunResult two = run(TestCases.preset("gokmen2016-design2", small), wide, DIGITS, 1, "scalar");
    RunResult three = run(TestCases.preset("gokmen2016-design3", small), wide, DIGITS, 1, "scalar");
    assertThat(number(three, "time.simulatedSeconds"))
        .isGreaterThan(number(two, "time.simulatedSeconds"));
    assertThat(three.epochs().getLast().trainLoss()).isEqualTo(two.epochs().getLast().trainLoss());
  }

  @Test
  void aStopGivesAnIncompleteResultOfWhatWasDone() {
    RunListener stopping =
        new RunListener() {
          private long done;

          @Override
          public void progress(long nowDone, long total) {
            done = nowDone;
          }

          @Override
          public boolean stopRequested() {
            return done >= 500;
          }
        };
    RunOptions options = new RunOptions(1, Kernels.of("scalar"));
    RunResult result = Simulator.run(TestCases.chip(), SHORT, DIGITS, options, stopping);
    assertThat(result.complete()).isFalse();
    assertThat(result.epochs()).hasSize(1);
    assertThat(number(result, "samples.count")).isBetween(101.0, 199.0);
    assertThat(result.metrics().values()).containsEntry("run.complete", false);
  }

  @Test
  void aTrainingThatDivergesIsToldSo() {
    ChipSpec chip = TestCases.chip("device.preset=floating-point");
    TrainingSpec spec = TestCases.workload(3, 40, 1e38, 50, 20, 10);
    DataSet data = TestCases.data(50, 10, 40, 15);
    assertThatThrownBy(() -> run(chip, spec, data, 1, "scalar"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("diverged")
        .hasMessageContaining("\nMaybe workload.learningRate");
  }

  /** With and without known samples, by a sum that is too long and by one that is negative. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "memory.latency=1e6 s",
        "memory.bandwidth=1e-9 B/s",
        "digital.rate=1e-9 Ops/s",
        "adc.conversionRate=1e-9 Hz"
      })
  void aClockThatEndsIsTheInputsFault(String pair) {
    ChipSpec chip = TestCases.chip(pair);
    for (boolean fast : new boolean[] {true, false}) {
      RunOptions options = new RunOptions(1, Kernels.of("scalar"), Workers.NONE, fast);
      assertThatThrownBy(() -> Simulator.run(chip, SHORT, DIGITS, options, RunListener.NONE))
          .isInstanceOf(ConfigException.class)
          .hasMessageContaining("106 days")
          .hasMessageContaining("Maybe a time, rate or bandwidth has the wrong unit");
    }
  }
}
