package org.rpusim.report.chart;

import org.rpusim.core.random.RandomStream;

/** Picks some of many points for a chart, with no regard to any pattern in their order. */
public final class Thinning {
  private Thinning() {}

  /**
   * Whether a point is shown.
   *
   * @param index of the point
   * @param every about one of so many is shown, 1 or more
   */
  public static boolean keeps(int index, int every) {
    return every == 1 || Long.remainderUnsigned(RandomStream.mix64(index + 1L), every) == 0;
  }
}
