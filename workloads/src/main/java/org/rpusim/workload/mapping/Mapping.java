package org.rpusim.workload.mapping;

import com.google.common.collect.ImmutableList;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.network.Network;

/**
 * A network's matrices on the tiles of a chip.
 *
 * @param network the network
 * @param layers those with weights, in the network's order
 * @param tiles number of tiles in use, the first of the chip
 */
public record Mapping(Network network, ImmutableList<MappedLayer> layers, int tiles) {

  /** The chip as the array of each tile sees it. */
  public ImmutableList<ChipSpec> chipOfTile() {
    ImmutableList.Builder<ChipSpec> chips = ImmutableList.builder();
    layers.forEach(layer -> layer.blocks().forEach(block -> chips.add(layer.chip())));
    return chips.build();
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
