package org.rpusim.chip.device;

import java.util.Arrays;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.spec.DeviceSpec;

/**
 * How sampled devices respond to pulses, one a cycle: from their lower bound (0 where they have
 * none) so many up, then as many down.
 */
public final class StepResponse {
  /** Points of the curves of {@link #meanStep}. */
  public static final int POINTS = 121;

  /** Most pulses of a direction. */
  public static final int MOST_PULSES = 100_000;

  /** More devices, one by one, hide each other in a chart, and take minutes to draw. */
  private static final int MOST_SHOWN = 50;

  private static final int UNBOUNDED_PULSES = 1000;
  private static final float UNBOUNDED = 100f;

  private final PulsedDevice device;
  private final int count;
  private final float[] lower;
  private final float[] upper;
  private final float[][] weights;
  private final boolean bounded;
  private final int pulses;

  /**
   * Measures devices.
   *
   * @param count how many devices, 1 to {@value CrossPoints#MAX_LINES}
   * @param pulses of each direction, 1 to {@value #MOST_PULSES}; 0 for 5/4 of the states, or 1000
   *     where there are no bounds
   * @throws IllegalArgumentException if the device has no pulses
   */
  public StepResponse(DeviceSpec spec, int count, int pulses, long seed, Kernels kernels) {
    this.count = count;
    DeviceKey key = new DeviceKey(seed, 0);
    if (!(Devices.create(spec, new CrossPoints(1, count, WeightLayout.ROW_MAJOR), key, kernels)
        instanceof PulsedDevice pulsed)) {
      throw new IllegalArgumentException("A " + spec.kind() + " device has no pulses.");
    }
    device = pulsed;
    upper = written(Float.MAX_VALUE);
    lower = written(-Float.MAX_VALUE);
    bounded = mean(upper) < UNBOUNDED && mean(lower) > -UNBOUNDED;
    if (!bounded) {
      written(0f);
    }
    double wanted = bounded ? 1.25 * states() : UNBOUNDED_PULSES;
    this.pulses = pulses > 0 ? pulses : (int) Math.clamp(Math.rint(wanted), 1, MOST_PULSES);
    weights = new float[2 * this.pulses + 1][];
    drive(key, kernels);
  }

  private float[] written(float weight) {
    for (int i = 0; i < count; i++) {
      device.write(0, i, weight);
    }
    return weights();
  }

  private float[] weights() {
    float[] held = new float[count];
    for (int i = 0; i < count; i++) {
      held[i] = device.crossPoints().get(0, i);
    }
    return held;
  }

  private void drive(DeviceKey key, Kernels kernels) {
    PulseTrains trains = new PulseTrains(1, count, 1, 1, key, kernels);
    float[] x = new float[Kernels.padded(count)];
    Arrays.fill(x, 0, count, 1f);
    float[] d = new float[Kernels.padded(1)];
    weights[0] = weights();
    for (int pulse = 1; pulse < weights.length; pulse++) {
      d[0] = pulse <= pulses ? 1f : -1f;
      trains.draw(x, d, 1f, 1f, 1, pulse);
      device.cycle(trains, pulse);
      weights[pulse] = weights();
    }
  }

  /** Number of devices. */
  public int devices() {
    return count;
  }

  /** How many of them, the first, are shown one by one. */
  public int shown() {
    return Math.min(MOST_SHOWN, count);
  }

  /** Pulses of each direction. */
  public int pulses() {
    return pulses;
  }

  /** Whether devices have bounds. */
  public boolean bounded() {
    return bounded;
  }

  /**
   * A device's weight.
   *
   * @param pulse number of pulses so far, 0 to 2·{@link #pulses}
   */
  public float weight(int number, int pulse) {
    return weights[pulse][number];
  }

  /** Mean weight of all devices after so many pulses. */
  public double meanWeight(int pulse) {
    return mean(weights[pulse]);
  }

  /** Mean upper bound. */
  public double meanUpper() {
    return mean(upper);
  }

  /** Mean lower bound. */
  public double meanLower() {
    return mean(lower);
  }

  /** Mean range of weights ÷ mean size of a step at weight 0. */
  public double states() {
    return (meanUpper() - meanLower()) / ((mean(stepsAtZero(true)) - mean(stepsAtZero(false))) / 2);
  }

  /** Each device's mean step at weight 0, with its sign. */
  public float[] stepsAtZero(boolean up) {
    float[] steps = new float[count];
    for (int i = 0; i < count; i++) {
      steps[i] = device.step(device.crossPoints().index(0, i), 0f, up);
    }
    return steps;
  }

  /** The device whose bounds and steps at weight 0 differ least from their means. */
  public int typical() {
    float[] up = stepsAtZero(true);
    float[] down = stepsAtZero(false);
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      double differences = difference(up, i) + difference(down, i);
      if (bounded) {
        differences += difference(upper, i) + difference(lower, i);
      }
      if (differences < least) {
        least = differences;
        best = i;
      }
    }
    return best;
  }

  private static double difference(float[] values, int i) {
    return Math.abs(values[i] / mean(values) - 1);
  }

  /** Mean weight at a point of {@link #meanStep}. */
  public double weightOf(int point) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += weightOf(point, i);
    }
    return sum / count;
  }

  private float weightOf(int point, int number) {
    float low = bounded ? lower[number] : -1f;
    float high = bounded ? upper[number] : 1f;
    return low + (high - low) * point / (POINTS - 1);
  }

  /**
   * Mean size of a step, each device at the same share of the way from its lower to its upper bound
   * (from −1 to 1 where there are none).
   *
   * @param point 0 to {@link #POINTS} − 1
   * @return 0 or more
   */
  public double meanStep(int point, boolean up) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      int place = device.crossPoints().index(0, i);
      sum += Math.abs(device.step(place, weightOf(point, i), up));
    }
    return sum / count;
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
