package org.rpusim.report.sweep;

import org.jspecify.annotations.Nullable;
import org.rpusim.report.point.PointResult;
import org.rpusim.workload.result.RunListener;

/**
 * From a configuration to its row: a function of point and seed alone, wherever and in whatever
 * order it is called; by several threads at once.
 */
public interface PointEvaluator {
  /**
   * A text that differs between runs that could differ in their result.
   *
   * @throws org.rpusim.chip.config.ConfigException if the point's keys are wrong
   */
  String fingerprint(SweepPoint point, long seed);

  /**
   * Runs a point. What goes wrong is a result too, with its reason.
   *
   * @return null if the listener asked for a stop
   */
  @Nullable PointResult evaluate(SweepPoint point, long seed, RunListener listener);
}
