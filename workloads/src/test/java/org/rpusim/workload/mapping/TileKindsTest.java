package org.rpusim.workload.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.network.Network;

final class TileKindsTest {
  private static final String ONE_COPY = "replicas: 1";

  private static List<Long> readPs(Mapping mapping) {
    return mapping.layers().stream().map(MappedLayer::readPs).toList();
  }

  private static List<String> tiles(Mapping mapping) {
    return mapping.layers().stream()
        .map(layer -> layer.blocks().size() + " " + layer.chip().tileName())
        .toList();
  }

  private static Mapping map(String chip, String ofFirst, String mapping, String... settings) {
    return Mapper.map(AlexNet.network(ofFirst, mapping), TestCases.preset(chip, settings));
  }

  @Test
  void arraysOfOneSizeTakeTheTimesOfThePaper() {
    assertThat(readPs(map("gokmen2017-uniform", ONE_COPY, "")))
        .containsExactly(
            242_000_000L,
            58_320_000L,
            13_520_000L,
            13_520_000L,
            13_520_000L,
            80_000L,
            80_000L,
            80_000L);
  }

  @Test
  void onTheBimodalChipWhatFitsASmallArrayWholeLiesThere() {
    Mapping mapping = map("gokmen2017-bimodal", ONE_COPY, "");
    assertThat(readPs(mapping).subList(0, 3))
        .containsExactly(30_250_000L, 58_320_000L, 13_520_000L);
    assertThat(tiles(mapping))
        .containsExactly(
            "1 small", "1 large", "1 large", "1 large", "1 large", "3 large", "1 large", "1 large");
  }

  @Test
  void theFastestMappingCutsTheSecondLayerOverFiveSmallArrays() {
    Mapping mapping = map("gokmen2017-bimodal", ONE_COPY, "tiles: fastest");
    assertThat(readPs(mapping).subList(0, 3)).containsExactly(30_250_000L, 7_290_000L, 1_690_000L);
    assertThat(tiles(mapping).subList(0, 6))
        .containsExactly("1 small", "5 small", "5 small", "7 small", "7 small", "3 large");
    Network pinned = AlexNet.network("tile: large", "");
    ChipSpec chip = TestCases.preset("gokmen2017-bimodal");
    assertThat(tiles(Mapper.map(pinned, chip)).getFirst()).isEqualTo("1 large");
    assertThat(readPs(Mapper.fastest(pinned, chip))).isEqualTo(readPs(mapping));
  }

  /** 3025 vectors are 1513 and 1512, or 757 and three times 756. */
  @ParameterizedTest
  @CsvSource({
    "gokmen2017-uniform, 2, 121_040_000",
    "gokmen2017-uniform, 4, 60_560_000",
    "gokmen2017-bimodal, 2, 15_130_000",
    "gokmen2017-bimodal, 4, 7_570_000"
  })
  void copiesShareTheTimeOfTheFirstLayer(String chip, int copies, String picoseconds) {
    Mapping mapping = map(chip, "replicas: " + copies, "");
    assertThat(mapping.layers().getFirst().readPs())
        .isEqualTo(Long.parseLong(picoseconds.replace("_", "")));
    assertThat(
            mapping.layers().getFirst().blocks().stream().mapToInt(b -> b.share().vectors()).sum())
        .isEqualTo(3025);
  }

  @Test
  void aLayerForWhichTheSmallTilesDoNotSufficeGoesToLargeOnes() {
    Mapping mapping =
        map("gokmen2017-bimodal", ONE_COPY, "tiles: fastest", "tile.others[0].tiles=7");
    assertThat(tiles(mapping).subList(0, 4))
        .containsExactly("1 small", "5 small", "1 large", "1 large");
  }

  @Test
  void tilesOfAKindSeeTheChipAsBuiltOfThem() {
    Mapping mapping = map("gokmen2017-bimodal", ONE_COPY, "");
    ChipSpec small = mapping.chipOfTile().get(mapping.layers().getFirst().blocks().get(0).tile());
    assertThat(small.tile().rows()).isEqualTo(512);
    assertThat(small.adc().linesPerConverter()).isEqualTo(8);
    assertThat(small.tile().readTimePs()).isEqualTo(10_000);
    assertThat(mapping.sites().asList()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 24);
  }

  @Test
  void aNetworkThatDoesNotFitSaysHowManyTilesOfWhichKindItNeeds() {
    assertThatThrownBy(() -> map("gokmen2017-bimodal", "replicas: 40", "", "chip.tiles=2"))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "The network does not fit the chip: its 62,367,776 weights need 9 of the kind large"
                + " (4096 x 4096) and 40 of the kind small (512 x 512) tiles, and"
                + " gokmen2017-bimodal has 2 and 32.\n"
                + "Maybe give the chip more tiles, or let tile: of a layer name another kind.");
  }

  @Test
  void aKindThatTheChipLacksIsRefused() {
    assertThatThrownBy(() -> map("gokmen2017-bimodal", "tile: smal", ""))
        .hasMessage(
            "Layer K1 is to lie on tiles of the kind smal; gokmen2017-bimodal has large, small.\n"
                + "Maybe small is meant.");
  }
}
