package org.rpusim.report.study;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.rpusim.report.point.PointData;
import org.rpusim.report.point.PointResult;
import org.rpusim.workload.data.DataSet;

/** Results that no run gave. */
final class MadeUp {
  private static final byte[] NONE = {};
  static final DataSet NO_DATA = new DataSet("digits", 64, 10, NONE, NONE, NONE, NONE, 1f);
  static final PointData POINT_DATA = new PointData(workload -> NO_DATA, null);

  private MadeUp() {}

  /** A run of two epochs with a final test error. */
  static PointResult run(String point, long seed, double error) {
    return new PointResult(
        point,
        seed,
        "f",
        "",
        ImmutableMap.of("accuracy.testErrorPercent", error),
        ImmutableList.of(
            new PointResult.Epoch(1, 2 * error, 0.5), new PointResult.Epoch(2, error, 0.25)));
  }

  /** A run that failed. */
  static PointResult failure(String point, long seed) {
    return new PointResult(point, seed, "f", "invented", ImmutableMap.of(), ImmutableList.of());
  }

  /** A study's result at a scale. */
  static StudyResult result(Study study, Scale scale, List<PointResult> runs) {
    StudyPlan plan = StudyPlan.of(study, scale, POINT_DATA);
    return new StudyResult(plan, !scale.equals(study.full()), ImmutableList.copyOf(runs));
  }
}
