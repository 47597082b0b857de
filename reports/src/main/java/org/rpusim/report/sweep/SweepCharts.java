package org.rpusim.report.sweep;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rpusim.report.chart.PointPanels;
import org.rpusim.report.chart.PointPanels.Dot;
import org.rpusim.report.chart.PointPanels.Group;
import org.rpusim.report.chart.PointPanels.Panel;
import org.rpusim.report.chart.RunCharts;
import org.rpusim.report.chart.Thinning;
import org.rpusim.report.point.Statistics.Interval;
import org.rpusim.report.table.FigureText;

/**
 * A sweep's charts: {@code front} (pairs of objectives), {@code responses} (objectives over keys)
 * and, for sizes of tiles, {@code tile-sizing}.
 */
final class SweepCharts {
  private static final int MOST_OBJECTIVES = 4;
  private static final int MOST_KEYS = 4;
  private static final int COLUMNS = 3;
  private static final int MOST_DOTS = 400;

  private final SweepResult result;
  private final Path folder;
  private final ImmutableList<String> paths;
  private final BitSet onFront = new BitSet();

  private SweepCharts(SweepResult result, Path folder) {
    this.result = result;
    this.folder = folder;
    result.front().forEach(onFront::set);
    this.paths =
        result.objectives().stream()
            .map(Objective::path)
            .filter(this::varies)
            .collect(ImmutableList.toImmutableList());
  }

  /** Writes the charts that would not be empty, both at a time if there are threads for it. */
  static void write(SweepResult result, int threads, Path folder) throws IOException {
    SweepCharts charts = new SweepCharts(result, folder);
    boolean sizes =
        result.plan().columns().contains(SweepPlan.LABEL)
            && result.plan().columns().contains("tile.rows");
    RunCharts.Drawing answers = sizes ? place -> charts.tileSizing() : place -> charts.responses();
    RunCharts.draw(ImmutableList.of(place -> charts.front(), answers), threads, folder);
  }

  private boolean varies(String path) {
    Double first = null;
    for (int point = 0; point < result.plan().points(); point++) {
      Interval interval = result.interval(path, point);
      if (interval != null) {
        first = first == null ? Double.valueOf(interval.mean()) : first;
        if (interval.mean() != first) {
          return true;
        }
      }
    }
    return false;
  }

  private String subtitle() {
    Sweep sweep = result.plan().sweep();
    return sweep.workload()
        + " on "
        + sweep.chip()
        + ", "
        + result.plan().points()
        + " points"
        + (sweep.seeds() == 1 ? "" : ", " + sweep.seeds() + " seeds, 95 % intervals");
  }

  private void front() throws IOException {
    List<Panel> panels = new ArrayList<>();
    int count = StrictMath.min(paths.size(), MOST_OBJECTIVES);
    for (int i = 0; i < count; i++) {
      for (int j = i + 1; j < count; j++) {
        panels.add(front(paths.get(j), paths.get(i)));
      }
    }
    if (!panels.isEmpty()) {
      PointPanels.write(
          "Pareto front: " + result.front().size() + " of " + result.plan().points() + " points",
          subtitle(),
          panels,
          StrictMath.min(COLUMNS, panels.size()),
          folder,
          "front");
    }
  }

  private Panel front(String x, String y) {
    FigureScale across = FigureScale.of(result, x);
    FigureScale up = FigureScale.of(result, y);
    ImmutableList.Builder<Dot> front = ImmutableList.builder();
    ImmutableList.Builder<Dot> others = ImmutableList.builder();
    for (int point = 0; point < result.plan().points(); point++) {
      boolean best = onFront.get(point);
      Interval right = result.interval(x, point);
      Interval above = result.interval(y, point);
      if (right != null && above != null && (best || Thinning.keeps(point, every()))) {
        (best ? front : others).add(across.dot(right, above, up));
      }
    }
    return new Panel(
        "",
        across.axis(),
        ImmutableList.of(),
        up.axis(),
        ImmutableList.of(
            new Group("other points", others.build(), false, true),
            new Group("Pareto front", front.build(), false, false)));
  }

  /** Only so many points are drawn that a chart stays small. */
  private int every() {
    return 1 + result.plan().points() / MOST_DOTS;
  }

  private void responses() throws IOException {
    Responses responses = new Responses(result, every());
    List<Panel> panels = new ArrayList<>();
    List<String> keys = result.plan().columns().stream().limit(MOST_KEYS).toList();
    int columns = 0;
    for (String path : paths.subList(0, StrictMath.min(paths.size(), MOST_OBJECTIVES))) {
      List<Panel> row = new ArrayList<>();
      for (String key : keys) {
        Panel panel = responses.panel(key, path);
        if (panel != null) {
          row.add(panel);
        }
      }
      panels.addAll(row);
      columns = StrictMath.max(columns, row.size());
    }
    if (!panels.isEmpty()) {
      PointPanels.write(
          "What each key does, as the mean over the values of the others",
          subtitle(),
          panels,
          columns,
          folder,
          "responses");
    }
  }

  /** A panel an objective: sizes along the axis, a line a scenario. */
  private void tileSizing() throws IOException {
    List<SweepPoint> sizes = new ArrayList<>();
    Map<String, List<Integer>> scenarios = new LinkedHashMap<>();
    for (int point = 0; point < result.plan().points(); point++) {
      SweepPoint one = result.plan().point(point);
      sizes.add(one);
      String scenario = one.columns().getOrDefault(SweepPlan.LABEL, "");
      scenarios.computeIfAbsent(scenario, name -> new ArrayList<>()).add(point);
    }
    ImmutableList<String> names =
        sizes.stream()
            .sorted(Comparator.comparingDouble(SweepCharts::crossPoints))
            .map(SweepCharts::size)
            .distinct()
            .collect(ImmutableList.toImmutableList());
    List<Panel> panels = new ArrayList<>();
    for (String path : paths) {
      FigureScale scale = FigureScale.of(result, path);
      List<Group> groups = new ArrayList<>();
      scenarios.forEach((name, points) -> groups.add(group(name, points, path, names, scale)));
      panels.add(
          new Panel(
              FigureText.label(path),
              "rows × columns of a tile",
              names,
              scale.axis(),
              ImmutableList.copyOf(groups)));
    }
    if (!panels.isEmpty()) {
      PointPanels.write(
          "Tile sizing: the same training on chips of different tiles",
          subtitle(),
          panels,
          StrictMath.min(2, panels.size()),
          folder,
          "tile-sizing");
    }
  }

  private Group group(
      String name, List<Integer> points, String path, List<String> sizes, FigureScale scale) {
    List<Dot> dots = new ArrayList<>();
    for (int point : points) {
      Interval interval = result.interval(path, point);
      if (interval != null) {
        dots.add(Responses.dot(sizes.indexOf(size(result.plan().point(point))), interval));
      }
    }
    dots.sort(Comparator.comparingDouble(Dot::x));
    return new Group(name, scale.vertical(dots), true, false);
  }

  private static double crossPoints(SweepPoint point) {
    return Responses.number(point.columns().getOrDefault("tile.rows", "")).orElse(0)
        * Responses.number(point.columns().getOrDefault("tile.columns", "")).orElse(0);
  }

  private static String size(SweepPoint point) {
    return point.columns().getOrDefault("tile.rows", "")
        + " × "
        + point.columns().getOrDefault("tile.columns", "");
  }
}
