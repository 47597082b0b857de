package org.rpusim.report.bench;

import com.google.common.collect.ImmutableList;
import java.util.PriorityQueue;
import java.util.function.LongBinaryOperator;
import java.util.function.LongConsumer;
import org.rpusim.chip.math.Kernels;
import org.rpusim.core.random.RandomStream;

/**
 * What the machine does without the simulator: how many operations a second it does that await each
 * other, one a cycle, which is its clock; how fast one thread streams memory, below which no read
 * of a large array can go; how long plain Java loops need for a product of 512 × 512 numbers, one
 * addition after the other; how fast the library's own heap takes and adds events; and how many
 * calls of eight kinds in an order that cannot be foreseen it makes, which no event engine
 * surpasses.
 */
final class MachineBench {
  private static final double WARM_UP_SECONDS = 1;
  private static final double ROUND_SECONDS = 0.4;
  private static final double GIGA = 1e9;
  private static final double MICRO = 1e6;
  private static final int NUMBERS = 1 << 24;
  private static final int OPERATIONS_A_LINK = 6;
  private static final int LATEST = 100_000;
  private static final long KNUTH_FACTOR = 6_364_136_223_846_793_005L;
  private static final long KNUTH_ADDEND = 1_442_695_040_888_963_407L;

  private MachineBench() {}

  /**
   * Operations of a chain, 1/s; memory streamed, GB/s; a plain product, µs; a heap's events with
   * 1,000 pending and calls, 1/s.
   */
  static ImmutableList<BenchValue> measure() {
    return ImmutableList.of(
        new BenchValue("machine-chain", chain(), "operations/s"),
        new BenchValue("machine-stream", stream(), "GB/s"),
        new BenchValue("machine-plain-read-512", plainProduct(512), "us"),
        new BenchValue("machine-heap", heap(1000), "events/s"),
        new BenchValue("machine-calls", calls(), "calls/s"));
  }

  /** Median seconds of one operation, see {@link Rounds#secondsEach}. */
  private static double seconds(LongConsumer work) {
    return Rounds.secondsEach(WARM_UP_SECONDS, ROUND_SECONDS, work);
  }

  /** Shifts and exclusive ors (Marsaglia's xorshift64), each awaiting the one before it. */
  private static double chain() {
    long[] state = {1};
    return OPERATIONS_A_LINK
        / seconds(links -> {
          long number = state[0];
          for (long i = 0; i < links; i++) {
            number ^= number << 13;
            number ^= number >>> 7;
            number ^= number << 17;
          }
          state[0] = number;
        });
  }

  private static double stream() {
    float[] numbers = BenchArrays.uniform(NUMBERS, 1f, 1);
    float[] largest = new float[1];
    Kernels kernels = Kernels.best();
    double seconds =
        seconds(passes -> {
          for (long i = 0; i < passes; i++) {
            largest[0] += kernels.absMax(numbers, NUMBERS);
          }
        });
    return NUMBERS * (double) Float.BYTES / seconds / GIGA;
  }

  private static double plainProduct(int lines) {
    float[] weights = BenchArrays.uniform(lines * lines, 1f, 2);
    float[] x = BenchArrays.uniform(lines, 1f, 3);
    float[] y = new float[lines];
    return seconds(passes -> {
      for (long i = 0; i < passes; i++) {
        multiply(weights, x, y);
      }
    })
        * MICRO;
  }

  private static void multiply(float[] weights, float[] x, float[] y) {
    for (int row = 0; row < y.length; row++) {
      float sum = 0f;
      for (int column = 0; column < x.length; column++) {
        sum += weights[row * x.length + column] * x[column];
      }
      y[row] = sum;
    }
  }

  private static double heap(int pending) {
    RandomStream random = new RandomStream(1);
    PriorityQueue<Moment> queue = new PriorityQueue<>();
    for (int i = 0; i < pending; i++) {
      Moment moment = new Moment();
      moment.timePs = random.nextInt(LATEST);
      queue.add(moment);
    }
    return 1
        / seconds(events -> {
          for (long i = 0; i < events; i++) {
            Moment moment = queue.remove();
            moment.timePs += random.nextInt(LATEST);
            queue.add(moment);
          }
        });
  }

  /** Calls in the order of a linear congruence (Knuth, MMIX), which costs next to nothing. */
  private static double calls() {
    LongBinaryOperator[] kinds = {
      (a, b) -> a + b,
      (a, b) -> a - b,
      (a, b) -> a ^ b,
      (a, b) -> a | b,
      (a, b) -> a & b,
      (a, b) -> b - a,
      (a, b) -> a + 2 * b,
      (a, b) -> a ^ b >> 1
    };
    long[] sum = new long[1];
    long[] state = {1};
    return 1
        / seconds(calls -> {
          long number = state[0];
          for (long i = 0; i < calls; i++) {
            number = number * KNUTH_FACTOR + KNUTH_ADDEND;
            sum[0] = kinds[(int) (number >>> 61)].applyAsLong(sum[0], i);
          }
          state[0] = number;
        });
  }

  /** An event that is used again and again. */
  private static final class Moment implements Comparable<Moment> {
    private long timePs;

    @Override
    public int compareTo(Moment other) {
      return Long.compare(timePs, other.timePs);
    }
  }
}
