package org.rpusim.workload.result;

import com.google.common.collect.ImmutableMap;

/**
 * What the tiles of one layer did in the training of one epoch, in exact counts.
 *
 * @param epoch counted from 1
 * @param layer name of the layer
 * @param counts by name, the same names in the same order for all layers; {@code weightsAtBound} is
 *     a state at the end of the epoch, all others count what happened in it
 */
public record LayerResult(int epoch, String layer, ImmutableMap<String, Long> counts) {}
