package org.rpusim.workload.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.tile.WaitReason;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.network.Network;

/** One digital unit for all tiles costs what its queue explains. */
class SharedUnitTest {
  private static final int INPUTS = 15;
  private static final int BLOCK = 32;
  private static final long SERVICE_PS = BLOCK * 1_000L;
  private static final int OUTPUTS = 4;
  private static final int SAMPLES = 3;

  /** Transfers of 1 ps and a unit of 1 operation a ns: only the unit's queue counts. */
  private static ChipSpec chip(String sharing) {
    return TestCases.chip(
        TestCases.FLOATING_POINT,
        "tile.rows=" + BLOCK,
        "tile.columns=512",
        "adc.linesPerConverter=32",
        "tile.linkBandwidth=1000000 TB/s",
        "interconnect.bandwidth=1000000 TB/s",
        "interconnect.latency=0 ns",
        "digital.rate=1 GOps/s",
        "digital.sharing=" + sharing);
  }

  /**
   * The first layer is cut into k blocks of 32 rows, whose tiles finish together. With a unit each,
   * their activations take one service S; with one unit for all they queue, k·S. Transfers of 1 ps:
   * the shared unit has the activations at hand, which saves k; it sends delta to k tiles one after
   * the other, k, where one broadcast and the tiles' own links take 2.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 9})
  void designThreeIsSlowerByTheQueueOfItsUnit(int blocks) {
    Network network = TestCases.network(INPUTS, blocks * BLOCK, OUTPUTS);
    DataSet data = TestCases.data(INPUTS, OUTPUTS, SAMPLES, 1);
    SmallTraining own = new SmallTraining(chip("per-tile"), network, data).train(SAMPLES);
    SmallTraining shared = new SmallTraining(chip("shared"), network, data).train(SAMPLES);
    long transfersPs = (blocks - 2) - (long) blocks;
    assertThat(shared.endPs() - own.endPs())
        .isEqualTo(SAMPLES * ((blocks - 1) * SERVICE_PS + transfersPs));
    assertThat(shared.trainedBits()).isEqualTo(own.trainedBits());
  }

  /** The last block's numbers reach the unit k − 1 ps after the first's: so much less they wait. */
  @ParameterizedTest
  @ValueSource(ints = {2, 5})
  void whoeverWaitsForTheSharedUnitSaysSo(int blocks) {
    Network network = TestCases.network(INPUTS, blocks * BLOCK, OUTPUTS);
    DataSet data = TestCases.data(INPUTS, OUTPUTS, SAMPLES, 1);
    SmallTraining own = new SmallTraining(chip("per-tile"), network, data).train(SAMPLES);
    SmallTraining shared = new SmallTraining(chip("shared"), network, data).train(SAMPLES);
    long more = (blocks - 1) * (SERVICE_PS - 1);
    assertThat(waitingOfLastArray(shared) - waitingOfLastArray(own)).isEqualTo(SAMPLES * more);
  }

  /** The second layer's array waits for all activations of the first. */
  private static long waitingOfLastArray(SmallTraining training) {
    String name = "tile" + (training.mapping.tiles() - 1) + ".array";
    for (int i = 0; i < training.period.accounts().size(); i++) {
      if (training.period.accounts().get(i).name().equals(name)) {
        return training.period.waitingPs(i, WaitReason.DIGITAL_UNIT);
      }
    }
    throw new IllegalArgumentException(name);
  }
}
