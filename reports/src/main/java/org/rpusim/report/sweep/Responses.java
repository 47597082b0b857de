package org.rpusim.report.sweep;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.rpusim.report.chart.PointPanels.Dot;
import org.rpusim.report.chart.PointPanels.Group;
import org.rpusim.report.chart.PointPanels.Panel;
import org.rpusim.report.chart.Thinning;
import org.rpusim.report.point.Statistics;
import org.rpusim.report.point.Statistics.Interval;

/**
 * How a figure answers to a key. Where a key takes few values, the mean over all points of a value,
 * taken seed by seed, with the interval over seeds; where it takes many, every point.
 */
final class Responses {
  private static final int FEW_VALUES = 16;

  private final SweepResult result;
  private final SweepPlan plan;
  private final int every;

  /**
   * Of a result.
   *
   * @param every about one of so many points is shown, where points are
   */
  Responses(SweepResult result, int every) {
    this.result = result;
    this.plan = result.plan();
    this.every = every;
  }

  /** The panel of a figure over a column, or null if the column does not vary or has no result. */
  @Nullable Panel panel(String column, String path) {
    Map<String, List<Integer>> byValue = new LinkedHashMap<>();
    for (int point = 0; point < plan.points(); point++) {
      String value = plan.point(point).columns().getOrDefault(column, "");
      byValue.computeIfAbsent(value, name -> new ArrayList<>()).add(point);
    }
    boolean few = byValue.size() <= FEW_VALUES;
    boolean numbers = byValue.keySet().stream().allMatch(value -> number(value).isPresent());
    List<String> values = new ArrayList<>(byValue.keySet());
    if (numbers) {
      values.sort(Comparator.comparingDouble(value -> number(value).orElse(0)));
    }
    if (byValue.size() < 2 || !(few || numbers)) {
      return null;
    }
    ImmutableList<Dot> dots = few ? means(values, byValue, path) : everyPoint(column, path);
    if (dots.isEmpty()) {
      return null;
    }
    FigureScale scale = FigureScale.of(result, path);
    return new Panel(
        "",
        few || !numbers ? column : column + unit(values.getFirst()),
        few ? ImmutableList.copyOf(values) : ImmutableList.of(),
        scale.axis(),
        ImmutableList.of(new Group("", scale.vertical(dots), few && numbers, false)));
  }

  private ImmutableList<Dot> means(
      List<String> values, Map<String, List<Integer>> byValue, String path) {
    ImmutableList.Builder<Dot> dots = ImmutableList.builder();
    int x = 0;
    for (String value : values) {
      List<Integer> points = byValue.getOrDefault(value, ImmutableList.of());
      List<Double> ofSeeds = new ArrayList<>();
      for (int seed = 0; seed < plan.sweep().seeds(); seed++) {
        double mean = mean(points, path, seed);
        if (!Double.isNaN(mean)) {
          ofSeeds.add(mean);
        }
      }
      if (!ofSeeds.isEmpty()) {
        dots.add(dot(x, Statistics.interval(ofSeeds)));
      }
      x++;
    }
    return dots.build();
  }

  private double mean(List<Integer> points, String path, int seed) {
    double sum = 0;
    int count = 0;
    for (int point : points) {
      double value = result.value(path, point, seed);
      if (!Double.isNaN(value)) {
        sum += value;
        count++;
      }
    }
    return sum / count;
  }

  private ImmutableList<Dot> everyPoint(String column, String path) {
    ImmutableList.Builder<Dot> dots = ImmutableList.builder();
    for (int point = 0; point < plan.points(); point++) {
      Interval interval = Thinning.keeps(point, every) ? result.interval(path, point) : null;
      OptionalDouble x = number(plan.point(point).columns().getOrDefault(column, ""));
      if (interval != null && x.isPresent()) {
        dots.add(dot(x.getAsDouble(), interval));
      }
    }
    return dots.build();
  }

  /** A dot at a place, with the interval of its height. */
  static Dot dot(double x, Interval y) {
    return new Dot(x, x, x, y.mean(), y.low(), y.high());
  }

  private static String unit(String value) {
    int blank = value.indexOf(' ');
    return blank < 0 ? "" : " (" + value.substring(blank + 1) + ")";
  }

  /** The number at a value's beginning; a unit may follow, the same in all values of a range. */
  static OptionalDouble number(String text) {
    int end = text.indexOf(' ');
    try {
      return OptionalDouble.of(Double.parseDouble(end < 0 ? text : text.substring(0, end)));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
