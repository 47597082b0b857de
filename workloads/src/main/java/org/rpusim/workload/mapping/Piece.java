package org.rpusim.workload.mapping;

import com.google.common.collect.ImmutableList;
import com.google.common.math.IntMath;
import java.math.RoundingMode;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.spec.TileKind;
import org.rpusim.workload.network.MatrixLayer;

/**
 * A block that has no place yet.
 *
 * @param layer its layer
 * @param physicalRows lines that its rows take
 * @param columns lines that its columns take
 * @param block the block, on no tile in particular
 */
record Piece(MatrixLayer layer, int physicalRows, int columns, Block block) {

  /**
   * Cuts all copies of a layer's matrix to the size of a kind of tile, with smaller pieces at its
   * right and lower edge. Devices of one weight stay together.
   *
   * @param inStep whether every copy is updated with all vectors
   * @throws ConfigException if the devices of one weight do not fit
   */
  static ImmutableList<Piece> cut(MatrixLayer layer, TileKind kind, String chip, boolean inStep) {
    int devices = layer.arrays().devicesPerWeight();
    int rows = kind.tile().rows() / devices;
    int columns = kind.tile().columns();
    if (rows == 0) {
      throw new ConfigException(
          "Layer %s has %,d devices a weight on repeated rows, and a tile of %s has %,d rows."
              .formatted(layer.name(), devices, chip, kind.tile().rows()),
          "Maybe fewer devices a weight, or larger tiles.");
    }
    int copies = layer.arrays().placement().replicas();
    int down = parts(layer.rows(), rows);
    int across = parts(layer.columns(), columns);
    ImmutableList.Builder<Piece> pieces = ImmutableList.builder();
    for (int copy = 0; copy < copies; copy++) {
      Share share = Share.of(copy, copies, layer.vectors(), inStep);
      for (int i = 0; i < down * across; i++) {
        int firstRow = i / across * rows;
        int firstColumn = i % across * columns;
        Block block =
            new Block(
                0,
                i / across,
                i % across,
                firstRow,
                Math.min(rows, layer.rows() - firstRow),
                firstColumn,
                Math.min(columns, layer.columns() - firstColumn),
                new Block.Corner(0, 0, 0),
                share);
        pieces.add(new Piece(layer, block.rows() * devices, block.columns(), block));
      }
    }
    return pieces.build();
  }

  /** Tiles of a kind that a layer takes if no other shares them; 0 if it cannot lie there. */
  static long tiles(MatrixLayer layer, TileKind kind) {
    int rows = kind.tile().rows() / layer.arrays().devicesPerWeight();
    if (rows == 0) {
      return 0;
    }
    return (long) parts(layer.rows(), rows)
        * parts(layer.columns(), kind.tile().columns())
        * layer.arrays().placement().replicas();
  }

  private static int parts(int length, int most) {
    return IntMath.divide(length, most, RoundingMode.CEILING);
  }

  /** The block at its place. */
  Block at(int tile, int array, int row, int column) {
    return new Block(
        tile,
        block.blockRow(),
        block.blockColumn(),
        block.firstRow(),
        block.rows(),
        block.firstColumn(),
        block.columns(),
        new Block.Corner(array, row, column),
        block.share());
  }
}
