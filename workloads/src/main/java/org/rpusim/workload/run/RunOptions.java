package org.rpusim.workload.run;

/**
 * What a run is given besides its two files.
 *
 * @param seed seed of every random draw
 * @param threads threads for work inside kernels, 1 or more; changes no result
 */
public record RunOptions(long seed, int threads) {}
