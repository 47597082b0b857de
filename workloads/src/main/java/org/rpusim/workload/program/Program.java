package org.rpusim.workload.program;

import com.google.common.collect.ImmutableList;

/**
 * What a chip does for one sample.
 *
 * @param operations in an order in which each stands behind its predecessors
 * @param tiles number of tiles in use
 * @param weights weights that it reads, each counted once
 * @param usefulReadOperations multiplies and adds of the network's own matrices in forward and
 *     backward reads: 2 a weight a read
 * @param weightUpdates weights updated
 */
public record Program(
    ImmutableList<Operation> operations,
    int tiles,
    long weights,
    long usefulReadOperations,
    long weightUpdates) {}
