package org.rpusim.workload.result;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;
import org.rpusim.core.stats.Metrics;
import org.rpusim.workload.state.NetworkWeights;

/**
 * Everything a run found out.
 *
 * @param metrics figures by dotted path
 * @param epochs one row an epoch, empty for timing-only runs
 * @param layers one row an epoch and layer, empty for timing-only runs
 * @param components one row a component that had work
 * @param complete false when the run was stopped before its end
 * @param weights what the arrays held at the end, or null where nothing was trained
 */
public record RunResult(
    Metrics metrics,
    ImmutableList<EpochResult> epochs,
    ImmutableList<LayerResult> layers,
    ImmutableList<ComponentResult> components,
    boolean complete,
    @Nullable NetworkWeights weights) {

  /** The result of a run that trained nothing. */
  public RunResult(
      Metrics metrics,
      ImmutableList<EpochResult> epochs,
      ImmutableList<LayerResult> layers,
      ImmutableList<ComponentResult> components,
      boolean complete) {
    this(metrics, epochs, layers, components, complete, null);
  }

  /** The result of a run without layers. */
  public RunResult(
      Metrics metrics,
      ImmutableList<EpochResult> epochs,
      ImmutableList<ComponentResult> components,
      boolean complete) {
    this(metrics, epochs, ImmutableList.of(), components, complete);
  }
}
