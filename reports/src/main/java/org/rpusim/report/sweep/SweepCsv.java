package org.rpusim.report.sweep;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpusim.report.point.PointResult;
import org.rpusim.report.point.Statistics.Interval;
import org.rpusim.report.table.Csv;

/** A sweep's tables for programs. */
final class SweepCsv {
  private static final double MOST_EXACT = 0x1p53;

  private SweepCsv() {}

  /** {@code points.csv}: a row a run, in the order of points and seeds; read from disk anew. */
  static void writePoints(SweepWriter writer, SweepResult result, int threads, Appendable out)
      throws IOException {
    SweepPlan plan = result.plan();
    List<Object> header = new ArrayList<>(List.of("point"));
    header.addAll(plan.columns());
    header.addAll(List.of("seed", "status", "reason"));
    header.addAll(result.metrics());
    out.append(new Csv().line(header).toString());
    int seeds = plan.sweep().seeds();
    InOrder.<String, IOException>forEach(
        plan.runs(),
        threads,
        index -> line(writer, result, index / seeds, 1 + index % seeds),
        (index, line) -> out.append(line));
  }

  /** A row with its line feed; empty where the run has no result. */
  private static String line(SweepWriter writer, SweepResult result, int point, int seed) {
    PointResult run = writer.result(point, seed);
    return run == null
        ? ""
        : new Csv().line(row(result, result.plan().point(point), run)).toString();
  }

  private static List<Object> row(SweepResult result, SweepPoint point, PointResult run) {
    List<Object> cells = new ArrayList<>(List.of(point.number()));
    cells.addAll(point.columns().values());
    cells.add(run.seed());
    cells.add(run.succeeded() ? "done" : "failed");
    cells.add(run.failure());
    for (String path : result.metrics()) {
      cells.add(number(run.figure(path)));
    }
    return cells;
  }

  /** {@code pareto.csv}: a row a point of the front, with means over seeds and half intervals. */
  static void writeFront(SweepResult result, Appendable out) throws IOException {
    SweepPlan plan = result.plan();
    List<Object> header = new ArrayList<>(List.of("point"));
    header.addAll(plan.columns());
    header.add("seeds");
    for (Objective objective : result.objectives()) {
      header.add(objective.path());
      header.add(objective.path() + ".halfWidth");
    }
    out.append(new Csv().line(header).toString());
    for (int point : result.front()) {
      List<Object> cells = new ArrayList<>(List.of(point + 1));
      cells.addAll(plan.point(point).columns().values());
      int seedsAt = cells.size();
      int seeds = 0;
      for (Objective objective : result.objectives()) {
        Interval interval = result.interval(objective.path(), point);
        seeds = interval == null ? 0 : interval.count();
        cells.add(interval == null ? "" : number(interval.mean()));
        cells.add(interval == null || seeds == 1 ? "" : number(interval.halfWidth()));
      }
      cells.add(seedsAt, seeds);
      out.append(new Csv().line(cells).toString());
    }
  }

  /** Counts, kept as doubles, without a point. */
  private static String number(@Nullable Double value) {
    if (value == null) {
      return "";
    }
    boolean whole = value == StrictMath.rint(value) && StrictMath.abs(value) < MOST_EXACT;
    return whole ? Long.toString(value.longValue()) : value.toString();
  }
}
