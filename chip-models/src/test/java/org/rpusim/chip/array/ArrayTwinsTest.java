package org.rpusim.chip.array;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.device.Devices;
import org.rpusim.chip.device.WeightLayout;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.RandomCases;
import org.rpusim.chip.spec.DeviceSpec;
import org.rpusim.chip.spec.ManagementSpec.NoiseManagement;
import org.rpusim.chip.spec.Rounding;

/** Whole arrays on both kernels, over reads and updates in a row: the same bits and counts. */
class ArrayTwinsTest {
  private static final int STEPS = 12;
  private static final ImmutableList<NoiseManagement> MODES =
      ImmutableList.copyOf(NoiseManagement.values());

  @Test
  void randomShapesGiveTheSameBits() {
    RandomCases shapes = new RandomCases(11);
    for (int c = 0; c < 60; c++) {
      DeviceSpec device = c % 4 == 0 ? TestArrays.IDEAL : TestArrays.BASELINE;
      device = c % 9 == 0 ? TestArrays.EXACT : device;
      assertTwins(device, shapes.between(1, 70), shapes.between(1, 70), c % 2 == 0, shapes.word());
    }
  }

  @Test
  void theFirstLayerOfThePerceptronGivesTheSameBits() {
    assertTwins(TestArrays.BASELINE, 256, 785, true, 5);
    assertTwins(TestArrays.BASELINE, 256, 785, false, 6);
    assertTwins(TestArrays.EXACT, 256, 785, true, 7);
  }

  @Test
  void everyDeviceAndDefectGivesTheSameBits() {
    RandomCases shapes = new RandomCases(12);
    String[] defects = {
      "dead: 0.05",
      "stuck: 0.05",
      "halfSelect: 0.2",
      "decayPerUpdate: 0.01",
      "diffusionPerUpdate: 0.002",
      "readOffset: 0.1",
      "dwMinDeviceToDevice: 1.5",
      "wrongSign: kept"
    };
    for (String kind : Devices.names()) {
      boolean exact = kind.equals("ideal") || kind.equals("floating-point");
      for (int c = 0; c < 8 && !kind.equals("measured"); c++) {
        DeviceSpec device = TestDevices.spread(kind, c < 4 || exact ? new String[0] : defects);
        assertTwins(device, shapes.between(1, 70), shapes.between(1, 70), c % 2 == 0, c);
      }
    }
  }

  @Test
  void updatesDoNotDependOnHowTheWeightsLie() {
    for (DeviceSpec device : new DeviceSpec[] {TestArrays.BASELINE, TestArrays.IDEAL}) {
      CrossbarArray[] arrays = new CrossbarArray[3];
      for (int i = 0; i < 3; i++) {
        TestArrays setup = new TestArrays(device);
        setup.layout = i > 0 ? WeightLayout.INPUT_MAJOR : WeightLayout.ROW_MAJOR;
        arrays[i] = setup.create(37, 90);
      }
      RandomCases random = new RandomCases(8);
      for (int step = 0; step < 40; step++) {
        float[] x = random.values(90, 0.5f);
        float[] d = random.values(37, 0.2f);
        for (int i = 0; i < 3; i++) {
          arrays[i].update(x, 0, d, 0, 0.05f, step, new UpdateOutcome());
        }
        if (step == 20) { // from now on the third array has its weights twice
          arrays[2].readBackward(d, 0, new float[90], 0, step, 0, new ReadOutcome());
        }
      }
      for (int i = 0; i < 37 * 90; i++) {
        float expected = arrays[0].weight(i / 90, i % 90);
        assertThat(arrays[1].weight(i / 90, i % 90)).isEqualTo(expected);
        assertThat(arrays[2].weight(i / 90, i % 90)).isEqualTo(expected);
      }
    }
  }

  private static void assertTwins(
      DeviceSpec device, int rows, int columns, boolean sparse, long seed) {
    float[] scalar = history(device, rows, columns, sparse, seed, Kernels.of("scalar"));
    float[] vector = history(device, rows, columns, sparse, seed, Kernels.of("vector"));
    assertThat(Arrays.equals(vector, scalar))
        .as("%s %d × %d, seed %d", device.kind(), rows, columns, seed)
        .isTrue();
  }

  private static float[] history(
      DeviceSpec device, int rows, int columns, boolean sparse, long seed, Kernels kernels) {
    TestArrays setup = new TestArrays(device);
    setup.outputBound = 3;
    setup.layout = sparse ? WeightLayout.INPUT_MAJOR : WeightLayout.ROW_MAJOR;
    setup.seed = seed;
    setup.kernels = kernels;
    setup.updateManagement = seed % 3 == 0;
    setup.lengthManagement = seed % 2 == 0;
    setup.noiseManagement = MODES.get((int) Long.remainderUnsigned(seed, MODES.size()));
    setup.dacRounding = seed % 5 == 0 ? Rounding.STOCHASTIC : Rounding.DETERMINISTIC;
    setup.adcRounding = seed % 7 == 0 ? Rounding.STOCHASTIC : Rounding.DETERMINISTIC;
    setup.phases = seed % 2 == 0 ? 1 : 2;
    CrossbarArray array = setup.create(rows, columns);
    RandomCases random = new RandomCases(seed);
    float[] all = new float[STEPS * (rows + columns + 8) + rows * columns];
    ReadOutcome read = new ReadOutcome();
    UpdateOutcome update = new UpdateOutcome();
    int at = 0;
    for (int step = 0; step < STEPS; step++) {
      float[] x = random.values(columns, 0.8f);
      float[] d = random.values(rows, 0.5f);
      array.update(x, 0, d, 0, 0.02f, step, update);
      array.readForward(x, 0, all, at, step, step % 3, read);
      at += rows;
      array.readBackward(d, 0, all, at, step, 0, read);
      at += columns;
      all[at++] = read.saturatedOutputs;
      all[at++] = read.clippedInputs;
      all[at++] = read.activeInputs;
      all[at++] = read.inputOnSteps;
      all[at++] = update.slots;
      all[at++] = update.rowPulses;
      all[at++] = update.columnPulses;
      all[at++] = update.coincidences;
    }
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        all[at++] = array.weight(row, column);
      }
    }
    return all;
  }
}
