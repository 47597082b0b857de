package org.rpusim.report.study;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rpusim.report.point.Statistics.Interval;

/**
 * A comparison in words and numbers for people, the same in tables, pages and documents.
 *
 * @param label of the point, and of the figure where it is not the study's
 * @param measured with its interval, where it has one
 * @param penalty difference from the study's baseline
 * @param published reference with its tolerance; empty for none
 * @param firmness how firm the reference is; empty for none
 * @param difference of measured and published; empty for none
 * @param verdict in words; empty for none
 */
record ComparisonText(
    String label,
    String measured,
    String penalty,
    String published,
    String firmness,
    String difference,
    String verdict) {

  static ComparisonText of(StudyResult result, Comparison row) {
    Expectation expectation = row.expectation();
    FurtherFigure own = expectation == null ? null : expectation.figure();
    int places = places(result.plan().study());
    return new ComparisonText(
        own == null ? row.point().label() : joined(row.point().label(), own.label()),
        own == null ? number(row.figure(), "", places) : measured(own, row.figure()),
        number(row.penalty(), "+", places),
        expectation == null ? "" : published(result, expectation),
        expectation == null ? "" : expectation.firmness().word(),
        difference(row, places),
        row.verdict().words());
  }

  private static String joined(String point, String figure) {
    return point.isBlank() ? figure : point + ", " + figure;
  }

  /** Decimal places of the figure that a study compares. */
  static int places(Study study) {
    return study.isInNats() ? 4 : 2;
  }

  private static String measured(FurtherFigure own, @Nullable Interval interval) {
    if (interval == null) {
      return "–";
    }
    String mean = own.text(interval.mean());
    return interval.count() == 1 ? mean : mean + " ± " + own.text(interval.halfWidth());
  }

  private static String number(@Nullable Interval interval, String sign, int places) {
    if (interval == null) {
      return "–";
    }
    String mean = String.format(Locale.ROOT, "%" + sign + "." + places + "f", interval.mean());
    return interval.count() == 1
        ? mean
        : mean + String.format(Locale.ROOT, " ± %." + places + "f", interval.halfWidth());
  }

  private static String published(StudyResult result, Expectation expectation) {
    String from = expectation.from();
    return from == null
        ? expectation.text()
        : expectation.text() + " to " + result.plan().study().point(from).label();
  }

  private static String difference(Comparison row, int places) {
    Expectation expectation = row.expectation();
    Double deviation = row.deviation();
    if (expectation == null || deviation == null) {
      return "";
    }
    return expectation.figure() == null || expectation.value() == 0
        ? String.format(Locale.ROOT, "%+." + places + "f", deviation)
        : String.format(Locale.ROOT, "%+.1f %%", 100 * deviation / expectation.value())
            .replace("-0.0 %", "0.0 %")
            .replace("+0.0 %", "0.0 %");
  }
}
