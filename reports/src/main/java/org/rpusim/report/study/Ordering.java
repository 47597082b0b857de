package org.rpusim.report.study;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.rpusim.report.study.Statistics.Interval;

/**
 * Whether the points of a panel, which a publication lists from the worst to the best, come in that
 * order. Neighbours count as equal where the latter is worse by no more than {@value
 * #EQUAL_PERCENT} % in error, the penalty that P1 accepts, or where both have learnt next to
 * nothing.
 *
 * @param panel the panel
 * @param labels its points with a result
 * @param means their figures, %
 * @param holds whether the order is as published
 */
record Ordering(
    Panel panel, ImmutableList<String> labels, ImmutableList<Double> means, boolean holds) {
  private static final double EQUAL_PERCENT = 0.3;
  private static final double NOTHING_LEARNT_PERCENT = 75;

  /** The order of each panel that has one and two results or more. */
  static ImmutableList<Ordering> of(StudyResult result) {
    ImmutableList.Builder<Ordering> all = ImmutableList.builder();
    for (Panel panel : result.plan().study().panels()) {
      Ordering ordering = of(result, panel);
      if (panel.ordered() && ordering.means.size() > 1) {
        all.add(ordering);
      }
    }
    return all.build();
  }

  private static Ordering of(StudyResult result, Panel panel) {
    List<String> labels = new ArrayList<>();
    List<Double> means = new ArrayList<>();
    for (StudyPoint point : panel.points()) {
      Interval figure = result.figure(point.name());
      if (figure != null) {
        labels.add(point.label());
        means.add(figure.mean());
      }
    }
    return new Ordering(
        panel, ImmutableList.copyOf(labels), ImmutableList.copyOf(means), falls(means));
  }

  private static boolean falls(List<Double> means) {
    for (int i = 1; i < means.size(); i++) {
      double worse = means.get(i - 1);
      double better = means.get(i);
      boolean nothingLearnt = worse > NOTHING_LEARNT_PERCENT && better > NOTHING_LEARNT_PERCENT;
      if (better > worse + EQUAL_PERCENT && !nothingLearnt) {
        return false;
      }
    }
    return true;
  }
}
