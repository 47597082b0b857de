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
 * @param blocks row by row
 */
public record MappedLayer(
    int index,
    MatrixLayer layer,
    ChipSpec chip,
    int blockRows,
    int blockColumns,
    ImmutableList<Block> blocks) {

  /** The block at a position. */
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
