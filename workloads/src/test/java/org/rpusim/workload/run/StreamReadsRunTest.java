package org.rpusim.workload.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.cost.ChipFigures;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.core.stats.Metrics;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.spec.StreamReadsSpec;

/** The saturation run measures what the figures derive. */
class StreamReadsRunTest {
  private static final int READS = 1_000;
  private static final double GIGA = 1e9;
  private static final double ONE_PERCENT = 0.01;

  private static RunResult run(ChipSpec chip, int reads) {
    StreamReadsSpec reading =
        new StreamReadsSpec(
            "stream-reads", "reads", reads, chip.tile().rows(), chip.tile().columns(), 0.2, 4);
    RunOptions options = new RunOptions(1, Kernels.of("scalar"));
    return Simulator.run(chip, reading, null, options, RunListener.NONE);
  }

  private static double number(Metrics metrics, String path) {
    Double number = metrics.number(path);
    assertThat(number).as(path).isNotNull();
    return number == null ? Double.NaN : number;
  }

  private static double sustained(RunResult result) {
    return number(result.metrics(), "throughput.sustainedGigaOpsPerSecond");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gokmen2016-design1", "gokmen2016-design2", "gokmen2016-design3"})
  void everyDesignReachesWhatItsDigitalUnitsSustain(String design) {
    ChipSpec chip = TestCases.preset(design);
    RunResult result = run(chip, READS);
    double derived = ChipFigures.of(chip).saturatedOperationsPerSecond() / GIGA;
    assertThat(sustained(result)).isCloseTo(derived, within(ONE_PERCENT * derived));
    assertThat(sustained(result))
        .isLessThanOrEqualTo(number(result.metrics(), "throughput.peakGigaOpsPerSecond"));
  }

  /** P1: 20,970 TeraOps/s; 84,000 GigaOps/s/W in the abstract. */
  @Test
  void designTwoMeasuresThePeakOfThePaper() {
    Metrics metrics = run(TestCases.chip(), READS).metrics();
    assertThat(number(metrics, "throughput.sustainedGigaOpsPerSecond"))
        .isCloseTo(20_970e3, within(ONE_PERCENT * 20_970e3));
    assertThat(number(metrics, "efficiency.sustainedGigaOpsPerSecondPerWatt"))
        .isCloseTo(84_000, within(ONE_PERCENT * 84_000));
    assertThat(number(metrics, "utilisation.arrays")).isBetween(0.99, 1.0);
    assertThat(number(metrics, "interconnect.bits")).isZero();
    assertThat(number(metrics, "reads.cycles")).isEqualTo(50.0 * READS);
  }

  @Test
  void halfTheDigitalRateHalvesTheThroughput() {
    double full = sustained(run(TestCases.chip(), READS));
    double half = sustained(run(TestCases.chip("digital.rate=25.6 GOps/s"), READS));
    assertThat(half).isCloseTo(full / 2, within(ONE_PERCENT * full / 2));
  }

  /** The first read fills the pipeline; each further one adds a read cycle of 80 ns. */
  @Test
  void theLengthOfTheRunIsItsClosedForm() {
    double seconds = number(run(TestCases.chip(), 100).metrics(), "time.simulatedSeconds");
    double more = number(run(TestCases.chip(), 101).metrics(), "time.simulatedSeconds");
    assertThat(more - seconds).isCloseTo(80e-9, within(1e-18));
    // 20,496 and 36,880 bits over 720 Gb/s, a read and its conversion, 4096 operations.
    double fill = (28_467 + 80_000 + 80_000 + 51_223 + 80_000) * 1e-12;
    assertThat(seconds).isCloseTo(fill + 99 * 80e-9, within(1e-18));
  }

  @Test
  void readsLargerThanATileAreRefused() {
    ChipSpec small = TestCases.chip("tile.rows=128", "tile.columns=128");
    StreamReadsSpec reading = new StreamReadsSpec("s", "s", 10, 256, 128, 0.2, 4);
    RunOptions options = new RunOptions(1, Kernels.of("scalar"));
    assertThatThrownBy(() -> Simulator.run(small, reading, null, options, RunListener.NONE))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("workload.rows x workload.columns is 256 x 128")
        .hasMessageContaining("Maybe --set workload.rows=128 workload.columns=128.");
  }
}
