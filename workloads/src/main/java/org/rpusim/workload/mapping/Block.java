package org.rpusim.workload.mapping;

/**
 * The part of a layer's weight matrix, or of a copy of it, that lies on one tile.
 *
 * @param tile index of the tile among those in use
 * @param blockRow position among the blocks, from the top
 * @param blockColumn position among the blocks, from the left
 * @param firstRow first row of the matrix in this block
 * @param rows rows in this block
 * @param firstColumn first column of the matrix in this block
 * @param columns columns in this block
 * @param corner where on the tile it lies
 * @param share vectors that it has to do with
 */
public record Block(
    int tile,
    int blockRow,
    int blockColumn,
    int firstRow,
    int rows,
    int firstColumn,
    int columns,
    Corner corner,
    Share share) {

  /**
   * The upper left corner of a block on its tile.
   *
   * @param array number of the block among all blocks of the mapping; the same as the tile where
   *     every block has one of its own
   * @param row first row line of the tile
   * @param column first column line of the tile
   */
  public record Corner(int array, int row, int column) {}

  /** A block by itself on a tile, for single vectors. */
  public Block(
      int tile,
      int blockRow,
      int blockColumn,
      int firstRow,
      int rows,
      int firstColumn,
      int columns) {
    this(
        tile,
        blockRow,
        blockColumn,
        firstRow,
        rows,
        firstColumn,
        columns,
        new Corner(tile, 0, 0),
        Share.all(1));
  }

  /** Weights in this block. */
  public long weights() {
    return (long) rows * columns;
  }

  /** Number of its array among those of the mapping. */
  public int array() {
    return corner.array();
  }
}
