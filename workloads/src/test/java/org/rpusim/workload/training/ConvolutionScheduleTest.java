package org.rpusim.workload.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.network.Network;

/**
 * A convolution in time: 16 patches of 9 numbers and a bias on a 4 × 10 array, then a dense layer.
 * Every patch takes its read and its update cycle; what is done beside them overlaps.
 */
class ConvolutionScheduleTest {
  private static final int SAMPLES = 3;
  private static final int PATCHES = 16;
  private static final int COLUMNS = 10;
  private static final int KERNELS = 4;
  private static final int HIDDEN = PATCHES * KERNELS;
  private static final int OUTPUTS = 3;

  private final Network network =
      TestCases.network(
          """
          inputs: 1 x 6 x 6
          layers:
            - {kind: convolution, channels: 4, kernel: 3}
            - {units: 3}
          """);
  private final DataSet data = TestCases.data(36, OUTPUTS, SAMPLES, 1);

  private SmallTraining train(ChipSpec chip) {
    return new SmallTraining(chip, network, data).train(SAMPLES);
  }

  private static long samplePs(ChipSpec chip) {
    ClosedForm form = new ClosedForm(chip);
    int dac = chip.dac().bits();
    long forward =
        form.memory(37)
            + form.bus(36)
            + form.read(COLUMNS, KERNELS)
            + (PATCHES - 1) * chip.tile().readTimePs()
            + form.digital(HIDDEN)
            + form.bus(HIDDEN)
            + form.read(HIDDEN + 1, OUTPUTS);
    long loss = form.digital(3 * OUTPUTS) + form.digital(OUTPUTS);
    long backward =
        form.read(OUTPUTS, HIDDEN + 1)
            + form.digital(2 * HIDDEN)
            + form.bus(HIDDEN)
            + form.linkBits(COLUMNS * dac + 16 + KERNELS * dac + 16)
            + PATCHES * form.update();
    return forward + loss + backward;
  }

  @ParameterizedTest
  @ValueSource(strings = {"floating-point", "ideal", "rpu-baseline"})
  void eachPatchTakesItsCyclesAndNothingElseAddsUp(String device) {
    ChipSpec chip = TestCases.chip("device.preset=" + device);
    SmallTraining training = train(chip);
    assertThat(training.period.tileCount("retries")).isZero();
    assertThat(training.endPs()).isEqualTo(SAMPLES * samplePs(chip));
  }

  @ParameterizedTest
  @CsvSource({
    "tile.readTime, 160 ns",
    "tile.linkBandwidth, 45 GB/s",
    "management.rate, 25.6 GHz",
    "management.latency, 10 ns",
    "adc.conversionRate, 400 MHz",
    "digital.rate, 25.6 GOps/s",
    "update.pulseTime, 2 ns"
  })
  void aSlowerPartMovesTheEndByItsClosedFormAndNoTrainedBit(String key, String value) {
    ChipSpec before = TestCases.chip();
    ChipSpec after = TestCases.chip(key + "=" + value);
    SmallTraining fast = train(before);
    SmallTraining slow = train(after);
    long moved = SAMPLES * (samplePs(after) - samplePs(before));
    assertThat(moved).isPositive();
    assertThat(slow.endPs() - fast.endPs()).isEqualTo(moved);
    assertThat(slow.trainedBits()).isEqualTo(fast.trainedBits());
  }

  /** Words of the DAC have 5 bits, of the ADC 9, and each vector has a scale of 16 bits. */
  @Test
  void everyPatchIsCountedByEveryComponent() {
    Counts counts = new Counts(train(TestCases.chip()));
    assertThat(counts.of("forwardReads")).isEqualTo(PATCHES);
    assertThat(counts.of("updates")).isEqualTo(PATCHES);
    assertThat(counts.of("conversions")).isEqualTo(PATCHES * KERNELS);
    assertThat(counts.of("managedNumbers")).isEqualTo(PATCHES * (COLUMNS + KERNELS));
    assertThat(counts.of("linkBits"))
        .isEqualTo(
            PATCHES * (COLUMNS * 5 + 16 + KERNELS * 9 + 16)
                + PATCHES * (COLUMNS * 5 + 16 + KERNELS * 5 + 16));
  }

  /** Counts of tile 0 a sample. */
  private record Counts(SmallTraining training) {
    long of(String name) {
      return training.period.count("tile0." + name) / SAMPLES;
    }
  }

  /** 8 MB/s: a patch's 66 + 52 bits take 1,844 ns on the link, far more than its read. */
  @Test
  void aSlowLinkSetsThePace() {
    ChipSpec chip = TestCases.chip("tile.linkBandwidth=8 MB/s");
    ClosedForm form = new ClosedForm(chip);
    long linkPs = PATCHES * form.linkBits(COLUMNS * 5 + 16 + KERNELS * 9 + 16);
    long endPs = train(chip).endPs();
    assertThat(endPs).isGreaterThan(SAMPLES * linkPs);
  }

  @Test
  void aRetryOfAPatchIsOneMoreReadCycle() {
    ChipSpec chip = TestCases.chip("adc.outputBound=0.4");
    SmallTraining training = train(chip);
    long retries = training.period.count("tile0.retries");
    assertThat(retries).isPositive();
    assertThat(training.period.count("tile0.forwardReads")).isEqualTo(SAMPLES * PATCHES + retries);
    long later = training.period.count("tile1.retries");
    long added =
        training.endPs()
            - SAMPLES * samplePs(chip)
            - later * new ClosedForm(chip).readCycle(OUTPUTS);
    long conversionPs = new ClosedForm(chip).readCycle(KERNELS) - chip.tile().readTimePs();
    // Only retries of the last patch wait for its conversion.
    assertThat(added - retries * chip.tile().readTimePs()).isBetween(0L, retries * conversionPs);
  }

  @ParameterizedTest
  @ValueSource(strings = {"per-tile", "shared"})
  void cutIntoSmallTilesItTrainsToTheSameWeights(String sharing) {
    SmallTraining whole = train(TestCases.chip(TestCases.FLOATING_POINT));
    SmallTraining cut =
        train(
            TestCases.chip(
                TestCases.FLOATING_POINT,
                "tile.rows=3",
                "tile.columns=7",
                "adc.linesPerConverter=1",
                "digital.sharing=" + sharing,
                "chip.tiles=100"));
    for (int row = 0; row < KERNELS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        assertThat(cut.weight(0, row, column))
            .isCloseTo(whole.weight(0, row, column), org.assertj.core.api.Assertions.within(1e-5f));
      }
    }
  }
}
