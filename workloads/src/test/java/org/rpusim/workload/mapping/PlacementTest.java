package org.rpusim.workload.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.floorplan.FloorPlan;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.network.Network;

final class PlacementTest {
  private static final String[] SMALL_TILES = {
    "tile.rows=32", "tile.columns=32", "adc.linesPerConverter=1", "chip.tiles=100"
  };

  private static Network network(String objective, int... widths) {
    StringBuilder yaml =
        new StringBuilder("inputs: 40\nmapping: {objective: " + objective + "}\nlayers:\n");
    for (int width : widths) {
      yaml.append("  - {units: ").append(width).append("}\n");
    }
    return TestCases.network(yaml.toString());
  }

  private static PlacementFigures figures(String objective, ChipSpec chip, int... widths) {
    return PlacementFigures.of(Mapper.map(network(objective, widths), chip), chip);
  }

  @Test
  void searchedPlacementsAreNeverWorseAndMostlyBetterThanTilesInOrder() {
    TestCases random = new TestCases(5);
    ChipSpec chip = TestCases.chip(SMALL_TILES);
    int shorter = 0;
    int calmer = 0;
    for (int seed = 0; seed < 30; seed++) {
      int[] widths = {random.between(8, 120), random.between(8, 120), random.between(8, 120)};
      PlacementFigures inOrder = figures("in-order", chip, widths);
      PlacementFigures path = figures("shortest-path", chip, widths);
      PlacementFigures links = figures("balanced-links", chip, widths);
      assertThat(path.numberMillimetres()).isLessThanOrEqualTo(inOrder.numberMillimetres());
      shorter += path.numberMillimetres() < inOrder.numberMillimetres() ? 1 : 0;
      calmer += links.busiestLink() < inOrder.busiestLink() ? 1 : 0;
    }
    assertThat(shorter).isGreaterThan(25);
    assertThat(calmer).isGreaterThan(20);
  }

  @Test
  void theFigureIsNumbersTimesDistance() {
    ChipSpec chip = TestCases.chip(SMALL_TILES);
    Mapping mapping = Mapper.map(network("in-order", 20, 10), chip);
    FloorPlan plan = FloorPlan.of(chip);
    // 40 inputs and a bias are two blocks, whose sums meet in tile 0; 20 numbers go on to tile 2.
    double expected =
        40 * plan.distanceToMemoryMillimetres(0)
            + 40 * plan.distanceToMemoryMillimetres(1)
            + 20 * plan.distanceMillimetres(1, 0)
            + 20 * plan.distanceMillimetres(0, 2);
    assertThat(PlacementFigures.of(mapping, chip).numberMillimetres())
        .isCloseTo(expected, within(0.2));
    assertThat(PlacementFigures.of(mapping, chip).busiestLink()).isEqualTo(40 + 20 + 20);
  }

  @Test
  void everyTileKeepsASiteOfItsKindAndNoTwoTheSame() {
    ChipSpec chip =
        TestCases.preset("gokmen2017-bimodal", "tile.rows=64", "tile.columns=64", "chip.tiles=40");
    Network network =
        TestCases.network(
            """
            inputs: 200
            mapping: {objective: shortest-path}
            layers:
              - {units: 150, tile: large}
              - {units: 700, tile: small}
              - {units: 10, tile: large}
            """);
    Mapping mapping = Mapper.map(network, chip);
    assertThat(new HashSet<>(mapping.sites().asList())).hasSize(mapping.tiles());
    for (MappedLayer layer : mapping.layers()) {
      for (Block block : layer.blocks()) {
        boolean main = mapping.sites().get(block.tile()) < 40;
        assertThat(main).isEqualTo(layer.chip().tileName().equals("large"));
      }
    }
    assertThat(mapping.chipOfTile()).hasSize(mapping.tiles());
  }

  @Test
  void thousandsOfTilesArePlaced() {
    ChipSpec chip = TestCases.chip("tile.rows=32", "tile.columns=32", "chip.tiles=5000");
    Mapping mapping = Mapper.map(network("shortest-path", 640, 640, 640, 10), chip);
    assertThat(mapping.tiles()).isEqualTo(40 + 2 * 20 * 21 + 21);
  }
}
