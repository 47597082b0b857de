package org.rpusim.workload.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.network.Network;
import org.rpusim.workload.training.SmallTraining;

/** Arrays of one layer that differ from those of the others. */
class LayerArraysTest {
  private static Network network(String ofFirst) {
    return TestCases.network(
        "inputs: 20\nlayers:\n  - {units: 12, " + ofFirst + "}\n  - {units: 4}\n");
  }

  private static Mapping map(String ofFirst, String... chip) {
    return Mapper.map(network(ofFirst), TestCases.chip(chip));
  }

  @Test
  void whatALayerSaysHoldsForItsArraysAlone() {
    Mapping mapping =
        map("array: {device: {upDownDeviceToDevice: 0}, update: {bitLength: 1}, adc: {bits: 7}}");
    ChipSpec chip = TestCases.chip();
    ChipSpec first = mapping.layers().getFirst().chip();
    assertThat(first.device().upDownDeviceToDevice()).isZero();
    assertThat(first.device().dwMin()).isEqualTo(chip.device().dwMin());
    assertThat(first.update().bitLength()).isEqualTo(1);
    assertThat(first.adc().bits()).isEqualTo(7);
    assertThat(mapping.layers().getLast().chip()).isEqualTo(chip);
    assertThat(mapping.chipOfTile()).containsExactly(first, chip);
  }

  @Test
  void aDevicePresetReplacesTheChips() {
    ChipSpec first = map("array: {device: {preset: ideal}}").layers().getFirst().chip();
    assertThat(first.device()).isEqualTo(TestCases.chip("device.preset=ideal").device());
  }

  /**
   * A shorter train of the last update: 2 × 9 ns instead of 2 × 10 ns; and energy of its own ADC.
   */
  @Test
  void timeAndEnergyFollow() {
    SmallTraining all = train(network("bias: true"));
    SmallTraining one = train(network("array: {update: {bitLength: 9}}"));
    assertThat(all.endPs() - one.endPs()).isEqualTo(2_000L);
    SmallTraining fine = train(network("array: {adc: {bits: 11}}"));
    assertThat(fine.period.count("tile0.conversions"))
        .isEqualTo(all.period.count("tile0.conversions"));
    assertThat(fine.joules()).isGreaterThan(all.joules());
  }

  private static SmallTraining train(Network network) {
    ChipSpec chip = TestCases.chip(TestCases.FLOATING_POINT);
    return new SmallTraining(chip, network, TestCases.data(20, 4, 1, 1)).train(1);
  }

  @Test
  void keysOfOtherPartsAreRefused() {
    assertThatThrownBy(() -> map("array: {tile: {rows: 5}}"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("array.tile of layer W1 cannot differ between layers")
        .hasMessageContaining("Maybe --set tile for the whole chip.");
    assertThatThrownBy(() -> map("array: {management: {rate: 1 GHz}}"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("cannot differ between layers");
    assertThatThrownBy(() -> map("array: {update: {bitLenght: 5}}"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("update.bitLength is meant");
  }

  /** 12 rows of 3 devices are 36 lines; a tile of 16 holds 5 weights of a column, whole ones. */
  @ParameterizedTest
  @CsvSource({"64, 1, 36", "16, 3, 15", "3, 12, 3"})
  void devicesOfAWeightStayOnOneTile(int tileRows, int blocks, int linesOfFirst) {
    Mapping mapping =
        map(
            "devicesPerWeight: 3",
            "tile.rows=" + tileRows,
            "tile.columns=64",
            "adc.linesPerConverter=1");
    MappedLayer layer = mapping.layers().getFirst();
    assertThat(layer.blockRows()).isEqualTo(blocks);
    assertThat(layer.physicalRows(layer.blocks().getFirst())).isEqualTo(linesOfFirst);
    assertThat(layer.blocks().stream().mapToInt(Block::rows).sum()).isEqualTo(12);
  }

  @Test
  void aTileThatHoldsNoWholeWeightIsTooSmall() {
    assertThatThrownBy(() -> map("devicesPerWeight: 5", "tile.rows=4", "adc.linesPerConverter=1"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("Layer W1 has 5 devices a weight")
        .hasMessageContaining("Maybe fewer devices a weight, or larger tiles.");
  }

  /** Each line is integrated, converted, sent and averaged; operations count weights once. */
  @Test
  void everyDeviceIsConvertedAndAveraged() {
    SmallTraining one = train(network("devicesPerWeight: 1"));
    SmallTraining three = train(network("devicesPerWeight: 3"));
    assertThat(three.period.count("tile0.conversions")).isEqualTo(36);
    assertThat(three.period.count("tile0.linkBits") - one.period.count("tile0.linkBits"))
        .isEqualTo(24 * 9);
    assertThat(
            three.period.count("tile0.digitalOperations")
                - one.period.count("tile0.digitalOperations"))
        .isEqualTo(36);
    assertThat(three.program.usefulReadOperations()).isEqualTo(one.program.usefulReadOperations());
    assertThat(three.program.weightUpdates()).isEqualTo(one.program.weightUpdates());
  }
}
