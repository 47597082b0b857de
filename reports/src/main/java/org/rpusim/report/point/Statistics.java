package org.rpusim.report.point;

import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/** The statistics of studies and sweeps; the only class here that knows of Commons Math. */
public final class Statistics {
  /** Share of intervals that hold the true mean. */
  public static final double CONFIDENCE = 0.95;

  private Statistics() {}

  /**
   * A mean with its confidence interval.
   *
   * @param mean of the values
   * @param halfWidth half the width of the interval of 95 %, by Student's t with count − 1 degrees
   *     of freedom; NaN for a single value, which has none
   * @param count number of values, 1 or more
   */
  public record Interval(double mean, double halfWidth, int count) {
    /** Lower end, or the value where there is only one. */
    public double low() {
      return count > 1 ? mean - halfWidth : mean;
    }

    /** Upper end, or the value where there is only one. */
    public double high() {
      return count > 1 ? mean + halfWidth : mean;
    }
  }

  /** The interval of one value or more. */
  public static Interval interval(List<Double> values) {
    double[] numbers = values.stream().mapToDouble(Double::doubleValue).toArray();
    double mean = new Mean().evaluate(numbers);
    if (numbers.length == 1) {
      return new Interval(mean, Double.NaN, 1);
    }
    double quantile =
        new TDistribution(null, numbers.length - 1)
            .inverseCumulativeProbability((1 + CONFIDENCE) / 2);
    double error = new StandardDeviation().evaluate(numbers) / StrictMath.sqrt(numbers.length);
    return new Interval(mean, quantile * error, numbers.length);
  }
}
