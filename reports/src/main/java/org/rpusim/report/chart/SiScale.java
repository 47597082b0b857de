package org.rpusim.report.chart;

/**
 * The SI prefix with which a value lies in 1 to 1000, for an axis in one unit; spelled as in all
 * texts.
 *
 * @param prefix letter before the unit, empty for 1
 * @param unit value of one prefixed unit in base units
 */
public record SiScale(String prefix, double unit) {
  private static final String[] PREFIXES = {"f", "p", "n", "u", "m", "", "k", "M", "G", "T"};
  private static final double[] UNITS = {1e-15, 1e-12, 1e-9, 1e-6, 1e-3, 1, 1e3, 1e6, 1e9, 1e12};

  /** The prefix for a value; none for 0. */
  public static SiScale of(double value) {
    double size = StrictMath.abs(value);
    if (!(size > 0)) {
      return new SiScale("", 1);
    }
    int chosen = 0;
    while (chosen + 1 < UNITS.length && size >= UNITS[chosen + 1]) {
      chosen++;
    }
    return new SiScale(PREFIXES[chosen], UNITS[chosen]);
  }
}
