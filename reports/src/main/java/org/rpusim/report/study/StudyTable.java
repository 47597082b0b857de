package org.rpusim.report.study;

import java.util.List;
import java.util.Map;
import org.rpusim.report.point.PointResult;
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
    String penalty = study.baseline().isEmpty() ? "" : "− " + study.point(study.baseline()).label();
    List<Comparison> all = Comparison.of(result);
    for (Panel panel : study.panels()) {
      TextTable table = new TextTable("  ");
      String unit = study.hasOwnFigures() ? "" : ", " + study.unit();
      String measured = (study.isInNats() ? study.figureName() : study.errorWord()) + unit;
      table.row("", measured, penalty, "published" + unit, "firmness", "difference", "verdict");
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
    ComparisonText cells = ComparisonText.of(result, row);
    Expectation expectation = row.expectation();
    boolean own = expectation != null && expectation.figure() != null;
    table.row(
        first || own ? cells.label() : "",
        first || own ? cells.measured() : "",
        first && !own ? cells.penalty() : "",
        cells.published(),
        cells.firmness(),
        cells.difference(),
        expectation == null || expectation.note().isEmpty()
            ? cells.verdict()
            : cells.verdict() + "; " + expectation.note());
  }

  private void orderings() {
    List<Ordering> orderings = Ordering.of(result);
    if (orderings.isEmpty()) {
      return;
    }
    TextTable table = new TextTable("  ");
    for (Ordering ordering : orderings) {
      table.row(ordering.panel().heading(), ordering.text(result), ordering.verdict());
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
