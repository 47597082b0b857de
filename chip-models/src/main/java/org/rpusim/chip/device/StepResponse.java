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

  private static final int UNBOUNDED_PULSES = 1000;
  private static final float UNBOUNDED = 100f;

  private final PulsedDevice device;
  private final int count;
  private final float[] lower;
  private final float[] upper;
  private final float[][] weights;
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
    if (!(Devices.create(spec, new CrossPoints(1, count, false), key, kernels)
        instanceof PulsedDevice pulsed)) {
      throw new IllegalArgumentException("A " + spec.kind() + " device has no pulses.");
    }
    device = pulsed;
    upper = written(Float.MAX_VALUE);
    lower = written(-Float.MAX_VALUE);
    if (!bounded()) {
      written(0f);
    }
    double wanted = bounded() ? 1.25 * states() : UNBOUNDED_PULSES;
    this.pulses = pulses > 0 ? pulses : (int) Math.clamp(Math.ceil(wanted), 1, MOST_PULSES);
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
    PulseTrains trains = new PulseTrains(1, count, 1, key, kernels);
    float[] x = new float[Kernels.padded(count)];
    Arrays.fill(x, 0, count, 1f);
    float[] d = new float[Kernels.padded(1)];
    weights[0] = weights();
    for (int pulse = 1; pulse < weights.length; pulse++) {
      d[0] = pulse <= pulses ? 1f : -1f;
      trains.draw(x, d, 1f, pulse);
      device.apply(trains, pulse);
      device.endCycle(trains, pulse);
      weights[pulse] = weights();
    }
  }

  /** Number of devices. */
  public int devices() {
    return count;
  }

  /** Pulses of each direction. */
  public int pulses() {
    return pulses;
  }

  /** Whether devices have bounds. */
  public boolean bounded() {
    return mean(upper) < UNBOUNDED && mean(lower) > -UNBOUNDED;
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

  /** Weight of a point of {@link #meanStep}: from the mean lower bound to the mean upper one. */
  public double weightOf(int point) {
    double low = bounded() ? meanLower() : -1;
    double high = bounded() ? meanUpper() : 1;
    return low + (high - low) * point / (POINTS - 1);
  }

  /**
   * Mean size of a step, over the devices that can hold the point's weight.
   *
   * @return 0 or more, or NaN where no device can hold it
   */
  public double meanStep(int point, boolean up) {
    float weight = (float) weightOf(point);
    double sum = 0;
    int able = 0;
    for (int i = 0; i < count; i++) {
      if (weight >= lower[i] && weight <= upper[i]) {
        sum += Math.abs(device.step(device.crossPoints().index(0, i), weight, up));
        able++;
      }
    }
    return able == 0 ? Double.NaN : sum / able;
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
