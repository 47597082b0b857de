package org.rpusim.report.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rpusim.report.point.Statistics.Interval;
import org.rpusim.report.table.FigureText;
import org.rpusim.report.table.TextTable;

/** A sweep's result for people: its front, and what failed. */
public final class SweepTable {
  private static final int ROWS = 20;
  private static final int REASONS = 5;

  private SweepTable() {}

  /** The whole text. */
  public static String of(SweepResult result) {
    StringBuilder text = new StringBuilder(heading(result)).append('\n');
    if (result.plan().points() <= ROWS) {
      text.append("\nPoints (* in the Pareto front)\n");
      text.append(table(result, allPoints(result)));
    } else if (!result.front().isEmpty()) {
      int more = result.front().size() - ROWS;
      text.append("\nPareto front").append(", ").append(result.front().size()).append(" points\n");
      text.append(table(result, result.front().stream().limit(ROWS).toList()));
      text.append(more > 0 ? "  … and " + more + " more\n" : "");
    }
    failures(result, text);
    for (String remark : result.plan().sweep().remarks()) {
      text.append('\n').append(remark);
    }
    text.append(result.plan().sweep().remarks().isEmpty() ? "" : "\n");
    return text.toString();
  }

  /** What was swept, in a line. */
  static String heading(SweepResult result) {
    Sweep sweep = result.plan().sweep();
    return String.format(
        Locale.ROOT,
        "%s: %s on %s, %,d points%s, %,d of %,d runs done%s",
        sweep.name(),
        sweep.workload(),
        sweep.chip(),
        result.plan().points(),
        sweep.seeds() == 1 ? "" : " × " + sweep.seeds() + " seeds (± : 95 % by Student's t)",
        result.done(),
        result.plan().runs(),
        result.failures().isEmpty() ? "" : ", " + result.failures().size() + " of them failed");
  }

  private static List<Integer> allPoints(SweepResult result) {
    List<Integer> all = new ArrayList<>();
    for (int point = 0; point < result.plan().points(); point++) {
      all.add(point);
    }
    return all;
  }

  private static TextTable table(SweepResult result, List<Integer> points) {
    TextTable table = new TextTable("  ");
    List<String> header = new ArrayList<>(List.of("point"));
    header.addAll(result.plan().columns());
    result.objectives().forEach(objective -> header.add(FigureText.label(objective.path())));
    table.row(header.toArray(String[]::new));
    for (int point : points) {
      List<String> cells = new ArrayList<>();
      cells.add((point + 1) + (result.front().contains(point) ? " *" : ""));
      cells.addAll(result.plan().point(point).columns().values());
      for (Objective objective : result.objectives()) {
        cells.add(cell(objective.path(), result.interval(objective.path(), point)));
      }
      table.row(cells.toArray(String[]::new));
    }
    return table;
  }

  /** Mean ± half width, with a unit that suits it. */
  static String cell(String path, @Nullable Interval interval) {
    if (interval == null) {
      return "–";
    }
    String mean = FigureText.value(path, interval.mean());
    return interval.count() == 1 || interval.halfWidth() == 0
        ? mean
        : mean + " ± " + FigureText.value(path, interval.halfWidth());
  }

  private static void failures(SweepResult result, StringBuilder text) {
    Map<String, Integer> reasons = new TreeMap<>();
    result.failures().values().forEach(reason -> reasons.merge(reason, 1, Integer::sum));
    reasons.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(REASONS)
        .forEach(reason ->
            text.append("\nFailed, ")
                .append(reason.getValue())
                .append(reason.getValue() == 1 ? " run: " : " runs: ")
                .append(reason.getKey()));
    text.append(reasons.isEmpty() ? "" : "\n");
  }
}
