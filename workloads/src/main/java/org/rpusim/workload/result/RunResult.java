package org.rpusim.workload.result;

import com.google.common.collect.ImmutableList;
import org.rpusim.core.stats.Metrics;

/**
 * Everything a run found out.
 *
 * @param metrics figures by dotted path
 * @param epochs one row an epoch, empty for timing-only runs
 * @param layers one row an epoch and layer, empty for timing-only runs
 * @param layerTable one row a layer with weights, empty for runs without a network
 * @param components one row a component that had work
 * @param complete false when the run was stopped before its end
 */
public record RunResult(
    Metrics metrics,
    ImmutableList<EpochResult> epochs,
    ImmutableList<LayerResult> layers,
    ImmutableList<LayerFigures> layerTable,
    ImmutableList<ComponentResult> components,
    boolean complete) {

  /** The result of a run without layers. */
  public RunResult(
      Metrics metrics,
      ImmutableList<EpochResult> epochs,
      ImmutableList<ComponentResult> components,
      boolean complete) {
    this(metrics, epochs, ImmutableList.of(), ImmutableList.of(), components, complete);
  }
}
