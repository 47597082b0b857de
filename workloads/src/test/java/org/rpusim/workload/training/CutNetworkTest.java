package org.rpusim.workload.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.network.Network;

/** What cutting a matrix, and exchanging a device, does to the numbers of a training. */
class CutNetworkTest {
  private static final String[] SMALL_TILES = {
    "tile.rows=16", "tile.columns=16", "adc.linesPerConverter=16", "chip.tiles=200"
  };

  private static final String[] EXACT_PERIPHERY = {
    "dac.bits=off",
    "adc.bits=off",
    "adc.outputBound=1000000",
    "management.noiseForward=off",
    "management.noiseBackward=off",
    "management.boundForward=off"
  };

  private final Network network = TestCases.network(64, 40, 10);
  private final DataSet data = TestCases.data(64, 10, 20, 1);

  private static ChipSpec chip(String device, String[] settings) {
    String[] all = new String[settings.length + 1];
    all[0] = "device.preset=" + device;
    System.arraycopy(settings, 0, all, 1, settings.length);
    return TestCases.chip(all);
  }

  private SmallTraining train(String device, String[] settings, int samples) {
    return new SmallTraining(chip(device, settings), network, data).train(samples);
  }

  /** The loss of the first sample is a function of the first forward result alone. */
  @Test
  void inFloatingPointACutNetworkGivesTheSameResultToRounding() {
    SmallTraining whole = train("floating-point", new String[0], 1);
    SmallTraining cut = train("floating-point", SMALL_TILES, 1);
    assertThat(cut.mapping.tiles()).isEqualTo(3 * 5 + 1 * 3);
    assertThat(cut.loss()).isCloseTo(whole.loss(), within(1e-6 * whole.loss()));
    assertWeightsClose(cut, whole, 1e-6f);
  }

  @Test
  void inFloatingPointACutNetworkTrainsAlikeForManySamples() {
    SmallTraining whole = train("floating-point", new String[0], 20);
    SmallTraining cut = train("floating-point", SMALL_TILES, 20);
    assertThat(cut.loss()).isCloseTo(whole.loss(), within(1e-5 * whole.loss()));
    assertWeightsClose(cut, whole, 1e-5f);
  }

  private void assertWeightsClose(SmallTraining a, SmallTraining b, float tolerance) {
    for (var layer : network.matrices()) {
      int index = network.matrices().indexOf(layer);
      float worst = 0;
      for (int row = 0; row < layer.rows(); row++) {
        for (int column = 0; column < layer.columns(); column++) {
          float difference = a.weight(index, row, column) - b.weight(index, row, column);
          worst = Math.max(worst, Math.abs(difference));
        }
      }
      assertThat(worst).as(layer.name()).isLessThanOrEqualTo(tolerance);
    }
  }

  /** Both start from the same weights; the loss is taken before the first update. */
  @Test
  void anIdealDeviceWithoutConvertersReadsAsFloatingPointDoesBitForBit() {
    SmallTraining exact = train("floating-point", EXACT_PERIPHERY, 1);
    SmallTraining ideal = train("ideal", EXACT_PERIPHERY, 1);
    assertThat(Double.doubleToRawLongBits(ideal.loss()))
        .isEqualTo(Double.doubleToRawLongBits(exact.loss()));
    assertThat(ideal.trainedBits()).isNotEqualTo(exact.trainedBits());
  }

  @Test
  void samplesInFlightSeeWeightsThatAreNotYetUpdated() {
    ChipSpec chip = chip("floating-point", new String[0]);
    SmallTraining strict = new SmallTraining(chip, network, data, 1).train(20);
    SmallTraining pipelined = new SmallTraining(chip, network, data, 4).train(20);
    assertThat(pipelined.endPs()).isLessThan(strict.endPs());
    assertThat(pipelined.trainedBits()).isNotEqualTo(strict.trainedBits());
    assertThat(pipelined.period.tileCount("updates")).isEqualTo(40);
  }
}
