package org.rpusim.chip.array;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.RandomCases;

/** Update and length management: P2's formulas, and what they do to an array. */
class TrainSettingsTest {
  private static final float DW_MIN = 0.001f;

  private final TestArrays setup = new TestArrays();
  private final UpdateOutcome outcome = new UpdateOutcome();

  private TrainSettings settings(float xMax, float deltaMax, float learningRate) {
    TrainSettings settings = new TrainSettings(setup.update(), DW_MIN, Kernels.of("scalar"));
    float[] x = new float[Kernels.BLOCK];
    float[] d = new float[Kernels.BLOCK];
    x[3] = xMax;
    x[4] = -xMax / 2;
    d[0] = deltaMax / 3;
    d[15] = -deltaMax;
    settings.set(x, d, learningRate);
    return settings;
  }

  @Test
  void withoutManagementBothGainsAreThoseOfP1() {
    double gain = Math.sqrt(0.01 / (10 * 0.001));
    TrainSettings settings = settings(0.5f, 0.02f, 0.01f);
    assertThat(settings.slots()).isEqualTo(10);
    assertThat((double) settings.columnGain()).isCloseTo(gain, Offset.offset(1e-6));
    assertThat(settings.rowGain()).isEqualTo(settings.columnGain());
    assertThat((double) settings(0.5f, 0.02f, 0.04f).rowGain())
        .isCloseTo(2 * gain, Offset.offset(2e-6));
  }

  /** m = sqrt(0.02/0.5) = 0.2. */
  @Test
  void updateManagementBalancesTheLargestProbabilities() {
    setup.updateManagement = true;
    TrainSettings settings = settings(0.5f, 0.02f, 0.01f);
    assertThat(settings.slots()).isEqualTo(10);
    assertThat((double) settings.columnGain()).isCloseTo(0.2, Offset.offset(1e-6));
    assertThat((double) settings.rowGain()).isCloseTo(5, Offset.offset(2e-5));
    assertThat((double) settings.rowGain() * 0.02)
        .isCloseTo(settings.columnGain() * 0.5, Offset.offset(1e-6));
  }

  @Test
  void lengthManagementTakesTheShortestTrainForTheLargestStep() {
    setup.lengthManagement = true;
    assertThat(settings(1f, 0.21f, 0.01f).slots()).isEqualTo(3);
    assertThat(settings(1f, 0.2f, 0.0099f).slots()).isEqualTo(2);
    assertThat(settings(1e-3f, 1e-3f, 0.01f).slots()).isEqualTo(1);
    assertThat(settings(1f, 1f, 1f).slots()).isEqualTo(10);
    assertThat(settings(1f, Float.POSITIVE_INFINITY, 1f).slots()).isEqualTo(10);
    assertThat(settings(1f, 0f, 0.01f).slots()).isZero();
    assertThat(settings(0f, 1f, 0.01f).slots()).isZero();
    assertThat((double) settings(1f, 0.21f, 0.01f).columnGain())
        .isCloseTo(Math.sqrt(0.01 / (3 * 0.001)), Offset.offset(1e-6));
  }

  /** The product of the gains carries the step whatever is managed: BL·dwMin·C_x·C_d = eta. */
  @Test
  void theMeanStepIsTheLearningRateInAllModes() {
    for (int mode = 0; mode < 4; mode++) {
      setup.updateManagement = (mode & 1) != 0;
      setup.lengthManagement = (mode & 2) != 0;
      TrainSettings settings = settings(0.7f, 0.3f, 0.013f);
      double product = (double) settings.columnGain() * settings.rowGain();
      assertThat(settings.slots() * 0.001 * product)
          .as("mode %d", mode)
          .isCloseTo(0.013, Offset.offset(1e-8));
    }
  }

  /** Both managements together clip no probability below the longest train. */
  @Test
  void theLargestLinesOfAManagedUpdateStayBelowCertainty() {
    setup.updateManagement = true;
    setup.lengthManagement = true;
    setup.bitLength = 64;
    RandomCases random = new RandomCases(21);
    for (int i = 0; i < 200; i++) {
      float xMax = random.values(1, 0f)[0];
      float dMax = random.values(1, 0f)[0];
      TrainSettings settings = settings(Math.abs(xMax), Math.abs(dMax), 0.01f);
      assertThat(Math.abs(xMax) * settings.columnGain()).as("case %d", i).isLessThan(1.000001f);
      assertThat(Math.abs(dMax) * settings.rowGain()).as("case %d", i).isLessThan(1.000001f);
    }
  }

  @Test
  void severalUpdatesHaveTheSettingsOfEach() {
    RandomCases random = new RandomCases(22);
    int count = 67;
    for (int mode = 1; mode < 4; mode++) {
      setup.updateManagement = (mode & 1) != 0;
      setup.lengthManagement = (mode & 2) != 0;
      float[][] max = {random.values(count, 0.2f), random.values(count, 0.2f)};
      for (int v = 0; v < count; v++) {
        max[0][v] = Math.abs(max[0][v]);
        max[1][v] = Math.abs(max[1][v]);
      }
      TrainSettings several = new TrainSettings(setup.update(), DW_MIN, Kernels.of("scalar"));
      int[] slots = new int[count];
      float[][] gains = {new float[count], new float[count]};
      several.set(max[0], max[1], count, 0.013f, slots, gains[0], gains[1]);
      for (int v = 0; v < count; v++) {
        TrainSettings alone = settings(max[0][v], max[1][v], 0.013f);
        assertThat(slots[v]).as("mode %d, update %d", mode, v).isEqualTo(alone.slots());
        assertThat(gains[0][v]).isEqualTo(alone.columnGain());
        assertThat(gains[1][v]).isEqualTo(alone.rowGain());
      }
    }
  }

  /** An update that length management shortens to n slots is an update of bit length n. */
  @Test
  void aShortenedTrainDrawsAsATrainOfThatLength() {
    float[] x = {0.9f, 0f, -0.4f, 0.1f};
    float[] d = {0.2f, -0.25f, 0.1f};
    setup.lengthManagement = true;
    CrossbarArray managed = setup.create(3, 4);
    setup.lengthManagement = false;
    setup.bitLength = 3; // 0.01 · 0.9 · 0.25 / 0.001 = 2.25
    CrossbarArray plain = setup.create(3, 4);
    for (int cycle = 0; cycle < 50; cycle++) {
      managed.update(x, 0, d, 0, 0.01f, cycle, outcome);
      assertThat(outcome.slots).isEqualTo(3);
      long coincidences = outcome.coincidences;
      plain.update(x, 0, d, 0, 0.01f, cycle, outcome);
      assertThat(outcome.slots).isEqualTo(3);
      assertThat(outcome.coincidences).isEqualTo(coincidences);
    }
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 4; column++) {
        assertThat(managed.weight(row, column)).isEqualTo(plain.weight(row, column));
      }
    }
  }

  @Test
  void nothingToChangeSendsNothing() {
    setup.lengthManagement = true;
    CrossbarArray array = setup.create(2, 2);
    float before = array.weight(0, 0);
    array.update(new float[] {1f, 1f}, 0, new float[2], 0, 0.01f, 0, outcome);
    assertThat(outcome.slots).isZero();
    assertThat(outcome.rowPulses + outcome.columnPulses + outcome.coincidences).isZero();
    array.update(new float[2], 0, new float[] {1f, 1f}, 0, 0.01f, 1, outcome);
    assertThat(outcome.slots).isZero();
    assertThat(outcome.rowPulses + outcome.columnPulses + outcome.coincidences).isZero();
    assertThat(array.weight(0, 0)).isEqualTo(before);
  }
}
