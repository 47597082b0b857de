package org.rpusim.workload.program;

import com.google.common.collect.ImmutableList;

/**
 * What a chip does for one batch, and what a sample has a share in.
 *
 * @param operations in an order in which each stands behind its predecessors
 * @param tiles number of tiles in use
 * @param batch samples of a batch, 1 or more
 * @param weights weights that it reads, each counted once
 * @param usefulReadOperations multiplies and adds of the network's own matrices in forward and
 *     backward reads of a sample: 2 a weight a read
 * @param weightUpdates weights updated for a sample
 */
public record Program(
    ImmutableList<Operation> operations,
    int tiles,
    int batch,
    long weights,
    long usefulReadOperations,
    long weightUpdates) {}
