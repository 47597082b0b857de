package org.rpusim.report.bench;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/**
 * Rates of a training in a fresh Java machine: of its first {@value #COLD} samples, of its first
 * second, and the median of {@value #ROUNDS} rounds of {@value #ROUND} samples after the first
 * {@value #WARM_UP}.
 */
final class TrainingRates {
  static final int WARM_UP = 60_000;
  private static final int COLD = 3_000;
  private static final int ROUND = 5_000;
  private static final int ROUNDS = 9;
  private static final double NANOS = 1e9;

  private final int warmUp;
  private final int round;
  private final long start = System.nanoTime();
  private final List<Double> rates = new ArrayList<>();
  private double coldRate;
  private long inFirstSecond;
  private long roundStart;
  private long roundFirst;

  TrainingRates() {
    this(WARM_UP, ROUND);
  }

  /**
   * @param warmUp samples before the first round
   * @param round samples of a round at least
   */
  TrainingRates(int warmUp, int round) {
    this.warmUp = warmUp;
    this.round = round;
  }

  /**
   * Samples are done.
   *
   * @param samples all so far
   */
  void trained(long samples) {
    if (samples % 16 != 0 && samples < warmUp) {
      return;
    }
    long now = System.nanoTime();
    if (now - start <= NANOS) {
      inFirstSecond = samples;
    }
    if (coldRate == 0 && samples >= COLD) {
      coldRate = samples * NANOS / (now - start);
    }
    if (samples >= warmUp && roundStart == 0) {
      begin(samples, now);
    } else if (roundStart != 0 && samples - roundFirst >= round) {
      rates.add((samples - roundFirst) * NANOS / (now - roundStart));
      begin(samples, now);
    }
  }

  private void begin(long samples, long now) {
    roundFirst = samples;
    roundStart = now;
  }

  /** What is measured next is not training. */
  void pause() {
    roundStart = 0;
  }

  /** Whether all rounds are done. */
  boolean enough() {
    return rates.size() >= ROUNDS;
  }

  ImmutableList<BenchValue> values(String name) {
    double warm = Rounds.median(rates.stream().mapToDouble(Double::doubleValue).toArray());
    return ImmutableList.of(
        new BenchValue(name, warm, "samples/s"),
        new BenchValue(name + "-first-3000", coldRate, "samples/s"),
        new BenchValue(name + "-first-second", inFirstSecond, "samples/s"));
  }
}
