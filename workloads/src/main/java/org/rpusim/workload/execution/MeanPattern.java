package org.rpusim.workload.execution;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Whole numbers with a given mean, as evenly as whole numbers can be: after n of them their sum is
 * n × the mean, rounded down (Bresenham's error-carrying line). Their order is periodic.
 */
final class MeanPattern {
  /** Decimals of a mean; what is beyond them is rounded. */
  private static final int DECIMALS = 6;

  private final long whole;
  private final long part;
  private final long denominator;
  private long carry;

  private MeanPattern(long whole, long part, long denominator) {
    this.whole = whole;
    this.part = part;
    this.denominator = denominator;
  }

  /** A pattern with the mean {@code share} × {@code times}, 0 or more, to six decimals. */
  static MeanPattern of(double share, long times) {
    BigDecimal mean =
        BigDecimal.valueOf(share)
            .multiply(BigDecimal.valueOf(times))
            .setScale(DECIMALS, RoundingMode.HALF_EVEN)
            .stripTrailingZeros();
    BigDecimal whole = mean.setScale(0, RoundingMode.FLOOR);
    int scale = Math.max(mean.scale(), 0);
    long part = mean.subtract(whole).movePointRight(scale).longValueExact();
    return new MeanPattern(
        whole.longValueExact(), part, BigDecimal.TEN.pow(scale).longValueExact());
  }

  /** The next number. */
  long next() {
    carry += part;
    if (carry >= denominator) {
      carry -= denominator;
      return whole + 1;
    }
    return whole;
  }

  /**
   * Sum of the next numbers.
   *
   * @throws ArithmeticException if it is beyond a long
   */
  long take(long count) {
    long parts = Math.addExact(carry, Math.multiplyExact(count, part));
    carry = parts % denominator;
    return Math.addExact(Math.multiplyExact(count, whole), parts / denominator);
  }

  /** What decides the numbers to come. */
  long carry() {
    return carry;
  }
}
