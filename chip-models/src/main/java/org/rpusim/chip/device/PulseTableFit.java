package org.rpusim.chip.device;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.rpusim.chip.config.ConfigException;

/**
 * Mean step and spreads of measured devices. A trace's position t is its conductance from its own
 * smallest (0) to its own largest (1). The mean step of a direction is the polygon over t, with
 * {@value #NODES} nodes, that has the least squares of deviations, over all traces. With f that
 * polygon, g = Σstep/Σf is a trace's gain in that direction, and
 *
 * <ul>
 *   <li>cycle-to-cycle spread² = Σ(step − g·f)²/Σ(g·f)², over all;
 *   <li>device-to-device spread² = variance over the traces of (g₊ + g₋)/2;
 *   <li>spread² of the ratio = variance over the traces of g₊ − g₋;
 *   <li>spread² of the bounds = mean variance of the traces' largest and smallest conductance.
 * </ul>
 *
 * <p>Pulses that drive a trace up from its largest conductance, or down from its smallest, are left
 * out: the bound cuts their step off, whatever it would have been.
 *
 * <p>What cycle-to-cycle variation alone brings into the gains is taken off their variances. Sizes
 * are in units of the weight bound: half of the mean range of the traces is 1.
 *
 * @param traces devices measured
 * @param steps steps measured, those against a bound left out
 * @param dwMin mean step over both directions and all positions
 * @param upDownRatio mean up step ÷ mean down step
 * @param deviceToDevice relative spread of a device's steps
 * @param upDownDeviceToDevice spread of their ratio
 * @param cycleToCycle relative spread of a step
 * @param boundDeviceToDevice relative spread of a bound
 * @param up nodes of the mean up step, relative to its mean
 * @param down nodes of the mean down step, relative to its mean
 */
