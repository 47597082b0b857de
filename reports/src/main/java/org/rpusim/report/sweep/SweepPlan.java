package org.rpusim.report.sweep;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rpusim.chip.config.ConfigException;

/**
 * The points of a sweep, worked out one by one when they are asked for: a plan of any length takes
 * little memory.
 */
public final class SweepPlan {
  /** Column of a list that is a name and no key. */
  static final String LABEL = "label";

  private static final int MOST_POINTS = 10_000_000;

  private final Sweep sweep;
  private final int points;
  private final ImmutableList<ImmutableList<String>> grid;
  private final double[][] coordinates;
  private final ImmutableList<String> columns;

  private SweepPlan(Sweep sweep, int points, double[][] coordinates) {
    this.sweep = sweep;
    this.points = points;
    this.coordinates = coordinates;
    this.grid =
        (sweep.design() == Design.GRID ? sweep.axes() : ImmutableList.<Axis>of())
            .stream().map(axis -> axis.values().all()).collect(ImmutableList.toImmutableList());
    this.columns =
        sweep.design() == Design.LIST
            ? sweep.points().getFirst().keySet().asList()
            : sweep.axes().stream()
                .flatMap(axis -> axis.keys().stream())
                .collect(ImmutableList.toImmutableList());
  }

  /**
   * Plans a sweep.
   *
   * @throws ConfigException if it has too many points
   */
  public static SweepPlan of(Sweep sweep) {
    return switch (sweep.design()) {
      case LIST -> new SweepPlan(sweep, sweep.points().size(), new double[0][]);
      case GRID -> new SweepPlan(sweep, gridPoints(sweep), new double[0][]);
      case RANDOM, LATIN_HYPERCUBE, SOBOL ->
          new SweepPlan(
              sweep,
              sweep.samples(),
              Coordinates.of(
                  sweep.design(), sweep.samples(), sweep.axes().size(), sweep.sampleSeed()));
    };
  }

  private static int gridPoints(Sweep sweep) {
    long product = 1;
    for (Axis axis : sweep.axes()) {
      product *= axis.values().all().size();
      if (product * sweep.seeds() > MOST_POINTS) {
        throw new ConfigException(
            "The grid of " + sweep.name() + " has more than " + MOST_POINTS + " runs.",
            "Maybe --design sobol --points 1000 is meant.");
      }
    }
    return (int) product;
  }

  /** What is swept. */
  public Sweep sweep() {
    return sweep;
  }

  /** Number of points. */
  public int points() {
    return points;
  }

  /** Number of runs: points × seeds. */
  public int runs() {
    return points * sweep.seeds();
  }

  /** Names of the columns that tell points apart. */
  public ImmutableList<String> columns() {
    return columns;
  }

  /** Point of a run, from 0; runs go seed by seed, so that a stopped sweep has seen every point. */
  int pointOfRun(int run) {
    return run % points;
  }

  /** Seed of a run. */
  long seedOfRun(int run) {
    return 1L + run / points;
  }

  /**
   * A point.
   *
   * @param index from 0 to {@link #points} − 1
   */
  public SweepPoint point(int index) {
    ImmutableMap<String, String> own = columns(index);
    Map<String, String> set = new LinkedHashMap<>(sweep.set());
    own.forEach((key, value) -> {
      if (!key.equals(LABEL) && !value.isEmpty()) {
        set.put(key, value);
      }
    });
    if (!sweep.hidden().isEmpty()) {
      set.putAll(sweep.hidden().get(index));
    }
    return new SweepPoint(index + 1, own, ImmutableMap.copyOf(set));
  }

  private ImmutableMap<String, String> columns(int index) {
    if (sweep.design() == Design.LIST) {
      return sweep.points().get(index);
    }
    String[] values = new String[sweep.axes().size()];
    int rest = index;
    for (int d = values.length - 1; d >= 0; d--) {
      if (sweep.design() == Design.GRID) {
        ImmutableList<String> all = grid.get(d);
        values[d] = all.get(rest % all.size());
        rest /= all.size();
      } else {
        values[d] = sweep.axes().get(d).values().at(coordinates[index][d]);
      }
    }
    ImmutableMap.Builder<String, String> columns = ImmutableMap.builder();
    for (int d = 0; d < values.length; d++) {
      for (String key : sweep.axes().get(d).keys()) {
        columns.put(key, values[d]);
      }
    }
    return columns.buildOrThrow();
  }
}
