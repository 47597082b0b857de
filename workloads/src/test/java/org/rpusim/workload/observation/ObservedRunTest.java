package org.rpusim.workload.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Workers;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.preset.WorkloadPresets;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.run.Course;
import org.rpusim.workload.run.RunOptions;
import org.rpusim.workload.run.Simulator;
import org.rpusim.workload.spec.TimingSpec;
import org.rpusim.workload.spec.TrainingSpec;

/** What is seen of a run agrees with what the run accounts for, and seeing changes nothing. */
class ObservedRunTest {
  /** As many as the beginning of a strict run holds. */
  private static final int SAMPLES = 3;

  private static RunResult run(ChipSpec chip, int samples, @Nullable Window trace) {
    TrainingSpec spec = TestCases.workload(1, samples, 0.1, 30, 12, 5);
    DataSet data = TestCases.data(30, 5, samples, 10);
    RunOptions options =
        new RunOptions(7, Kernels.of("scalar"), Workers.NONE, true, trace, Course.WHOLE);
    return Simulator.run(chip, spec, data, options, RunListener.NONE);
  }

  private static double figure(RunResult result, String path) {
    return Objects.requireNonNull(result.metrics().number(path), path);
  }

  @Test
  void theCriticalPathOfAStrictSampleIsItsWholeTimeWithoutAGap() {
    RunResult result = run(TestCases.chip("management.boundForward=off"), SAMPLES, null);
    CriticalPath path = CriticalPath.of(result.observations().beginning().timeline());
    assertThat(path.sample()).isEqualTo(SAMPLES - 1);
    assertThat(path.durationPs() * 1e-12)
        .isCloseTo(figure(result, "time.perSampleSeconds"), within(1e-15));
    List<CriticalPath.Segment> segments = path.segments();
    for (int i = 1; i < segments.size(); i++) {
      assertThat(segments.get(i).startPs()).isEqualTo(segments.get(i - 1).endPs());
    }
    assertThat(path.byKind().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(path.durationPs());
  }

  @Test
  void aSharedDigitalUnitPutsWaitingOnThePathOfACutNetwork() {
    ChipSpec chip =
        TestCases.preset("gokmen2016-design3", "tile.rows=8", "tile.columns=8", "chip.tiles=100");
    CriticalPath path =
        CriticalPath.of(run(chip, SAMPLES, null).observations().beginning().timeline());
    assertThat(path.byKind().get("waiting")).isPositive();
  }

  @Test
  void thePowerOfAWholeRunAddsUpToItsEnergy() {
    RunResult result = run(TestCases.chip(), SAMPLES, null);
    List<PowerProfile.Step> steps = result.observations().beginning().power().steps();
    double joules = 0;
    for (int i = 1; i < steps.size(); i++) {
      double seconds = (steps.get(i).startPs() - steps.get(i - 1).startPs()) * 1e-12;
      joules += seconds * steps.get(i - 1).watts();
    }
    double total = figure(result, "energy.totalJoules");
    assertThat(joules).isCloseTo(total, within(1e-9 * total));
    assertThat(figure(result, "power.peakWatts"))
        .isGreaterThan(figure(result, "power.averageWatts"));
  }

  @Test
  void energyByLayerAndStaticAndDynamicEnergyAddUpToAll() {
    RunResult result = run(TestCases.chip("tile.rows=8", "tile.columns=16"), SAMPLES, null);
    double total = figure(result, "energy.totalJoules");
    double byLayer =
        result.metrics().values().entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("energy.byLayer."))
            .map(Map.Entry::getValue)
            .mapToDouble(value -> ((Number) value).doubleValue())
            .sum();
    assertThat(byLayer).isCloseTo(total, within(1e-12 * total));
    assertThat(figure(result, "energy.staticJoules") + figure(result, "energy.dynamicJoules"))
        .isCloseTo(total, within(1e-12 * total));
    assertThat(result.metrics().values())
        .containsKeys("energy.byLayer.W1", "energy.byLayer.W2", "energy.byLayer.shared");
  }

  @Test
  void tracingChangesNoFigure() {
    RunResult plain = run(TestCases.chip("adc.outputBound=0.4"), 40, null);
    RunResult traced =
        run(TestCases.chip("adc.outputBound=0.4"), 40, Window.stretch(5_000_000, 3_000_000));
    assertThat(traced.metrics().values()).isEqualTo(plain.metrics().values());
    assertThat(traced.components()).isEqualTo(plain.components());
  }

  @Test
  void aTraceHoldsTheSamplesThatStartInItsStretch() {
    RunResult result = run(TestCases.chip(), 40, Window.stretch(5_000_000, 3_000_000));
    Observations.Seen trace = result.observations().trace();
    Timeline traced = Objects.requireNonNull(trace).timeline();
    assertThat(traced.operations())
        .isNotEmpty()
        .allSatisfy(operation -> assertThat(operation.readyPs()).isBetween(5_000_000L, 9_000_000L));
    assertThat(traced.truncated()).isFalse();
  }

  @Test
  void everyEpochOfATimingOnlyRunIsAPassOfItsOwn() {
    TimingSpec spec =
        (TimingSpec)
            WorkloadPresets.load(
                    "mlp-digits",
                    Overrides.parse(
                        List.of(
                            "workload.timingOnly=true", "workload.samples=1", "workload.epochs=2")))
                .spec();
    RunOptions options = new RunOptions(7, Kernels.of("scalar"));
    RunResult result = Simulator.run(TestCases.chip(), spec, null, options, RunListener.NONE);
    Timeline seen = result.observations().beginning().timeline();
    assertThat(seen.operations()).extracting(Timeline.Operation::pass).containsOnly(0, 1);
    CriticalPath path = CriticalPath.of(seen);
    assertThat(path.durationPs() * 1e-12)
        .isCloseTo(figure(result, "time.perSampleSeconds"), within(1e-15));
  }
}
