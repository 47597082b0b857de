package org.rpusim.report.sweep;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rpusim.report.point.PointResult;
import org.rpusim.report.point.Statistics;
import org.rpusim.report.point.Statistics.Interval;

/**
 * What a sweep found, as far as charts and tables for people need it; the rest stays on disk. A run
 * has the index point × seeds + seed − 1.
 */
public final class SweepResult {
  /** Figures shown beside the objectives. */
  private static final ImmutableList<String> SHOWN =
      ImmutableList.of(
          "throughput.sustainedGigaOpsPerSecond",
          "efficiency.sustainedGigaOpsPerSecondPerWatt",
          "utilisation.arrays",
          "utilisation.crossPointsOfTilesInUse");

  private static final String ACCURACY = "accuracy.";

  private final SweepPlan plan;
  private final ImmutableList<String> metrics;
  private final ImmutableList<Objective> objectives;
  private final ImmutableMap<String, double[]> values;
  private final ImmutableMap<Integer, String> failures;
  private final int done;
  private final ImmutableList<Integer> front;

  private SweepResult(SweepPlan plan, Scan scan) {
    this.plan = plan;
    this.metrics = ImmutableList.copyOf(scan.metrics);
    this.failures = ImmutableMap.copyOf(scan.failures);
    this.done = scan.done;
    this.objectives = objectives(plan.sweep(), scan.values);
    Map<String, double[]> kept = new LinkedHashMap<>();
    objectives.forEach(objective -> kept.put(objective.path(), scan.of(objective.path())));
    for (String path : SHOWN) {
      if (scan.values.containsKey(path)) {
        kept.put(path, scan.of(path));
      }
    }
    this.values = ImmutableMap.copyOf(kept);
    this.front = objectives.isEmpty() ? ImmutableList.of() : ImmutableList.copyOf(findFront());
  }

  /** Reads the results that a folder has. */
  static SweepResult read(SweepWriter writer, int threads) {
    SweepPlan plan = writer.plan();
    int seeds = plan.sweep().seeds();
    Scan scan = new Scan(plan);
    InOrder.<@Nullable PointResult, RuntimeException>forEach(
        plan.runs(),
        threads,
        run -> writer.result(run / seeds, 1 + run % seeds),
        (run, result) -> {
          if (result != null) {
            scan.add(run, result);
          }
        });
    return new SweepResult(plan, scan);
  }

  /** Collects while results are read. */
  private static final class Scan {
    private final int runs;
    private final TreeSet<String> metrics = new TreeSet<>();
    private final Map<String, double[]> values = new LinkedHashMap<>();
    private final Map<Integer, String> failures = new TreeMap<>();
    private final List<String> wanted = new ArrayList<>(SHOWN);
    private int done;

    Scan(SweepPlan plan) {
      this.runs = plan.runs();
      plan.sweep().objectives().forEach(objective -> wanted.add(objective.path()));
      Objective.STANDARD.forEach(objective -> wanted.add(objective.path()));
    }

    void add(int run, PointResult result) {
      done++;
      if (!result.succeeded()) {
        failures.put(run, result.failure());
        return;
      }
      metrics.addAll(result.figures().keySet());
      for (String path : wanted) {
        Double value = result.figure(path);
        if (value != null) {
          values.computeIfAbsent(path, name -> empty(runs))[run] = value;
        }
      }
    }

    double[] of(String path) {
      double[] known = values.get(path);
      return known == null ? empty(runs) : known;
    }

    private static double[] empty(int runs) {
      double[] none = new double[runs];
      Arrays.fill(none, Double.NaN);
      return none;
    }
  }

  /** Nothing that was asked for is left out but accuracies where nothing was trained. */
  private static ImmutableList<Objective> objectives(Sweep sweep, Map<String, double[]> values) {
    boolean standard = sweep.objectives().isEmpty();
    return (standard ? Objective.STANDARD : sweep.objectives())
        .stream()
            .filter(objective ->
                values.containsKey(objective.path())
                    || (!standard && (values.isEmpty() || !objective.path().startsWith(ACCURACY))))
            .collect(ImmutableList.toImmutableList());
  }

  private List<Integer> findFront() {
    double[][] means = new double[plan.points()][objectives.size()];
    for (int point = 0; point < means.length; point++) {
      for (int k = 0; k < objectives.size(); k++) {
        Interval interval = interval(objectives.get(k).path(), point);
        means[point][k] = interval == null ? Double.NaN : interval.mean();
      }
    }
    return ParetoFront.of(means, objectives);
  }

  /** The plan. */
  public SweepPlan plan() {
    return plan;
  }

  /** Every path of the results' metrics, sorted. */
  public ImmutableList<String> metrics() {
    return metrics;
  }

  /** What the front is of. */
  public ImmutableList<Objective> objectives() {
    return objectives;
  }

  /** Paths of the figures that are kept: the objectives first. */
  public ImmutableList<String> shown() {
    return values.keySet().asList();
  }

  /** Indices of the points of the Pareto front, rising. */
  public ImmutableList<Integer> front() {
    return front;
  }

  /** Reasons of failed runs, by run. */
  public ImmutableMap<Integer, String> failures() {
    return failures;
  }

  /** Runs with a result, failed ones included. */
  public int done() {
    return done;
  }

  /** Whether no run is missing. */
  public boolean complete() {
    return done == plan.runs();
  }

  /** A shown figure of one run; NaN if it has none. */
  double value(String path, int point, int seedIndex) {
    double[] all = values.get(path);
    return all == null ? Double.NaN : all[point * plan.sweep().seeds() + seedIndex];
  }

  /** Mean of a shown figure over a point's seeds, or null if no seed has it. */
  public @Nullable Interval interval(String path, int point) {
    List<Double> numbers = new ArrayList<>();
    for (int s = 0; s < plan.sweep().seeds(); s++) {
      double value = value(path, point, s);
      if (!Double.isNaN(value)) {
        numbers.add(value);
      }
    }
    return numbers.isEmpty() ? null : Statistics.interval(numbers);
  }
}
