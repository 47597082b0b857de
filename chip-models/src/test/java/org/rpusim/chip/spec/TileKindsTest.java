package org.rpusim.chip.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.cost.ChipArea;
import org.rpusim.chip.cost.ChipFigures;
import org.rpusim.chip.preset.ChipPresets;

final class TileKindsTest {
  private static ChipSpec chip(String name, String... settings) {
    return ChipPresets.load(name, Overrides.parse(List.of(settings))).spec();
  }

  @Test
  void anotherKindIsLikeTheMainOneWhereItSaysNothing() {
    ChipSpec chip =
        chip(
            "gokmen2016-design2",
            "tile.linkBandwidth=70 GB/s",
            "tile.others=[{name: small, tiles: 5, rows: 64, columns: 32, inputBufferVectors: 3}]");
    TileKind small = chip.otherTiles().getFirst();
    assertThat(chip.tiles()).isEqualTo(55);
    assertThat(chip.kinds().getFirst().tiles()).isEqualTo(50);
    assertThat(small.tile().linkBytesPerSecond()).isEqualTo(70e9);
    assertThat(small.tile().inputBufferVectors()).isEqualTo(3);
    assertThat(small.tile().outputBufferVectors()).isEqualTo(4);
    assertThat(small.tile().readTimePs()).isEqualTo(15_000); // 15 input levels
    assertThat(small.linesPerConverter()).isEqualTo(64);
    assertThat(small.crossPoints()).isEqualTo(2048);
    assertThat(chip.of(chip.kinds().getFirst()).tile()).isEqualTo(chip.tile());
  }

  @Test
  void aChipOfOneKindSeesItself() {
    ChipSpec chip = chip("gokmen2016-design2");
    assertThat(chip.of(chip.kinds().getFirst())).isEqualTo(chip);
  }

  @Test
  void figuresOfKindsAddUp() {
    ChipSpec chip = chip("gokmen2017-bimodal");
    ChipFigures large = ChipFigures.of(chip.of(chip.kinds().get(0)));
    ChipFigures small = ChipFigures.of(chip.of(chip.kinds().get(1)));
    ChipFigures all = ChipFigures.of(chip);
    assertThat(all.operationsPerSecond())
        .isCloseTo(large.operationsPerSecond() + small.operationsPerSecond(), within(1.0));
    assertThat(all.weights()).isEqualTo(24L * 4096 * 4096 + 32L * 512 * 512);
    // Digital units count once a tile, the bus once.
    assertThat(all.watts()).isCloseTo(large.watts() + small.watts() - 20, within(1e-9));
    assertThat(all.watts()).isLessThan(chip.powerEnvelopeWatts());
    assertThat(ChipArea.of(chip).chipSquareMillimetres())
        .isCloseTo(
            large.area().chipSquareMillimetres() + small.area().chipSquareMillimetres(),
            within(1e-9));
    assertThat(small.readCyclePs()).isEqualTo(10_000);
    assertThat(small.tileDigitalOperationsPerSecond()).isEqualTo(51.2e9);
    assertThat(large.tileDigitalOperationsPerSecond()).isEqualTo(51.2e9);
  }

  @Test
  void aSharedUnitServesTheKindItMakesTheMostOf() {
    ChipSpec chip = chip("gokmen2017-bimodal", "digital.sharing=shared");
    ChipFigures all = ChipFigures.of(chip);
    assertThat(all.activeTiles()).isEqualTo(1);
    assertThat(all.operationsPerSecond())
        .isEqualTo(ChipFigures.of(chip.of(chip.kinds().get(0))).operationsPerSecond());
  }

  @Test
  void wrongKindsAreRefused() {
    assertThatThrownBy(() ->
            chip(
                "gokmen2016-design2",
                "tile.others=[{name: main, tiles: 5, rows: 64, columns: 32}]"))
        .hasMessageContaining(
            "tile.others[0].name is main, but must differ from those of the other kinds of tiles.");
    assertThatThrownBy(
            () -> chip("gokmen2016-design2", "tile.others=[{name: small, tiles: 5, rows: 64}]"))
        .hasMessageContaining("tile.others[0].columns is missing");
    assertThatThrownBy(() -> chip("gokmen2016-design2", "tile.others=3"))
        .hasMessageContaining("tile.others is \"3\", but must be a list");
  }
}
