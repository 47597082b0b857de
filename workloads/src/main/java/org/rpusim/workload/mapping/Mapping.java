package org.rpusim.workload.mapping;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.spec.TileKind;
import org.rpusim.workload.network.Network;

/**
 * A network's matrices on the tiles of a chip. Tiles in use are counted from 0 in the order of
 * their places on the chip.
 *
 * @param network the network
 * @param layers those with weights, in the network's order
 * @param sites number of each tile in use among all of the chip's, by its index, increasing
 */
public record Mapping(Network network, ImmutableList<MappedLayer> layers, ImmutableIntArray sites) {

  /** Number of tiles in use. */
  public int tiles() {
    return sites.length();
  }

  /** Number of arrays: a block has one. */
  public int arrays() {
    return layers.stream().mapToInt(layer -> layer.blocks().size()).sum();
  }

  /**
   * Tiles of a kind that the blocks on it take at least, wherever they lie: blocks that share a
   * tile have rows and columns of their own.
   */
  public long leastTiles(TileKind kind) {
    long rows = 0;
    long columns = 0;
    for (MappedLayer layer : layers) {
      if (layer.chip().tileName().equals(kind.name())) {
        for (Block block : layer.blocks()) {
          rows += layer.physicalRows(block);
          columns += block.columns();
        }
      }
    }
    return Packing.least(rows, columns, kind);
  }

  /** The chip as the arrays of each tile see it. */
  public ImmutableList<ChipSpec> chipOfTile() {
    ChipSpec[] chips = new ChipSpec[tiles()];
    layers.forEach(layer -> layer.blocks().forEach(block -> chips[block.tile()] = layer.chip()));
    return ImmutableList.copyOf(chips);
  }

  /**
   * The mapped layer at a position of the network.
   *
   * @throws IllegalArgumentException if there is none with weights
   */
  public MappedLayer of(int index) {
    for (MappedLayer layer : layers) {
      if (layer.index() == index) {
        return layer;
      }
    }
    throw new IllegalArgumentException("layer " + index + " has no weights");
  }
}
