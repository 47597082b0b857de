package org.rpusim.report.sweep;

import java.util.ArrayList;
import java.util.List;

/**
 * The points that no other one beats: none is at least as good in every objective and better in
 * one. Points that are equal in all objectives are all in the front, or none is.
 */
final class ParetoFront {
  private ParetoFront() {}

  /**
   * Indices of the front's points, rising.
   *
   * @param values by point and objective; a point with a NaN is not in the front
   * @param objectives one a column of the values, 1 or more
   */
  static List<Integer> of(double[][] values, List<Objective> objectives) {
    List<Integer> front = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (complete(values[i]) && !beaten(values, i, objectives)) {
        front.add(i);
      }
    }
    return front;
  }

  private static boolean complete(double[] point) {
    for (double value : point) {
      if (Double.isNaN(value)) {
        return false;
      }
    }
    return true;
  }

  private static boolean beaten(double[][] values, int point, List<Objective> objectives) {
    for (double[] other : values) {
      if (complete(other) && dominates(other, values[point], objectives)) {
        return true;
      }
    }
    return false;
  }

  private static boolean dominates(double[] a, double[] b, List<Objective> objectives) {
    boolean better = false;
    for (int k = 0; k < objectives.size(); k++) {
      if (objectives.get(k).better(b[k], a[k])) {
        return false;
      }
      better |= objectives.get(k).better(a[k], b[k]);
    }
    return better;
  }
}
