package org.rpusim.report.study;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rpusim.report.point.PointResult;
import org.rpusim.report.point.Statistics;

/**
 * A study with what its runs gave.
 *
 * @param plan what was to be run
 * @param quick whether at the study's quick scale
 * @param results of the runs, failed ones included; fewer than planned if it was stopped
 */
public record StudyResult(StudyPlan plan, boolean quick, ImmutableList<PointResult> results) {

  /** Whether no run is missing; failed runs count as done. */
  public boolean complete() {
    return results.size() == plan.tasks().size();
  }

  /** Whether the runs are shorter or longer than the publication's. */
  public boolean otherScale() {
    return !plan.scale().isAsLongAs(plan.study().full());
  }

  /** The results of a point, by seed. */
  ImmutableList<PointResult> of(String point) {
    return results.stream()
        .filter(result -> result.point().equals(point))
        .collect(ImmutableList.toImmutableList());
  }

  /** Why runs of a point have no result, the first reason; empty if all have. */
  String failure(String point) {
    return of(point).stream()
        .filter(result -> !result.succeeded())
        .map(PointResult::failure)
        .findFirst()
        .orElse("");
  }

  /** The figure that the study looks at, by seed. */
  private TreeMap<Long, Double> figures(String point) {
    return figures(point, plan.study().figure());
  }

  private TreeMap<Long, Double> figures(String point, String path) {
    TreeMap<Long, Double> figures = new TreeMap<>();
    for (PointResult result : of(point)) {
      Double figure = result.figure(path);
      if (figure != null) {
        figures.put(result.seed(), figure);
      }
    }
    return figures;
  }

  /** Mean figure of a point over its seeds, or null if no run gave one. */
  Statistics.@Nullable Interval figure(String point) {
    return figure(point, plan.study().figure());
  }

  /** Mean of any figure of {@code metrics.json} over a point's seeds, or null if none gave it. */
  Statistics.@Nullable Interval figure(String point, String path) {
    List<Double> values = List.copyOf(figures(point, path).values());
    return values.isEmpty() ? null : Statistics.interval(values);
  }

  /** Mean difference of two points' figures, seed by seed, or null if no seed gave both. */
  Statistics.@Nullable Interval difference(String point, String from) {
    TreeMap<Long, Double> other = figures(from);
    List<Double> values = new ArrayList<>();
    figures(point)
        .forEach((seed, value) -> {
          Double base = other.get(seed);
          if (base != null) {
            values.add(value - base);
          }
        });
    return values.isEmpty() ? null : Statistics.interval(values);
  }

  /** Mean test error of a point by epoch, over the seeds that reached it. */
  ImmutableMap<Integer, Double> curve(String point) {
    TreeMap<Integer, List<Double>> errors = new TreeMap<>();
    for (PointResult result : of(point)) {
      for (PointResult.Epoch epoch : result.epochs()) {
        errors
            .computeIfAbsent(epoch.epoch(), number -> new ArrayList<>())
            .add(epoch.testErrorPercent());
      }
    }
    ImmutableMap.Builder<Integer, Double> curve = ImmutableMap.builder();
    errors.forEach((epoch, values) -> curve.put(epoch, Statistics.interval(values).mean()));
    return curve.buildOrThrow();
  }
}
