package org.rpusim.workload.accounting;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;
import java.util.TreeMap;
import org.rpusim.workload.mapping.Block;
import org.rpusim.workload.mapping.MappedLayer;
import org.rpusim.workload.mapping.Mapping;

/**
 * Energy by layer: that of the tiles, links and digital units on which a layer's matrix lies. What
 * serves all layers, as interconnect, memory and unused tiles do, is {@link #SHARED}; a tile of
 * several layers stands under all their names.
 */
final class LayerEnergy {
  static final String SHARED = "shared";

  private LayerEnergy() {}

  /** Energy by name of the layer, J; the sum is the energy of all components. */
  static ImmutableSortedMap<String, Double> of(Mapping mapping, EnergyBreakdown energy) {
    Map<String, String> layerOfTile = new TreeMap<>();
    for (MappedLayer layer : mapping.layers()) {
      for (Block block : layer.blocks()) {
        layerOfTile.merge("tile" + block.tile(), layer.layer().name(), LayerEnergy::both);
      }
    }
    Map<String, Double> sums = new TreeMap<>();
    energy
        .byAccount()
        .forEach((account, joules) -> {
          int dot = account.indexOf('.');
          String tile = dot < 0 ? account : account.substring(0, dot);
          sums.merge(layerOfTile.getOrDefault(tile, SHARED), joules, Double::sum);
        });
    return ImmutableSortedMap.copyOf(sums);
  }

  private static String both(String one, String other) {
    return one.equals(other) ? one : one + "+" + other;
  }
}
