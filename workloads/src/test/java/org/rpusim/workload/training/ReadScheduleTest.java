package org.rpusim.workload.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.network.Network;

/** What noise and bound management, rounding and phases do to the schedule, to the picosecond. */
class ReadScheduleTest {
  private static final int INPUTS = 20;
  private static final int HIDDEN = 12;
  private static final int OUTPUTS = 5;
  private static final int SAMPLES = 6;
  private static final String FORWARD = "management.noiseForward=";
  private static final String BACKWARD = "management.noiseBackward=";

  private final Network network = TestCases.network(INPUTS, HIDDEN, OUTPUTS);
  private final DataSet data = TestCases.data(INPUTS, OUTPUTS, SAMPLES, 1);

  private SmallTraining train(String... settings) {
    return new SmallTraining(TestCases.chip(settings), network, data).train(SAMPLES);
  }

  private static long managed(SmallTraining training) {
    return training.period.tileCount("managedNumbers");
  }

  @Test
  void aRunningAverageTakesTheSearchOfTheLargestMagnitude() {
    SmallTraining largest = train();
    SmallTraining average = train(FORWARD + "running-average", BACKWARD + "running-average");
    assertThat(average.endPs()).isEqualTo(largest.endPs());
    assertThat(managed(average)).isEqualTo(managed(largest));
    assertThat(average.trainedBits()).isNotEqualTo(largest.trainedBits());
    assertThat(average.period.tileCount("clippedInputs")).isPositive();
    assertThat(largest.period.tileCount("clippedInputs")).isZero();
  }

  @Test
  void aConstantFullScaleTakesNoTime() {
    SmallTraining off = train(FORWARD + "off", BACKWARD + "off");
    SmallTraining constant =
        train(
            FORWARD + "constant",
            BACKWARD + "constant",
            "management.constantForward=2",
            "management.constantBackward=0.1");
    assertThat(constant.endPs()).isEqualTo(off.endPs());
    assertThat(managed(constant)).isEqualTo(managed(off));
    assertThat(constant.trainedBits()).isNotEqualTo(off.trainedBits());
  }

  @Test
  void aConstantOfOneIsNoNoiseManagement() {
    SmallTraining off = train(FORWARD + "off", BACKWARD + "off");
    SmallTraining constant = train(FORWARD + "constant", BACKWARD + "constant");
    assertThat(constant.trainedBits()).isEqualTo(off.trainedBits());
    assertThat(constant.counts()).isEqualTo(off.counts());
  }

  @Test
  void stochasticRoundingOfInputsIsOnePassMoreOfTheManagementUnit() {
    SmallTraining plain = train();
    SmallTraining rounded = train("dac.rounding=stochastic");
    ClosedForm form = new ClosedForm(plain.chip);
    long added = 0;
    for (int inputs : new int[] {INPUTS + 1, HIDDEN + 1, OUTPUTS}) {
      added += form.manage(2 * inputs) - form.manage(inputs);
    }
    assertThat(rounded.endPs() - plain.endPs()).isEqualTo(SAMPLES * added);
    assertThat(managed(rounded) - managed(plain))
        .isEqualTo(SAMPLES * (INPUTS + 1L + HIDDEN + 1 + OUTPUTS));
    assertThat(rounded.trainedBits()).isNotEqualTo(plain.trainedBits());
  }

  @Test
  void stochasticRoundingOfOutputsTakesNoTime() {
    SmallTraining plain = train();
    SmallTraining rounded = train("adc.rounding=stochastic");
    assertThat(rounded.endPs()).isEqualTo(plain.endPs());
    assertThat(rounded.trainedBits()).isNotEqualTo(plain.trainedBits());
  }

  /** Both layers' bounds are so tight that reads saturate; each retry lies on the critical path. */
  @Test
  void aBackwardRetryCostsOneReadCycle() {
    String[] settings = {"adc.outputBound=0.4", "management.boundBackward=iterative"};
    ChipSpec chip = TestCases.chip(settings);
    SmallTraining training = train(settings);
    long first = training.period.count("tile0.forwardReads") - SAMPLES;
    long second = training.period.count("tile1.forwardReads") - SAMPLES;
    long back = training.period.count("tile1.backwardReads") - SAMPLES;
    assertThat(back).isPositive();
    assertThat(first + second + back).isEqualTo(training.period.tileCount("retries"));
    ClosedForm form = new ClosedForm(chip);
    assertThat(training.endPs())
        .isEqualTo(
            SAMPLES * form.sampleOfTwoLayers(INPUTS, HIDDEN, OUTPUTS)
                + first * form.readCycle(HIDDEN)
                + second * form.readCycle(OUTPUTS)
                + back * form.readCycle(HIDDEN + 1));
  }

  @Test
  void boundManagementStopsAtItsLimit() {
    SmallTraining training = train("adc.outputBound=0.001", "management.maxHalvings=2");
    assertThat(training.period.tileCount("forwardReads")).isEqualTo(2 * SAMPLES * 3);
    assertThat(training.period.tileCount("retries")).isEqualTo(2 * SAMPLES * 2);
    assertThat(training.period.tileCount("backwardReads")).isEqualTo(SAMPLES);
    SmallTraining none = train("adc.outputBound=0.001", "management.maxHalvings=0");
    assertThat(none.period.tileCount("retries")).isZero();
    assertThat(none.period.tileCount("saturatedOutputs")).isPositive();
  }

  @Test
  void onePhaseHalvesTheUpdateAndChangesNoBit() {
    SmallTraining two = train();
    SmallTraining one = train("update.phases=1");
    ClosedForm form = new ClosedForm(two.chip);
    assertThat(two.endPs() - one.endPs()).isEqualTo(SAMPLES * form.update() / 2);
    assertThat(one.trainedBits()).isEqualTo(two.trainedBits());
    assertThat(one.period.tileCount("rowPulses")).isEqualTo(two.period.tileCount("rowPulses"));
    assertThat(one.period.tileCount("columnPulses"))
        .isPositive()
        .isLessThan(two.period.tileCount("columnPulses"));
    assertThat(2 * one.period.tileCount("pulsedLinePicoseconds"))
        .isEqualTo(two.period.tileCount("pulsedLinePicoseconds"));
  }
}
