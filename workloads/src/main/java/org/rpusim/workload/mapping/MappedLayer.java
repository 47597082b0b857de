package org.rpusim.workload.mapping;

import com.google.common.collect.ImmutableList;
import org.rpusim.workload.network.DenseLayer;

/**
 * A layer with its blocks.
 *
 * @param index position in the network, from 0
 * @param layer the layer
 * @param blockRows number of blocks from top to bottom
 * @param blockColumns number of blocks from left to right
 * @param blocks row by row
 */
public record MappedLayer(
    int index, DenseLayer layer, int blockRows, int blockColumns, ImmutableList<Block> blocks) {

  /** The block at a position. */
  public Block block(int blockRow, int blockColumn) {
    return blocks.get(position(blockRow, blockColumn));
  }

  /** Index of a block in {@link #blocks}. */
  public int position(int blockRow, int blockColumn) {
    return blockRow * blockColumns + blockColumn;
  }
}
