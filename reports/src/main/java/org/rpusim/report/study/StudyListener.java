package org.rpusim.report.study;

import org.rpusim.report.point.PointResult;
import org.rpusim.report.point.PointTask;

/** Follows a study; called from any of its threads, by one at a time. */
public interface StudyListener {
  /** A run begins. */
  void started(PointTask task);

  /**
   * A run goes on.
   *
   * @param fraction done of it, 0 to 1
   */
  void progress(PointTask task, double fraction);

  /** A run ended, with a result or a failure, and is on disk. */
  void ended(PointTask task, PointResult result);

  /** Asked often; true ends all runs, and those under way leave nothing. */
  boolean stopRequested();
}
