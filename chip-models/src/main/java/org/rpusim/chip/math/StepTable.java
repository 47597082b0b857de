package org.rpusim.chip.math;

/**
 * Steps and bounds of constant-step devices in 9 bytes each, laid out as their weights are. An
 * update takes them from far memory, so fewer bytes are a faster update.
 *
 * <p>Steps are multiples of 1/32,768 of the array's largest, bounds multiples of 1/16,384 of its
 * largest. With the spreads of the RPU baseline a step is so rounded by at most 4e-5 of its mean
 * and a bound by 5e-5 weight units; where all are equal, none is rounded. A third part, rounded
 * down to 8 bits, is the magnitude at which no bound is reached: most steps end below it and need
 * not read the bounds.
 */
public final class StepTable {
  private static final int STEP_LEVELS = 1 << 15;
  private static final int BOUND_LEVELS = 1 << 14;
  private static final int SAFE_LEVELS = 0xFF;

  /** Up steps in the low halves, down steps in the high ones. */
  final int[] steps;

  /** Lower bounds in the low halves, upper bounds in the high ones. */
  final int[] bounds;

  /** Magnitudes without a bound, unsigned. */
  final byte[] safe;

  final float boundUnit;
  final float safeUnit;

  /** Weight change for each level of a step. */
  final float unit;

  /** Its spread from coincidence to coincidence. */
  final float unitSpread;

  /**
   * Tables of the devices of an array.
   *
   * @param up steps up, 0 or above
   * @param down steps down, 0 or below
   * @param lower smallest weights
   * @param upper largest weights, not below the smallest
   * @param spread of a step from coincidence to coincidence, as a fraction of it
   */
  public StepTable(float[] up, float[] down, float[] lower, float[] upper, float spread) {
    unit = Math.max(largest(up), largest(down)) / STEP_LEVELS;
    unitSpread = unit * spread;
    float farthest = Math.max(largest(lower), largest(upper));
    boundUnit = farthest / BOUND_LEVELS;
    safeUnit = farthest / SAFE_LEVELS;
    steps = new int[up.length];
    bounds = new int[up.length];
    safe = new byte[up.length];
    for (int i = 0; i < up.length; i++) {
      steps[i] = levels(up[i], unit) | (levels(-down[i], unit) << 16);
      bounds[i] = (levels(lower[i], boundUnit) & 0xFFFF) | (levels(upper[i], boundUnit) << 16);
      safe[i] = (byte) safeLevels(Math.min(upper(i), -lower(i)));
    }
  }

  private static float largest(float[] values) {
    float largest = 0f;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  /** Rounded quotient; 0 where all are 0. */
  private static int levels(float value, float unit) {
    return (int) Math.rint((double) value / unit);
  }

  private int safeLevels(float magnitude) {
    int levels = Math.clamp((long) (magnitude / safeUnit), 0, SAFE_LEVELS);
    return levels > 0 && levels * safeUnit > magnitude ? levels - 1 : levels;
  }

  /** Step of a device in levels. */
  int levels(int device, boolean rising) {
    return rising ? steps[device] & 0xFFFF : steps[device] >>> 16;
  }

  /** Step of a device in one direction without noise, negative if down, weight units. */
  public float step(int device, boolean rising) {
    return levels(device, rising) * (rising ? unit : -unit);
  }

  /** Smallest weight of a device. */
  public float lower(int device) {
    return (short) bounds[device] * boundUnit;
  }

  /** Largest weight of a device. */
  public float upper(int device) {
    return (bounds[device] >> 16) * boundUnit;
  }

  /** Whether a device that holds {@code weight} is at one of its bounds. */
  public boolean reached(int device, float weight) {
    return weight >= upper(device) || weight <= lower(device);
  }

  /** The weight that a device holds when told to hold {@code weight}. */
  public float clip(int device, float weight) {
    float upper = upper(device);
    float a = weight > upper ? upper : weight;
    float lower = lower(device);
    return a < lower ? lower : a;
  }
}
