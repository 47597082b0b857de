package org.rpusim.workload.mapping;

import com.google.common.collect.ImmutableList;
import org.rpusim.workload.network.Network;

/**
 * A network's matrices on the tiles of a chip.
 *
 * @param network the network
 * @param layers those with weights, in the network's order
 * @param tiles number of tiles in use, the first of the chip
 */
public record Mapping(
    Network network, ImmutableList<MappedLayer> layers, int tiles) {

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
