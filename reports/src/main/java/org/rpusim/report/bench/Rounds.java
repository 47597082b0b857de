package org.rpusim.report.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.LongConsumer;

/** Times work in rounds after a warm-up and takes the median, which a busy moment does not move. */
final class Rounds {
  private static final int ROUNDS = 7;
  private static final double NANOS = 1e9;

  private Rounds() {}

  /**
   * Median seconds of one operation.
   *
   * @param warmUpSeconds processor time that it gets before it is timed, s: on a busy machine the
   *     warm-up takes longer, but warms as much
   * @param roundSeconds how long a round takes at least, s
   * @param work does so many operations
   */
  static double secondsEach(double warmUpSeconds, double roundSeconds, LongConsumer work) {
    long warmUntil = processorNanos() + (long) (NANOS * warmUpSeconds);
    double each = seconds(1, work);
    while (processorNanos() < warmUntil) {
      long operations = operations(roundSeconds, each);
      each = seconds(operations, work) / operations;
    }
    double[] rounds = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long operations = operations(roundSeconds, each);
      each = seconds(operations, work) / operations;
      rounds[i] = each;
    }
    return median(rounds);
  }

  private static long operations(double seconds, double each) {
    return StrictMath.max(1, (long) (seconds / each));
  }

  private static long processorNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double seconds(long operations, LongConsumer work) {
    long start = System.nanoTime();
    work.accept(operations);
    return StrictMath.max(1, System.nanoTime() - start) / NANOS;
  }

  /** The middle one of an odd number of values, the upper middle one of an even number. */
  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
