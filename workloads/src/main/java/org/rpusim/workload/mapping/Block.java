package org.rpusim.workload.mapping;

/**
 * The part of a layer's weight matrix that lies on one tile.
 *
 * @param tile index of the tile
 * @param blockRow position among the blocks, from the top
 * @param blockColumn position among the blocks, from the left
 * @param firstRow first row of the matrix in this block
 * @param rows rows in this block
 * @param firstColumn first column of the matrix in this block
 * @param columns columns in this block
 */
public record Block(
    int tile, int blockRow, int blockColumn, int firstRow, int rows, int firstColumn, int columns) {

  /** Weights in this block. */
  public long weights() {
    return (long) rows * columns;
  }
}
