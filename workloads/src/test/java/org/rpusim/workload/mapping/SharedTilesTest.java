package org.rpusim.workload.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.network.Network;
import org.rpusim.workload.training.SmallTraining;

final class SharedTilesTest {
  private static Network network(String mapping, int layers) {
    StringBuilder yaml = new StringBuilder("inputs: 12\nmapping: {" + mapping + "}\nlayers:\n");
    for (int i = 1; i < layers; i++) {
      yaml.append("  - {units: ").append(8 + i).append("}\n");
    }
    return TestCases.network(yaml.append("  - {units: 4}\n").toString());
  }

  private static Network at(String first, String second) {
    return TestCases.network(
        "inputs: 9\nlayers:\n  - {name: A, units: 20, %s}\n  - {name: B, units: 10, %s}\n"
            .formatted(first, second));
  }

  @Test
  void smallMatricesShareATileWithLinesOfTheirOwn() {
    TestCases random = new TestCases(11);
    for (int seed = 0; seed < 60; seed++) {
      int side = random.between(20, 60);
      ChipSpec chip =
          TestCases.chip("tile.rows=" + side, "tile.columns=" + side, "adc.linesPerConverter=1");
      Mapping mapping = Mapper.map(network("objective: fewest-tiles", random.between(1, 9)), chip);
      List<List<Block>> onTile = new ArrayList<>();
      for (int tile = 0; tile < mapping.tiles(); tile++) {
        onTile.add(new ArrayList<>());
      }
      mapping.layers().forEach(l -> l.blocks().forEach(b -> onTile.get(b.tile()).add(b)));
      onTile.forEach(blocks -> assertApart(blocks, side));
      assertThat(mapping.tiles())
          .isGreaterThanOrEqualTo((int) mapping.leastTiles(chip.kinds().getFirst()))
          .isLessThanOrEqualTo(mapping.layers().size());
    }
  }

  private static void assertApart(List<Block> blocks, int side) {
    boolean[] rows = new boolean[side];
    boolean[] columns = new boolean[side];
    for (Block block : blocks) {
      for (int i = 0; i < block.rows(); i++) {
        assertThat(rows[block.corner().row() + i]).isFalse();
        rows[block.corner().row() + i] = true;
      }
      for (int i = 0; i < block.columns(); i++) {
        assertThat(columns[block.corner().column() + i]).isFalse();
        columns[block.corner().column() + i] = true;
      }
    }
  }

  /** Every array draws for itself, and strict SGD uses one layer after the other. */
  @Test
  void sharingATileChangesNoWeightAndSparesTheWayBetweenLayers() {
    ChipSpec chip = TestCases.chip("interconnect.latency=0 ns");
    SmallTraining apart =
        new SmallTraining(chip, network("objective: in-order", 3), TestCases.data(12, 4, 5, 1));
    SmallTraining shared =
        new SmallTraining(chip, network("objective: fewest-tiles", 3), TestCases.data(12, 4, 5, 1));
    apart.train(5);
    shared.train(5);
    assertThat(apart.mapping.tiles()).isEqualTo(3);
    assertThat(shared.mapping.tiles()).isEqualTo(1);
    assertThat(shared.trainedBits()).isEqualTo(apart.trainedBits());
    assertThat(shared.counts().get("tile0.updates")).isEqualTo(3 * 5L);
    // Of 12 + 9 + 10 + 1 numbers forward and 10 + 9 backward, the sample and its label remain.
    assertThat(shared.counts().get("interconnect.bits")).isEqualTo(5 * 13 * 16L);
    assertThat(apart.counts().get("interconnect.bits")).isEqualTo(5 * (13 + 2 * (9 + 10)) * 16L);
    // The backward read of a layer waits for the update of the one behind it.
    assertThat(shared.endPs()).isGreaterThan(apart.endPs());
  }

  @Test
  void aTileHoldsNoMoreLayersThanItKeepsInputs() {
    ChipSpec chip = TestCases.chip("tile.inputBufferVectors=2");
    assertThat(Mapper.map(network("objective: fewest-tiles", 5), chip).tiles()).isEqualTo(3);
  }

  @Test
  void aGivenPlaceIsTaken() {
    Mapping mapping =
        Mapper.map(
            at("at: {tile: 7, row: 3, column: 5}", "at: {tile: 7, row: 23, column: 15}"),
            TestCases.chip());
    assertThat(mapping.sites().asList()).containsExactly(7);
    assertThat(mapping.layers().getFirst().blocks().getFirst().corner())
        .isEqualTo(new Block.Corner(0, 3, 5));
    assertThat(mapping.layers().getLast().blocks().getFirst().corner())
        .isEqualTo(new Block.Corner(1, 23, 15));
    Mapping mixed = Mapper.map(at("bias: true", "at: {tile: 0}"), TestCases.chip());
    assertThat(mixed.layers().getFirst().blocks().getFirst().tile()).isEqualTo(1);
    assertThat(mixed.layers().getFirst().blocks().getFirst().array()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "at: {tile: 3, row: 0, column: 0} | at: {tile: 3, row: 10, column: 4} | 64"
            + " | Layers A and B collide on tile 3: they have rows and columns in common, and layers"
            + " that share a tile need their own."
            + " | Maybe at: {tile: 3, row: 20, column: 10} for B.",
        "at: {tile: 3, row: 0, column: 0} | at: {tile: 3, row: 20, column: 4} | 64"
            + " | Layers A and B collide on tile 3: they have columns in common, and layers that"
            + " share a tile need their own."
            + " | Maybe at: {tile: 3, row: 20, column: 10} for B.",
        "at: {tile: 50} | bias: true | 64"
            + " | Layer A is to lie on tile 50, and gokmen2016-design2 has tiles 0 to 49."
            + " | Maybe tile 49 is meant.",
        "at: {tile: 5, row: 50} | bias: true | 64"
            + " | Layer A takes 20 rows and 10 columns, which have no room from row 50 and column 0"
            + " on of a tile of 64 x 64."
            + " | Maybe leave out at: of the layer.",
        "at: {tile: 5} | at: {tile: 5, row: 30, column: 30}, array: {dac: {bits: 7}} | 64"
            + " | Layers A and B are to share tile 5, but their arrays: keys differ."
            + " | Maybe put one of them on another tile."
      })
  void aPlaceThatIsNotFreeIsRefused(
      String first, String second, int side, String sentence, String advice) {
    ChipSpec chip =
        TestCases.chip("tile.rows=" + side, "tile.columns=" + side, "adc.linesPerConverter=1");
    assertThatThrownBy(() -> Mapper.map(at(first, second), chip))
        .hasMessage(sentence + "\n" + advice);
  }
}
