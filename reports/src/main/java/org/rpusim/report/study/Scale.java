package org.rpusim.report.study;

import com.google.common.collect.ImmutableMap;

/**
 * How much of a study is run.
 *
 * @param epochs passes through the samples; 0 for the workload's own
 * @param samples training samples an epoch; 0 for the workload's own
 * @param seeds seeds of each point, 1 to this number
 */
public record Scale(int epochs, int samples, int seeds) {
  /** The keys that it sets, over all that a study sets. */
  ImmutableMap<String, String> set() {
    ImmutableMap.Builder<String, String> set = ImmutableMap.builder();
    if (epochs > 0) {
      set.put("workload.epochs", String.valueOf(epochs));
    }
    if (samples > 0) {
      set.put("workload.samples", String.valueOf(samples));
    }
    return set.buildOrThrow();
  }

  /** Whether its runs are as long as another's; the number of seeds may differ. */
  boolean isAsLongAs(Scale other) {
    return epochs == other.epochs && samples == other.samples;
  }
}
