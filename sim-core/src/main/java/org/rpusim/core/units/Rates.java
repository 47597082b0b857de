package org.rpusim.core.units;

/** Durations from amounts and rates. */
public final class Rates {
  private static final double PICOSECONDS_PER_SECOND = 1e12;

  private Rates() {}

  /**
   * Time that {@code amount} items take at a rate: ceil(amount · 10¹² / rate) ps, rounded once.
   *
   * @param amount items, 0 or more
   * @param perSecond items a second, above 0
   */
  public static long durationPs(long amount, double perSecond) {
    if (amount < 0 || !(perSecond > 0)) {
      throw new IllegalArgumentException(amount + " items at " + perSecond + " a second");
    }
    double exact = amount * PICOSECONDS_PER_SECOND / perSecond;
    double rounded = Math.rint(exact);
    // A quotient that is whole but for the rounding of the division is that whole number.
    return (long) (Math.abs(exact - rounded) <= 1e-12 * exact ? rounded : Math.ceil(exact));
  }
}
