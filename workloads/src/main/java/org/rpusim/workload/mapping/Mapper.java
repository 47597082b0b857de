package org.rpusim.workload.mapping;

import com.google.common.collect.ImmutableList;
import com.google.common.math.IntMath;
import java.math.RoundingMode;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.network.MatrixLayer;
import org.rpusim.workload.network.Network;

/**
 * Places matrices on tiles in order: a matrix larger than a tile is cut into blocks of the tile's
 * size, with smaller ones at its right and lower edge; no two blocks share a tile.
 */
public final class Mapper {
  private Mapper() {}

  /**
   * Maps a network.
   *
   * @throws ConfigException if the chip has too few tiles; it says how many are needed
   */
  public static Mapping map(Network network, ChipSpec chip) {
    ImmutableList.Builder<MappedLayer> layers = ImmutableList.builder();
    int tile = 0;
    for (int i = 0; i < network.layers().size(); i++) {
      if (network.layers().get(i) instanceof MatrixLayer matrix) {
        MappedLayer mapped = cut(i, matrix, chip, tile);
        layers.add(mapped);
        tile += mapped.blocks().size();
      }
    }
    if (tile > chip.tiles()) {
      throw tooSmall(network, chip, tile);
    }
    return new Mapping(network, layers.build(), tile);
  }

  /** Devices of one weight stay on one tile. */
  private static MappedLayer cut(int index, MatrixLayer layer, ChipSpec chip, int firstTile) {
    int rows = chip.tile().rows() / layer.arrays().devicesPerWeight();
    int columns = chip.tile().columns();
    if (rows == 0) {
      throw new ConfigException(
          "Layer %s has %,d devices a weight on repeated rows, and a tile of %s has %,d rows."
              .formatted(
                  layer.name(), layer.arrays().devicesPerWeight(), chip.name(), chip.tile().rows()),
          "Maybe fewer devices a weight, or larger tiles.");
    }
    int blockRows = IntMath.divide(layer.rows(), rows, RoundingMode.CEILING);
    int blockColumns = IntMath.divide(layer.columns(), columns, RoundingMode.CEILING);
    ImmutableList.Builder<Block> blocks = ImmutableList.builder();
    for (int r = 0; r < blockRows; r++) {
      for (int c = 0; c < blockColumns; c++) {
        blocks.add(
            new Block(
                firstTile + r * blockColumns + c,
                r,
                c,
                r * rows,
                Math.min(rows, layer.rows() - r * rows),
                c * columns,
                Math.min(columns, layer.columns() - c * columns)));
      }
    }
    return new MappedLayer(
        index, layer, LayerChips.of(chip, layer), blockRows, blockColumns, blocks.build());
  }

  private static ConfigException tooSmall(Network network, ChipSpec chip, int needed) {
    return new ConfigException(
        "The network does not fit the chip: its %,d weights need %,d tiles of %d x %d, and %s has %,d."
            .formatted(
                network.weights(),
                needed,
                chip.tile().rows(),
                chip.tile().columns(),
                chip.name(),
                chip.tiles()),
        "Maybe --set chip.tiles=" + needed + ", or larger tiles.");
  }
}
