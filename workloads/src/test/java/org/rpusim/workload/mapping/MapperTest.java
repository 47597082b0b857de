package org.rpusim.workload.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.network.Network;

class MapperTest {
  @Test
  void aMatrixThatFitsHasATileOfItsOwn() {
    Mapping mapping = Mapper.map(TestCases.network(784, 256, 128, 10), TestCases.chip());
    assertThat(mapping.tiles()).isEqualTo(3);
    assertThat(mapping.layers().getFirst().blocks())
        .containsExactly(new Block(0, 0, 0, 0, 256, 0, 785));
    assertThat(mapping.layers().getLast().blocks())
        .containsExactly(new Block(2, 0, 0, 0, 10, 0, 129));
  }

  @Test
  void aLargerMatrixIsCutWithSmallerBlocksAtItsEdges() {
    ChipSpec chip = TestCases.chip("tile.rows=128", "tile.columns=128");
    MappedLayer layer = Mapper.map(TestCases.network(130, 200), chip).layers().getFirst();
    assertThat(layer.blocks())
        .containsExactly(
            new Block(0, 0, 0, 0, 128, 0, 128),
            new Block(1, 0, 1, 0, 128, 128, 3),
            new Block(2, 1, 0, 128, 72, 0, 128),
            new Block(3, 1, 1, 128, 72, 128, 3));
    assertThat(layer.block(1, 0)).isEqualTo(layer.blocks().get(2));
  }

  @Test
  void randomMatricesAreCoveredExactlyOnceAndTilesAreNotShared() {
    for (int seed = 1; seed <= 60; seed++) {
      TestCases random = new TestCases(seed);
      ChipSpec chip =
          TestCases.chip(
              "tile.rows=" + random.between(1, 40),
              "tile.columns=" + random.between(1, 40),
              "adc.linesPerConverter=1",
              "chip.tiles=60000");
      Network network =
          TestCases.network(random.between(1, 90), random.between(1, 90), random.between(1, 90));
      Mapping mapping = Mapper.map(network, chip);
      int tile = 0;
      for (MappedLayer layer : mapping.layers()) {
        assertCovered(seed, layer, chip);
        for (Block block : layer.blocks()) {
          assertThat(block.tile()).as("seed %d", seed).isEqualTo(tile++);
        }
      }
      assertThat(mapping.tiles()).isEqualTo(tile);
    }
  }

  private static void assertCovered(int seed, MappedLayer layer, ChipSpec chip) {
    int[][] hits = new int[layer.layer().rows()][layer.layer().columns()];
    for (Block block : layer.blocks()) {
      assertThat(block.rows()).as("seed %d", seed).isBetween(1, chip.tile().rows());
      assertThat(block.columns()).as("seed %d", seed).isBetween(1, chip.tile().columns());
      for (int row = 0; row < block.rows(); row++) {
        for (int column = 0; column < block.columns(); column++) {
          hits[block.firstRow() + row][block.firstColumn() + column]++;
        }
      }
    }
    for (int[] row : hits) {
      assertThat(row).as("seed %d", seed).containsOnly(1);
    }
  }

  @Test
  void aChipThatIsTooSmallSaysHowManyTilesAreNeeded() {
    ChipSpec chip =
        TestCases.chip(
            "tile.rows=128", "tile.columns=128", "chip.tiles=15", "chip.name=small-chip");
    assertThatThrownBy(() -> Mapper.map(TestCases.network(784, 256, 128, 10), chip))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(
            "The network does not fit the chip: its 235,146 weights need 19 tiles of 128 x 128,"
                + " and small-chip has 15.")
        .hasMessageContaining("Maybe --set chip.tiles=19, or larger tiles.");
    assertThat(
            Mapper.map(
                    TestCases.network(784, 256, 128, 10),
                    TestCases.chip("tile.rows=128", "tile.columns=128", "chip.tiles=19"))
                .tiles())
        .isEqualTo(19);
  }
}
