package org.rpusim.report.sweep;

import org.rpusim.report.point.PointTask;
import org.rpusim.workload.run.Forecast;

/**
 * How long a run is expected to take, relative to others, by the timing-only mode. It orders runs
 * and foretells the end, and changes no result.
 */
final class ExpectedEffort {
  private ExpectedEffort() {}

  /** Above 0. */
  static double of(PointTask task) {
    return Forecast.nanoseconds(task.chip().spec(), task.workload().spec(), task.data());
  }
}
