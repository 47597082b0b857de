package org.rpusim.workload.run;

import org.jspecify.annotations.Nullable;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Workers;
import org.rpusim.workload.observation.Window;

/**
 * What a run is given besides its two files.
 *
 * @param seed seed of every random draw
 * @param kernels inner loops; they change no result
 * @param workers threads that share large reads; they change no result
 * @param fastForward whether known schedules are replayed instead of simulated; it changes no
 *     result
 * @param trace stretch of simulated time to be traced, or null; it changes no result
 * @param course where a training begins and ends
 */
public record RunOptions(
    long seed,
    Kernels kernels,
    Workers workers,
    boolean fastForward,
    @Nullable Window trace,
    Course course) {

  /** Options of a run from its beginning to its end. */
  public RunOptions(long seed, Kernels kernels, Workers workers, boolean fastForward) {
    this(seed, kernels, workers, fastForward, null, Course.WHOLE);
  }

  /** Options of a run on one thread. */
  public RunOptions(long seed, Kernels kernels) {
    this(seed, kernels, Workers.NONE, true);
  }
}
