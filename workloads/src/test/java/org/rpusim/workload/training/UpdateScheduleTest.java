package org.rpusim.workload.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.array.ReadOutcome;
import org.rpusim.chip.array.UpdateOutcome;
import org.rpusim.chip.cost.EnergyPerAction;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.execution.Numbers;
import org.rpusim.workload.network.Network;

/** What update and length management do to the schedule, to the picosecond. */
class UpdateScheduleTest {
  private static final int INPUTS = 20;
  private static final int HIDDEN = 12;
  private static final int OUTPUTS = 5;
  private static final int SAMPLES = 6;
  private static final String UM = "update.updateManagement=true";
  private static final String UBLM = "update.lengthManagement=true";

  private final Network network = TestCases.network(INPUTS, HIDDEN, OUTPUTS);
  private final DataSet data = TestCases.data(INPUTS, OUTPUTS, SAMPLES, 1);

  /** Writes down the slots of every update, in the order of the schedule. */
  private static final class Slots implements Numbers {
    private final Numbers inner;
    private final List<Integer> slots = new ArrayList<>();

    Slots(Numbers inner) {
      this.inner = inner;
    }

    @Override
    public void sampleStarted(int slot, long sample) {
      inner.sampleStarted(slot, sample);
    }

    @Override
    public void read(int operation, int slot, int attempt, ReadOutcome outcome) {
      inner.read(operation, slot, attempt, outcome);
    }

    @Override
    public void update(int operation, int slot, UpdateOutcome outcome) {
      inner.update(operation, slot, outcome);
      slots.add(outcome.slots);
    }

    @Override
    public void compute(int operation, int slot) {
      inner.compute(operation, slot);
    }

    @Override
    public void sampleFinished(int slot) {
      inner.sampleFinished(slot);
    }
  }

  private SmallTraining train(ChipSpec chip) {
    return new SmallTraining(chip, network, data).train(SAMPLES);
  }

  private static long samplePs(ChipSpec chip) {
    return new ClosedForm(chip).sampleOfTwoLayers(INPUTS, HIDDEN, OUTPUTS);
  }

  /**
   * The first layer's delta is searched while it goes over the link; all other maxima are known from
   * noise management, and the second layer's trains are settled during its backward read.
   */
  @Test
  void updateManagementSearchesTheDeltaOfTheFirstLayer() {
    ChipSpec chip = TestCases.chip(UM);
    SmallTraining plain = train(TestCases.chip());
    SmallTraining managed = train(chip);
    ClosedForm form = new ClosedForm(chip);
    long added = form.manage(HIDDEN + 2) - form.link(HIDDEN, chip.dac().bits());
    assertThat(added).isPositive();
    assertThat(managed.endPs() - plain.endPs()).isEqualTo(SAMPLES * added);
    assertThat(managed.period.count("tile0.managedNumbers"))
        .isEqualTo(plain.period.count("tile0.managedNumbers") + SAMPLES * (HIDDEN + 2));
    assertThat(managed.period.count("tile1.managedNumbers"))
        .isEqualTo(plain.period.count("tile1.managedNumbers") + SAMPLES * 2);
    assertThat(managed.trainedBits()).isNotEqualTo(plain.trainedBits());
  }

  @Test
  void withoutNoiseManagementAllMaximaAreSearched() {
    String[] off = {"management.noiseForward=off", "management.noiseBackward=off", UM};
    ChipSpec chip = TestCases.chip(off);
    SmallTraining plain = train(TestCases.chip(off[0], off[1]));
    SmallTraining managed = train(chip);
    ClosedForm form = new ClosedForm(chip);
    long numbers = INPUTS + 1 + HIDDEN + 2;
    long added = form.manage((int) numbers) - form.link(HIDDEN, chip.dac().bits());
    assertThat(managed.endPs() - plain.endPs()).isEqualTo(SAMPLES * added);
    assertThat(managed.period.count("tile0.managedNumbers"))
        .isEqualTo(plain.period.count("tile0.managedNumbers") + SAMPLES * numbers);
  }

  /** Either layer's update may be the last of a sample, as their trains differ in length. */
  @Test
  void eachUpdateTakesTheTimeOfItsOwnTrain() {
    ChipSpec chip = TestCases.chip(UM, UBLM);
    SmallTraining training = new SmallTraining(chip, network, data);
    List<Slots> notes = new ArrayList<>();
    training.train(
        SAMPLES,
        inner -> {
          notes.add(new Slots(inner));
          return notes.getFirst();
        });
    ClosedForm form = new ClosedForm(chip);
    List<Integer> slots = notes.getFirst().slots;
    long beforeFirst =
        samplePs(chip)
            - form.update()
            - form.link(HIDDEN, chip.dac().bits())
            + form.manage(HIDDEN + 2);
    long beforeSecond =
        samplePs(chip)
            - form.update()
            - form.link(HIDDEN, chip.dac().bits())
            - form.bus(HIDDEN)
            - form.digital(2 * HIDDEN)
            - form.manage(HIDDEN + 1)
            - form.link(HIDDEN + 1, chip.adc().bits());
    long end = 0;
    for (int sample = 0; sample < SAMPLES; sample++) {
      long second = slots.get(2 * sample) * chip.update().slotPs();
      long first = slots.get(2 * sample + 1) * chip.update().slotPs();
      end += Math.max(beforeFirst + first, beforeSecond + second);
    }
    assertThat(training.endPs()).isEqualTo(end);
    assertThat(slots.stream().distinct().count()).isGreaterThan(1);
  }

  @Test
  void aShorterTrainSavesPulseGeneratorEnergyInProportion() {
    ChipSpec chip = TestCases.chip(UM, UBLM);
    SmallTraining managed = train(chip);
    SmallTraining plain = train(TestCases.chip(UM));
    long lines = HIDDEN + INPUTS + 1;
    long slots = managed.period.count("tile0.pulseSlots");
    assertThat(slots).isPositive().isLessThan(plain.period.count("tile0.pulseSlots"));
    assertThat(managed.period.count("tile0.pulsedLinePicoseconds")).isEqualTo(lines * slots * 2000);
    assertThat(plain.period.count("tile0.pulsedLinePicoseconds"))
        .isEqualTo(lines * SAMPLES * 20_000);
    assertThat(EnergyPerAction.of(chip).pulseGeneratorPicosecondJoules() * 1e12)
        .isEqualTo(chip.tile().pulseGeneratorWattsPerLine());
  }
}
