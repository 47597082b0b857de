package org.rpusim.workload.run;

import org.rpusim.chip.math.Kernels;

/**
 * What a run is given besides its two files.
 *
 * @param seed seed of every random draw
 * @param kernels inner loops; they change no result
 */
public record RunOptions(long seed, Kernels kernels) {}
