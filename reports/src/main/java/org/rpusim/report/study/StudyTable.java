package org.rpusim.report.study;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rpusim.report.study.Statistics.Interval;
import org.rpusim.report.table.TextTable;

/** A study's result for people. */
public final class StudyTable {
  private final StudyResult result;
  private final StringBuilder text = new StringBuilder();

  private StudyTable(StudyResult result) {
    this.result = result;
  }

  /** The whole text. */
  public static String of(StudyResult result) {
    StudyTable table = new StudyTable(result);
    table.heading();
    table.comparisons();
    table.text.append(FurtherTable.of(result));
    table.orderings();
    table.problems();
    table.remarks();
    return table.text.toString();
  }

  private void heading() {
    Study study = result.plan().study();
    text.append(study.name()).append(": ").append(study.description()).append('\n');
    if (!study.source().isEmpty()) {
      text.append("after ").append(study.source()).append('\n');
    }
    text.append(ScaleText.of(result)).append('\n');
  }

  private void comparisons() {
    Study study = result.plan().study();
    boolean penalties = !study.baseline().isEmpty();
    String penalty = penalties ? "− " + study.point(study.baseline()).label() : "";
    List<Comparison> all = Comparison.of(result);
    for (Panel panel : study.panels()) {
      TextTable table = new TextTable("  ");
      String unit = study.unit();
      String measured = (study.isInNats() ? study.figureName() : "error") + ", " + unit;
      table.row("", measured, penalty, "published, " + unit, "firmness", "difference", "verdict");
      StudyPoint last = null;
      for (Comparison row : all) {
        if (row.panel().equals(panel)) {
          add(table, row, !row.point().equals(last));
          last = row.point();
        }
      }
      if (last != null) {
        text.append('\n').append(panel.heading()).append('\n').append(table);
      }
    }
  }

  private void add(TextTable table, Comparison row, boolean first) {
    Expectation expectation = row.expectation();
    Double deviation = row.deviation();
    table.row(
        first ? row.point().label() : "",
        first ? number(row.figure(), "%." + places() + "f") : "",
        first ? number(row.penalty(), "%+." + places() + "f") : "",
        expectation == null ? "" : published(expectation),
        expectation == null ? "" : expectation.firmness().word(),
        deviation == null ? "" : String.format(Locale.ROOT, "%+." + places() + "f", deviation),
        row.verdict().words()
            + (expectation == null || expectation.note().isEmpty()
                ? ""
                : "; " + expectation.note()));
  }

  private String published(Expectation expectation) {
    String from = expectation.from();
    if (from == null) {
      return expectation.text();
    }
    return expectation.text() + " to " + result.plan().study().point(from).label();
  }

  /** Decimal places of the compared figure. */
  private int places() {
    return result.plan().study().isInNats() ? 4 : 2;
  }

  private String number(@Nullable Interval interval, String format) {
    if (interval == null) {
      return "–";
    }
    String mean = String.format(Locale.ROOT, format, interval.mean());
    return interval.count() == 1
        ? mean
        : mean + String.format(Locale.ROOT, " ± %." + places() + "f", interval.halfWidth());
  }

  private void orderings() {
    List<Ordering> orderings = Ordering.of(result);
    if (orderings.isEmpty()) {
      return;
    }
    TextTable table = new TextTable("  ");
    for (Ordering ordering : orderings) {
      StringBuilder row = new StringBuilder();
      for (int i = 0; i < ordering.labels().size(); i++) {
        row.append(i == 0 ? "" : ", ")
            .append(ordering.labels().get(i))
            .append(
                String.format(
                    Locale.ROOT,
                    ": %." + places() + "f %s",
                    ordering.means().get(i),
                    result.plan().study().unit()));
      }
      table.row(
          ordering.panel().heading(),
          row.toString(),
          ordering.holds() ? "as published" : "not as published");
    }
    text.append("\nOrder, the worst first (what the test set cannot tell apart counts as equal)\n")
        .append(table);
  }

  private void problems() {
    for (Map.Entry<String, String> left : result.plan().leftOut().entrySet()) {
      text.append("\nLeft out: ").append(left.getKey()).append(". ").append(left.getValue());
    }
    for (PointResult run : result.results()) {
      if (!run.succeeded()) {
        text.append("\nFailed: ").append(run.point()).append(", seed ").append(run.seed());
        text.append(". ").append(run.failure());
      }
    }
    if (!result.plan().leftOut().isEmpty()
        || result.results().stream().anyMatch(r -> !r.succeeded())) {
      text.append('\n');
    }
  }

  private void remarks() {
    for (String remark : result.plan().study().remarks()) {
      text.append('\n').append(remark);
    }
    text.append(result.plan().study().remarks().isEmpty() ? "" : "\n");
  }
}
