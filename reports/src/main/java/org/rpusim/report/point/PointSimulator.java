package org.rpusim.report.point;

import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;

/** Runs one point on the calling thread. */
@FunctionalInterface
public interface PointSimulator {
  /**
   * Runs a point to its end, or until the listener asks for a stop.
   *
   * @throws org.rpusim.chip.config.ConfigException if chip, workload and data do not fit together
   */
  RunResult run(PointTask task, RunListener listener);
}
