package org.rpusim.workload.mapping;

import com.google.common.collect.ImmutableList;
import com.google.common.math.IntMath;
import java.math.RoundingMode;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.network.DenseLayer;
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
      MappedLayer mapped =
          cut(i, network.layers().get(i), chip.tile().rows(), chip.tile().columns(), tile);
      layers.add(mapped);
      tile += mapped.blocks().size();
    }
    if (tile > chip.tiles()) {
      throw tooSmall(network, chip, tile);
    }
    return new Mapping(layers.build(), tile);
  }

  private static MappedLayer cut(
      int index, DenseLayer layer, int tileRows, int tileColumns, int firstTile) {
    int blockRows = IntMath.divide(layer.rows(), tileRows, RoundingMode.CEILING);
    int blockColumns = IntMath.divide(layer.columns(), tileColumns, RoundingMode.CEILING);
    ImmutableList.Builder<Block> blocks = ImmutableList.builder();
    for (int r = 0; r < blockRows; r++) {
      for (int c = 0; c < blockColumns; c++) {
        int firstRow = r * tileRows;
        int firstColumn = c * tileColumns;
        blocks.add(
            new Block(
                firstTile + r * blockColumns + c,
                r,
                c,
                firstRow,
                Math.min(tileRows, layer.rows() - firstRow),
                firstColumn,
                Math.min(tileColumns, layer.columns() - firstColumn)));
      }
    }
    return new MappedLayer(index, layer, blockRows, blockColumns, blocks.build());
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