record PulseTableFit(
    int traces,
    long steps,
    double dwMin,
    double upDownRatio,
    double deviceToDevice,
    double upDownDeviceToDevice,
    double cycleToCycle,
    double boundDeviceToDevice,
    ImmutableList<Double> up,
    ImmutableList<Double> down) {
  static final int NODES = 17;

  /**
   * Fits a file.
   *
   * @throws ConfigException if it cannot be read, is wrong, or does not determine the steps
   */
  static PulseTableFit of(PulseTable table, String file) {
    Ranges ranges = new Ranges();
    table.read(ranges);
    ranges.close(table, file);
    Polygon up = new Polygon();
    Polygon down = new Polygon();
    table.read(
        new PulseTable.Reader() {
          @Override
          public void step(int trace, boolean isUp, double before, double after) {
            double position = ranges.position(trace, before);
            if (!atBound(isUp, position)) {
              (isUp ? up : down).add(position, ranges.step(isUp, before, after));
            }
          }
        });
    up.solve(file, "up");
    down.solve(file, "down");
    Gains gains = new Gains(table.traces());
    table.read(
        new PulseTable.Reader() {
          @Override
          public void step(int trace, boolean isUp, double before, double after) {
            double position = ranges.position(trace, before);
            if (!atBound(isUp, position)) {
              double expected = (isUp ? up : down).at(position);
              gains.add(trace, isUp, ranges.step(isUp, before, after), expected);
            }
          }
        });
    double c2c = gains.cycleToCycle();
    return new PulseTableFit(
        table.traces(),
        up.count + down.count,
        (up.mean() + down.mean()) / 2,
        up.mean() / down.mean(),
        gains.spread(c2c, true),
        gains.spread(c2c, false),
        c2c,
        ranges.spread,
        up.relative(),
        down.relative());
  }

  /** Whether a trace is where pulses of this direction can lead no further. */
  private static boolean atBound(boolean up, double position) {
    return up ? position >= 1 : position <= 0;
  }

  /** Smallest and largest conductances. */
  private static final class Ranges implements PulseTable.Reader {
    private final double[] low = new double[PulseTable.MOST_TRACES];
    private final double[] high = new double[PulseTable.MOST_TRACES];
    private double half;
    private double spread;

    Ranges() {
      Arrays.fill(low, Double.POSITIVE_INFINITY);
      Arrays.fill(high, Double.NEGATIVE_INFINITY);
    }

    @Override
    public void point(int trace, double conductance) {
      low[trace] = Math.min(low[trace], conductance);
      high[trace] = Math.max(high[trace], conductance);
    }

    void close(PulseTable table, String file) {
      int traces = table.traces();
      for (int i = 0; i < traces; i++) {
        if (!(high[i] > low[i])) {
          throw new ConfigException(
              file
                  + " has a trace, "
                  + table.nameOf(i)
                  + ", in which the conductance never changes.",
              "Maybe the rest of the trace is missing: its range is that of its device.");
        }
        half += (high[i] - low[i]) / 2 / traces;
      }
      if (traces == 0) {
        throw new ConfigException(
            file + " has no line but its first.", "Maybe another file is meant.");
      }
      double both = (variance(traces, i -> low[i]) + variance(traces, i -> high[i])) / 2;
      spread = Math.sqrt(both) / half;
    }

    double position(int trace, double conductance) {
      return (conductance - low[trace]) / (high[trace] - low[trace]);
    }

    double step(boolean up, double before, double after) {
      return (up ? after - before : before - after) / half;
    }
  }

  /** Least-squares polygon over [0, 1], with a faint pull of neighbouring nodes to each other. */
  private static final class Polygon {
    private static final double PULL = 1e-6;
    private final double[] diagonal = new double[NODES];
    private final double[] beside = new double[NODES];
    private final double[] nodes = new double[NODES];
    private long count;

    void add(double position, double size) {
      int left = Math.clamp((long) (position * (NODES - 1)), 0, NODES - 2);
      double share = position * (NODES - 1) - left;
      diagonal[left] += (1 - share) * (1 - share);
      diagonal[left + 1] += share * share;
      beside[left] += share * (1 - share);
      nodes[left] += (1 - share) * size;
      nodes[left + 1] += share * size;
      count++;
    }

    /** Normal equations are tridiagonal: elimination downwards, insertion upwards. */
    void solve(String file, String direction) {
      double pull = PULL * count;
      for (int i = 0; i + 1 < NODES; i++) {
        diagonal[i] += pull;
        diagonal[i + 1] += pull;
        beside[i] -= pull;
      }
      for (int i = 1; i < NODES && count > 0; i++) {
        double factor = beside[i - 1] / diagonal[i - 1];
        diagonal[i] -= factor * beside[i - 1];
        nodes[i] -= factor * nodes[i - 1];
      }
      for (int i = NODES - 1; i >= 0 && count > 0; i--) {
        double above = i == NODES - 1 ? 0 : beside[i] * nodes[i + 1];
        nodes[i] = (nodes[i] - above) / diagonal[i];
      }
      for (int i = 0; i < NODES; i++) {
        nodes[i] = Math.max(0, nodes[i]);
      }
      if (!(mean() > 0)) {
        throw new ConfigException(
            file + " has no " + direction + " steps that change the conductance " + direction + ".",
            "Maybe the directions are exchanged, or a sweep is missing.");
      }
    }

    double at(double position) {
      int left = Math.clamp((long) (position * (NODES - 1)), 0, NODES - 2);
      double share = position * (NODES - 1) - left;
      return (1 - share) * nodes[left] + share * nodes[left + 1];
    }

    double mean() {
      double sum = -(nodes[0] + nodes[NODES - 1]) / 2;
      for (double node : nodes) {
        sum += node;
      }
      return sum / (NODES - 1);
    }

    ImmutableList<Double> relative() {
      double mean = mean();
      return Arrays.stream(nodes)
          .mapToObj(node -> node / mean)
          .collect(ImmutableList.toImmutableList());
    }
  }

  /** Sums a trace and direction: number, step, f, step², step·f, f². */
  private static final class Gains {
    private final double[][] sums;

    Gains(int traces) {
      sums = new double[2 * traces][6];
    }

    void add(int trace, boolean up, double step, double expected) {
      double[] s = sums[2 * trace + (up ? 0 : 1)];
      s[0]++;
      s[1] += step;
      s[2] += expected;
      s[3] += step * step;
      s[4] += step * expected;
      s[5] += expected * expected;
    }

    double cycleToCycle() {
      double residual = 0;
      double size = 0;
      for (double[] s : sums) {
        if (s[0] > 1 && s[2] > 0) {
          double g = s[1] / s[2];
          // One degree of freedom went into the gain.
          residual += (s[3] - 2 * g * s[4] + g * g * s[5]) * s[0] / (s[0] - 1);
          size += g * g * s[5];
        }
      }
      return size > 0 ? Math.sqrt(Math.max(0, residual / size)) : 0;
    }

    /** Of the mean of a trace's two gains, or of their difference. */
    double spread(double cycleToCycle, boolean ofMean) {
      double[] values = new double[sums.length / 2];
      double sampling = 0;
      int n = 0;
      for (int trace = 0; trace < sums.length / 2; trace++) {
        double[] up = sums[2 * trace];
        double[] down = sums[2 * trace + 1];
        if (up[2] > 0 && down[2] > 0) {
          double gUp = up[1] / up[2];
          double gDown = down[1] / down[2];
          values[n++] = ofMean ? (gUp + gDown) / 2 : gUp - gDown;
          double noise = up[5] / (up[2] * up[2]) + down[5] / (down[2] * down[2]);
          sampling += cycleToCycle * cycleToCycle * noise * (ofMean ? 0.25 : 1);
        }
      }
      double variance = variance(n, i -> values[i]);
      return n == 0 ? 0 : Math.sqrt(Math.max(0, variance - sampling / n));
    }
  }

  /** Unbiased variance of n values; 0 for one. */
  private static double variance(int n, IntToDoubleFunction value) {
    double mean = 0;
    for (int i = 0; i < n; i++) {
      mean += value.applyAsDouble(i) / n;
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double deviation = value.applyAsDouble(i) - mean;
      sum += deviation * deviation;
    }
    return n < 2 ? 0 : sum / (n - 1);
  }
}
