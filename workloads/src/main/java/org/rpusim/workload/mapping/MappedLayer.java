package org.rpusim.workload.mapping;

import com.google.common.collect.ImmutableList;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.network.MatrixLayer;

/**
 * A layer with its blocks.
 *
 * @param index position in the network, from 0
 * @param layer the layer
 * @param chip the chip as this layer's arrays see it
 * @param blockRows number of blocks from top to bottom
 * @param blockColumns number of blocks from left to right
 * @param blocks row by row; those of a second copy behind those of the first, and so on
 */
public record MappedLayer(
    int index,
    MatrixLayer layer,
    ChipSpec chip,
    int blockRows,
    int blockColumns,
    ImmutableList<Block> blocks) {

  /** Copies of the matrix, 1 or more. */
  public int copies() {
    return blocks.size() / (blockRows * blockColumns);
  }

  /** The blocks of one copy, row by row. */
  public ImmutableList<Block> copy(int copy) {
    int each = blockRows * blockColumns;
    return blocks.subList(copy * each, (copy + 1) * each);
  }

  /**
   * Time that the busiest of the layer's arrays reads for a pass of one sample, ps: P2's ws times
   * the read cycle, shared by the copies.
   */
  public long readPs() {
    return blocks.getFirst().share().vectors() * chip.tile().readTimePs();
  }

  /** The block of the first copy at a position. */
  public Block block(int blockRow, int blockColumn) {
    return blocks.get(position(blockRow, blockColumn));
  }

  /** Index of a block in {@link #blocks}. */
  public int position(int blockRow, int blockColumn) {
    return blockRow * blockColumns + blockColumn;
  }

  /** Lines that the rows of a block take: each weight lies on a line for each of its devices. */
  public int physicalRows(Block block) {
    return block.rows() * layer.arrays().devicesPerWeight();
  }
}
