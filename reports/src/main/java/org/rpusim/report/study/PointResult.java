package org.rpusim.report.study;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.jspecify.annotations.Nullable;

/**
 * What one run of a study gave.
 *
 * @param point name of the point
 * @param seed seed of the run
 * @param fingerprint of the task, see {@link PointTask#fingerprint}
 * @param failure why there is no result; empty if there is one
 * @param figures the numbers of {@code metrics.json} by path
 * @param epochs one entry an epoch; empty for timing-only runs
 */
public record PointResult(
    String point,
    long seed,
    String fingerprint,
    String failure,
    ImmutableMap<String, Double> figures,
    ImmutableList<Epoch> epochs) {

  /**
   * An epoch of a run.
   *
   * @param epoch counted from 1
   * @param testErrorPercent misclassified test samples, %
   * @param trainLoss mean loss of the samples as they were trained, nats
   */
  public record Epoch(int epoch, double testErrorPercent, double trainLoss) {}

  /** Whether the run ended with a result. */
  public boolean succeeded() {
    return failure.isEmpty();
  }

  /** A figure, or null where the run failed or has none of this path. */
  public @Nullable Double figure(String path) {
    return figures.get(path);
  }
}
