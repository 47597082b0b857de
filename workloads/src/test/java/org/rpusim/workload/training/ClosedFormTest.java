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

/** The end of a run is the closed form of its critical path, and moves exactly as that does. */
class ClosedFormTest {
  private static final int INPUTS = 20;
  private static final int HIDDEN = 12;
  private static final int OUTPUTS = 5;
  private static final int SAMPLES = 6;

  private final Network network = TestCases.network(INPUTS, HIDDEN, OUTPUTS);
  private final DataSet data = TestCases.data(INPUTS, OUTPUTS, SAMPLES, 1);

  private SmallTraining train(ChipSpec chip) {
    return new SmallTraining(chip, network, data).train(SAMPLES);
  }

  private static long samplePs(ChipSpec chip) {
    return new ClosedForm(chip).sampleOfTwoLayers(INPUTS, HIDDEN, OUTPUTS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"floating-point", "ideal", "rpu-baseline"})
  void theEndOfStrictSgdIsSamplesTimesTheCriticalPath(String device) {
    ChipSpec chip = TestCases.chip("device.preset=" + device);
    SmallTraining training = train(chip);
    assertThat(training.period.tileCount("retries")).isZero();
    assertThat(training.endPs()).isEqualTo(SAMPLES * samplePs(chip));
    assertThat(training.period.durationPs()).isEqualTo(training.endPs());
  }

  @ParameterizedTest
  @CsvSource({
    "interconnect.bandwidth, 1.5 TB/s",
    "interconnect.latency, 10 ns",
    "tile.linkBandwidth, 45 GB/s",
    "memory.bandwidth, 128 GB/s",
    "memory.latency, 200 ns",
    "adc.conversionRate, 400 MHz",
    "digital.rate, 25.6 GOps/s",
    "management.latency, 10 ns",
    "management.rate, 25.6 GHz",
    "tile.readTime, 160 ns",
    "update.pulseTime, 2 ns"
  })
  void aSlowerPartMovesTheEndByItsClosedFormAndNoTrainedBit(String key, String value) {
    for (String device : new String[] {"floating-point", "rpu-baseline"}) {
      ChipSpec before = TestCases.chip("device.preset=" + device);
      ChipSpec after = TestCases.chip("device.preset=" + device, key + "=" + value);
      SmallTraining fast = train(before);
      SmallTraining slow = train(after);
      long moved = SAMPLES * (samplePs(after) - samplePs(before));
      assertThat(moved).isPositive();
      assertThat(slow.endPs() - fast.endPs()).as(device).isEqualTo(moved);
      assertThat(slow.trainedBits()).as(device).isEqualTo(fast.trainedBits());
    }
  }

  /**
   * By hand: 20, 12 and 12 values of 16 bits at 24 Tb/s are 14, 8 and 8 ps; at half, 27, 16, 16.
   */
  @Test
  void halvingTheBusOfThisNetworkCosts29PicosecondsASample() {
    SmallTraining fast = train(TestCases.chip(TestCases.FLOATING_POINT));
    SmallTraining slow =
        train(TestCases.chip(TestCases.FLOATING_POINT, "interconnect.bandwidth=1.5 TB/s"));
    assertThat(slow.endPs() - fast.endPs()).isEqualTo(29 * SAMPLES);
  }

  /** Each retry lies on the critical path: one read cycle and its conversion. */
  @Test
  void aTightOutputBoundRetriesAndEachRetryCostsOneReadCycle() {
    ChipSpec chip = TestCases.chip("adc.outputBound=0.4");
    SmallTraining training = train(chip);
    long first = training.period.count("tile0.retries");
    long second = training.period.count("tile1.retries");
    assertThat(first).isPositive();
    assertThat(second).isPositive();
    ClosedForm form = new ClosedForm(chip);
    assertThat(training.endPs())
        .isEqualTo(
            SAMPLES * samplePs(chip)
                + first * form.readCycle(HIDDEN)
                + second * form.readCycle(OUTPUTS));
    assertThat(training.period.tileCount("forwardReads")).isEqualTo(2 * SAMPLES + first + second);
  }

  @Test
  void withoutBoundManagementTheSameBoundOnlyClips() {
    ChipSpec chip = TestCases.chip("adc.outputBound=0.4", "management.boundForward=off");
    SmallTraining training = train(chip);
    assertThat(training.period.tileCount("retries")).isZero();
    assertThat(training.period.tileCount("saturatedOutputs")).isPositive();
    assertThat(training.endPs()).isEqualTo(SAMPLES * samplePs(chip));
  }

  @Test
  void withoutNoiseManagementTimeAndNumbersAreOthers() {
    ChipSpec chip = TestCases.chip();
    SmallTraining managed = train(chip);
    SmallTraining plain =
        train(TestCases.chip("management.noiseForward=off", "management.noiseBackward=off"));
    ClosedForm form = new ClosedForm(chip);
    long saved =
        form.manage(INPUTS + 1)
            + form.manage(HIDDEN + 1)
            + form.manage(OUTPUTS)
            + form.manage(HIDDEN + 1);
    assertThat(managed.endPs() - plain.endPs()).isEqualTo(SAMPLES * saved);
    assertThat(plain.trainedBits()).isNotEqualTo(managed.trainedBits());
  }
}
