package org.rpusim.workload.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.data.DataSets;
import org.rpusim.workload.preset.WorkloadPresets;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.spec.TrainingSpec;

/**
 * Trainings of the digits that must end alike. Two classifiers of the same true error p that are
 * tested on n = 359 digits differ by a standard deviation of at most sqrt(2 p (1 − p)/n) points;
 * the bound of 4 of them is passed by chance once in 16,000 tests, and the seeds are fixed.
 */
class TrainedAccuracyTest {
  private static final double BOUND_IN_DEVIATIONS = 4;
  private static final TrainingSpec DIGITS =
      (TrainingSpec)
          WorkloadPresets.load("mlp-digits", Overrides.parse(List.of("workload.epochs=5"))).spec();
  private static final DataSet DATA = DataSets.load(DIGITS, null, notice -> {});

  private static double testError(String... settings) {
    ChipSpec chip = TestCases.chip(settings);
    RunOptions options = new RunOptions(1, Kernels.of("scalar"));
    return Simulator.run(chip, DIGITS, DATA, options, RunListener.NONE)
            .epochs()
            .getLast()
            .testErrorPercent()
        / 100;
  }

  private static void assertAlike(double a, double b) {
    double p = (a + b) / 2;
    double deviation = StrictMath.sqrt(2 * p * (1 - p) / DATA.testCount());
    assertThat(Math.abs(a - b))
        .as("test errors %s and %s", a, b)
        .isLessThan(BOUND_IN_DEVIATIONS * deviation);
  }

  @Test
  void anIdealDeviceTrainsAsWellAsFloatingPoint() {
    double exact = testError("device.preset=floating-point");
    assertThat(exact).isLessThan(0.15);
    assertAlike(testError("device.preset=ideal"), exact);
  }

  @Test
  void aNetworkCutOverTilesOf16TrainsAsWellAsTheWholeOne() {
    double whole = testError();
    assertThat(whole).isLessThan(0.2);
    assertAlike(
        testError("tile.rows=16", "tile.columns=16", "adc.linesPerConverter=16", "chip.tiles=100"),
        whole);
  }
}
