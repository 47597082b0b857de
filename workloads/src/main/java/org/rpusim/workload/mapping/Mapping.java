package org.rpusim.workload.mapping;

import com.google.common.collect.ImmutableList;

/**
 * A network's matrices on the tiles of a chip.
 *
 * @param layers in the network's order
 * @param tiles number of tiles in use, the first of the chip
 */
public record Mapping(ImmutableList<MappedLayer> layers, int tiles) {}
