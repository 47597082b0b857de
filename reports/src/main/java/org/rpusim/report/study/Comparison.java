package org.rpusim.report.study;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;
import org.rpusim.report.point.Statistics.Interval;

/**
 * A point's figure beside one expectation.
 *
 * @param figure the point's figure, or null if no run gave one
 * @param penalty difference from the study's baseline, or null if there is none
 * @param expectation what is published, or null for nothing
 * @param compared what is held against the reference: the figure, or its difference from a point
 * @param verdict in words
 */
record Comparison(
    Panel panel,
    StudyPoint point,
    @Nullable Interval figure,
    @Nullable Interval penalty,
    @Nullable Expectation expectation,
    @Nullable Interval compared,
    Verdict verdict) {

  /** How measured and published value go together. */
  enum Verdict {
    /** The mean lies where it is expected. */
    AGREES("agrees"),
    /** The mean lies elsewhere, but a part of its interval does not. */
    UNCLEAR("unclear"),
    /** The whole interval lies elsewhere. */
    DIFFERS("differs"),
    /** One seed has no interval, and its value lies elsewhere. */
    DIFFERS_ONE_SEED("differs (one seed)"),
    /** The runs are shorter than those of the reference. */
    NOT_JUDGED("not judged"),
    /** Runs failed, were left out or have not ended. */
    NO_RESULT("no result"),
    /** Nothing is published. */
    NONE("");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** One comparison an expectation, and one for a point without any. */
  static ImmutableList<Comparison> of(StudyResult result) {
    ImmutableList.Builder<Comparison> all = ImmutableList.builder();
    for (Panel panel : result.plan().study().panels()) {
      for (StudyPoint point : panel.points()) {
        if (result.plan().leftOut().containsKey(point.name())) {
          continue;
        }
        if (point.expectations().isEmpty()) {
          all.add(of(result, panel, point, null));
        }
        for (Expectation expectation : point.expectations()) {
          all.add(of(result, panel, point, expectation));
        }
      }
    }
    return all.build();
  }

  private static Comparison of(
      StudyResult result, Panel panel, StudyPoint point, @Nullable Expectation expectation) {
    String baseline = result.plan().study().baseline();
    FurtherFigure own = expectation == null ? null : expectation.figure();
    Interval figure =
        own == null ? result.figure(point.name()) : result.figure(point.name(), own.path());
    boolean isAlone = own != null || baseline.isEmpty() || baseline.equals(point.name());
    Interval penalty = isAlone ? null : result.difference(point.name(), baseline);
    String from = expectation == null ? null : expectation.from();
    Interval compared = from == null ? figure : result.difference(point.name(), from);
    return new Comparison(
        panel,
        point,
        figure,
        penalty,
        expectation,
        compared,
        verdict(expectation, compared, result.otherScale()));
  }

  private static Verdict verdict(
      @Nullable Expectation expectation, @Nullable Interval compared, boolean otherScale) {
    if (compared == null) {
      return Verdict.NO_RESULT;
    }
    if (expectation == null) {
      return Verdict.NONE;
    }
    if (otherScale && !expectation.atAnyScale()) {
      return Verdict.NOT_JUDGED;
    }
    if (compared.mean() >= expectation.least() && compared.mean() <= expectation.most()) {
      return Verdict.AGREES;
    }
    if (compared.count() == 1) {
      return Verdict.DIFFERS_ONE_SEED;
    }
    boolean touches =
        compared.high() >= expectation.least() && compared.low() <= expectation.most();
    return touches ? Verdict.UNCLEAR : Verdict.DIFFERS;
  }

  /** Difference of what is compared and the reference value, or null if there is none. */
  @Nullable Double deviation() {
    return compared == null || expectation == null
        ? null
        : Double.valueOf(compared.mean() - expectation.value());
  }
}
