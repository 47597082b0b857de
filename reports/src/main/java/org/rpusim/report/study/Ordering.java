package org.rpusim.report.study;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.rpusim.report.point.PointTask;
import org.rpusim.report.point.Statistics.Interval;
import org.rpusim.workload.data.DataSet;

/**
 * Whether the points of a panel, which a publication lists from the worst to the best, come in that
 * order. Neighbours count as equal where the latter is worse by no more than {@value
 * #EQUAL_PERCENT} % in error, the penalty that P1 accepts; or by no more than a test set of n
 * samples tells apart, 1.96·sqrt((p(100 − p) + q(100 − q))/n) for errors of p and q %; or where
 * both have learnt next to nothing. Of a figure in nats, neighbours count as equal where the 95 %
 * interval of their difference, seed by seed, touches 0; with one seed, below {@value #EQUAL_SHARE}
 * of the figure.
 *
 * @param panel the panel
 * @param labels its points with a result
 * @param means their figures, %
 * @param holds whether the order is as published
 */
record Ordering(
    Panel panel, ImmutableList<String> labels, ImmutableList<Double> means, boolean holds) {
  private static final double EQUAL_PERCENT = 0.3;
  private static final double EQUAL_SHARE = 0.02;
  private static final double NORMAL_QUANTILE = 1.96;
  private static final double NOTHING_LEARNT_PERCENT = 75;

  /** The points and their figures, the worst first. */
  String text(StudyResult result) {
    Study study = result.plan().study();
    String format = "%s: %." + ComparisonText.places(study) + "f %s";
    List<String> words = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      words.add(String.format(Locale.ROOT, format, labels.get(i), means.get(i), study.unit()));
    }
    return String.join(", ", words);
  }

  /** Whether it is as published, in words. */
  String verdict() {
    return holds ? "as published" : "not as published";
  }

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
    List<String> names = new ArrayList<>();
    for (StudyPoint point : panel.points()) {
      Interval figure = result.figure(point.name());
      if (figure != null) {
        names.add(point.name());
        labels.add(point.label());
        means.add(figure.mean());
      }
    }
    return new Ordering(
        panel,
        ImmutableList.copyOf(labels),
        ImmutableList.copyOf(means),
        result.plan().study().isInNats()
            ? falls(result, names)
            : falls(means, testSamples(result)));
  }

  private static boolean falls(StudyResult result, List<String> names) {
    for (int i = 1; i < names.size(); i++) {
      Interval rise = result.difference(names.get(i), names.get(i - 1));
      if (rise != null && rise.mean() > slack(result, names.get(i - 1), rise)) {
        return false;
      }
    }
    return true;
  }

  private static double slack(StudyResult result, String worse, Interval rise) {
    if (rise.count() > 1) {
      return rise.halfWidth();
    }
    Interval figure = result.figure(worse);
    return figure == null ? 0 : EQUAL_SHARE * figure.mean();
  }

  /** Test samples of a run, or 0 for none. */
  private static int testSamples(StudyResult result) {
    return result.plan().tasks().stream()
        .map(PointTask::data)
        .filter(Objects::nonNull)
        .mapToInt(DataSet::testCount)
        .findFirst()
        .orElse(0);
  }

  private static boolean falls(List<Double> means, int testSamples) {
    for (int i = 1; i < means.size(); i++) {
      double worse = means.get(i - 1);
      double better = means.get(i);
      boolean nothingLearnt = worse > NOTHING_LEARNT_PERCENT && better > NOTHING_LEARNT_PERCENT;
      if (better > worse + slack(worse, better, testSamples) && !nothingLearnt) {
        return false;
      }
    }
    return true;
  }

  /** What counts as no difference of two errors, %. */
  static double slack(double p, double q, int testSamples) {
    if (testSamples == 0) {
      return EQUAL_PERCENT;
    }
    double variance = (p * (100 - p) + q * (100 - q)) / testSamples;
    return StrictMath.max(EQUAL_PERCENT, NORMAL_QUANTILE * StrictMath.sqrt(variance));
  }
}
