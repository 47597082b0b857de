package org.rpusim.report.sweep;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rpusim.core.Version;
import org.rpusim.report.html.SweepPage;
import org.rpusim.report.html.SweepPage.Cell;
import org.rpusim.report.html.SweepPage.Row;
import org.rpusim.report.point.Statistics.Interval;
import org.rpusim.report.table.FigureText;

/** A sweep's result as its page shows it. */
final class SweepReport {
  private SweepReport() {}

  static String html(SweepResult result, ImmutableMap<String, String> charts) {
    Sweep sweep = result.plan().sweep();
    ImmutableList.Builder<Row> rows = ImmutableList.builder();
    Set<Integer> onFront = new HashSet<>(result.front());
    for (int point = 0; point < result.plan().points(); point++) {
      rows.add(row(result, point, onFront.contains(point)));
    }
    List<String> front = new ArrayList<>();
    result
        .objectives()
        .forEach(o -> front.add((o.higher() ? "most " : "least ") + FigureText.label(o.path())));
    return SweepPage.of(
        new SweepPage.Content(
            sweep.name(),
            SweepTable.heading(result),
            sweep.description().isEmpty() ? varied(sweep) : sweep.description(),
            result.plan().columns(),
            result.shown(),
            result.objectives().size(),
            String.join(", ", front),
            rows.build(),
            sweep.remarks(),
            failures(result),
            charts,
            SweepYaml.of(sweep),
            Version.current()));
  }

  /** What the points differ in, in a line. */
  static String varied(Sweep sweep) {
    if (sweep.design() == Design.LIST) {
      return "A list of points: " + String.join(", ", sweep.points().getFirst().keySet()) + ".";
    }
    String axes =
        sweep.axes().stream()
            .map(axis -> axis.name() + " = " + axis.values().brief())
            .collect(Collectors.joining("; "));
    return "Varied: " + axes + ".";
  }

  private static Row row(SweepResult result, int point, boolean front) {
    SweepPoint one = result.plan().point(point);
    ImmutableList.Builder<Cell> figures = ImmutableList.builder();
    for (String path : result.shown()) {
      Interval interval = result.interval(path, point);
      figures.add(
          new Cell(
              interval == null ? Double.NaN : interval.mean(), SweepTable.cell(path, interval)));
    }
    return new Row(
        one.number(), ImmutableList.copyOf(one.columns().values()), figures.build(), front);
  }

  private static ImmutableMap<String, String> failures(SweepResult result) {
    Map<String, String> failures = new LinkedHashMap<>();
    int seeds = result.plan().sweep().seeds();
    result
        .failures()
        .forEach((run, reason) ->
            failures.put("point " + (run / seeds + 1) + ", seed " + (run % seeds + 1), reason));
    return ImmutableMap.copyOf(failures);
  }
}
