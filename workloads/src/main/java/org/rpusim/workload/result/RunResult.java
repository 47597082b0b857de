package org.rpusim.workload.result;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;
import org.rpusim.core.stats.Metrics;
import org.rpusim.workload.observation.Observations;
import org.rpusim.workload.state.NetworkWeights;

/**
 * Everything a run found out.
 *
 * @param metrics figures by dotted path
 * @param epochs one row an epoch, empty for timing-only runs
 * @param layers one row an epoch and layer, empty for timing-only runs
 * @param layerTable one row a layer with weights, empty for runs without a network
 * @param components one row a component that had work
 * @param complete false when the run was stopped before its end
 * @param observations what was seen while it went on
 * @param weights what the arrays held at the end, or null where nothing was trained
 */
public record RunResult(
    Metrics metrics,
    ImmutableList<EpochResult> epochs,
    ImmutableList<LayerResult> layers,
    ImmutableList<LayerFigures> layerTable,
    ImmutableList<ComponentResult> components,
    boolean complete,
    Observations observations,
    @Nullable NetworkWeights weights) {

  /** The result of a run without a network. */
  public RunResult(
      Metrics metrics,
      ImmutableList<EpochResult> epochs,
      ImmutableList<ComponentResult> components,
      boolean complete) {
    this(
        metrics,
        epochs,
        ImmutableList.of(),
        ImmutableList.of(),
        components,
        complete,
        Observations.NONE,
        null);
  }

  /** The same result with what was seen. */
  public RunResult with(Observations seen) {
    return new RunResult(metrics, epochs, layers, layerTable, components, complete, seen, weights);
  }
}
