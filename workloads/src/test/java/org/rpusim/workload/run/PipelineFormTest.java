package org.rpusim.workload.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.TestCases;

/**
 * A pipeline without contention: the first sample fills it, then one sample comes out every time
 * that the slowest stage takes, so n samples take the time of one + (n − 1) × that stage.
 */
final class PipelineFormTest {
  private static final String FOUR_LAYERS =
      "inputs: 24\nlayers: [{repeat: 3, units: 24}, {units: 24}]";

  /** A bus and a memory that are never in the way, and no management. */
  private static ChipSpec chip(String... settings) {
    return TestCases.chip(
        Stream.concat(
                Stream.of(
                    "interconnect.bandwidth=1000 TB/s",
                    "interconnect.latency=0 ns",
                    "memory.bandwidth=1000 TB/s",
                    "management.noiseForward=off",
                    "management.noiseBackward=off",
                    "management.boundForward=off"),
                Stream.of(settings))
            .toArray(String[]::new));
  }

  private static long picoseconds(ChipSpec chip, String cycle, int samples, int inFlight) {
    List<String> sets =
        List.of(
            "workload.cycle=" + cycle,
            "workload.samples=" + samples,
            "workload.inFlight=" + inFlight);
    Double seconds =
        TimingCases.run(chip, TimingCases.spec(FOUR_LAYERS, sets), true)
            .metrics()
            .number("time.simulatedSeconds");
    assertThat(seconds).isNotNull();
    return Math.round((seconds == null ? 0 : seconds) * 1e12);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 17, 400, 100_000})
  void inferenceTakesTheFillAndThenTheSlowestStageASample(int samples) {
    ChipSpec chip = chip("tile.readTime=80 ns");
    long one = picoseconds(chip, "inference", 1, 1);
    assertThat(picoseconds(chip, "inference", samples, 16))
        .isEqualTo(one + (samples - 1) * 80_000L);
  }

  @Test
  void theSlowestStageMayBeTheConverters() {
    ChipSpec chip = chip("tile.readTime=30 ns", "adc.conversionRate=200 MHz");
    long one = picoseconds(chip, "inference", 1, 1);
    long slowest = 24 * 5_000L; // 24 lines of one converter
    assertThat(picoseconds(chip, "inference", 50, 16)).isEqualTo(one + 49 * slowest);
  }

  @Test
  void oneByOneSamplesTakeTheSumOfTheirTimes() {
    ChipSpec chip = chip();
    for (String cycle : List.of("inference", "training")) {
      assertThat(picoseconds(chip, cycle, 37, 1)).isEqualTo(37 * picoseconds(chip, cycle, 1, 1));
    }
  }

  /** Of 180 ns an array reads 160: what training can reach of the peak is 89 %. */
  @Test
  void aTrainingArrayIsReadTwiceAndUpdatedOnceASample() {
    ChipSpec chip = chip("tile.readTime=80 ns", "tile.inputBufferVectors=200");
    long some = picoseconds(chip, "training", 10_000, 64);
    long more = picoseconds(chip, "training", 20_000, 64);
    assertThat(more - some).isEqualTo(10_000 * 180_000L);
  }
}
