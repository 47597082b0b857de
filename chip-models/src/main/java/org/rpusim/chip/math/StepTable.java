package org.rpusim.chip.math;

/**
 * Steps and bounds of constant-step devices in 8 bytes each, laid out as their weights are. An
 * update takes them from far memory, so fewer bytes are a faster update.
 *
 * <p>Steps are multiples of 1/2,047 of the array's largest, bounds multiples of 1/16,384 of its
 * largest. With the spreads of the RPU baseline a step is so rounded by at most 8e-4 of its mean, a
 * four-hundredth of its spread, and a bound by 5e-5 weight units; where all are equal, none is
 * rounded. Beside the steps, rounded down to 8 bits, is the magnitude at which no bound is reached:
 * most steps end below it and need not read the bounds.
 */
public final class StepTable {
  /** Bits by which a word is shifted for the level of the step up, with its sign. */
  static final int UP = 20;

  /** Bits by which the level of the step down lies below that of the step up. */
  static final int DOWN = 12;

  /** Largest level of a step; a step the wrong way has a negative one. */
  static final int LEVELS = (1 << (DOWN - 1)) - 1;

  /** Largest level of a safe magnitude, a mask of its bits. */
  static final int SAFE_LEVELS = 0xFF;

  /** Levels where all steps are equal: a power of two, so that none is rounded. */
  private static final int EQUAL_LEVELS = 1 << 10;

  private static final int BOUND_LEVELS = 1 << 14;

  /** Steps up, steps down, magnitudes without a bound, in levels; from the highest bits down. */
  final int[] words;

  /** Lower bounds in the low halves, upper bounds in the high ones. */
  final int[] bounds;

  final float boundUnit;
  final float safeUnit;

  /** Weight change of n coincidences for each level of a step: n levels; entry 0 is 0. */
  final float[] units = new float[2 * Kernels.BLOCK];

  /** Its spread: sqrt(n) of that of one. */
  final float[] spreads = new float[2 * Kernels.BLOCK];

  /** The bits of {@link #units}. */
  final int[] unitBits = new int[2 * Kernels.BLOCK];

  /** The bits of {@link #spreads}. */
  final int[] spreadBits = new int[2 * Kernels.BLOCK];

  /**
   * Tables of the devices of an array.
   *
   * @param up steps up, below 0 where a device goes the wrong way
   * @param down steps down, above 0 where a device goes the wrong way
   * @param lower smallest weights
   * @param upper largest weights, not below the smallest
   * @param spread of a step from coincidence to coincidence, as a fraction of it
   */
  public StepTable(float[] up, float[] down, float[] lower, float[] upper, float spread) {
    float most = Math.max(largest(up), largest(down));
    float unit = most / (allEqual(up, down, most) ? EQUAL_LEVELS : LEVELS);
    for (int n = 0; n < units.length; n++) {
      units[n] = n * unit;
      spreads[n] = (float) Math.sqrt(n) * (unit * spread);
      unitBits[n] = Float.floatToRawIntBits(units[n]);
      spreadBits[n] = Float.floatToRawIntBits(spreads[n]);
    }
    float farthest = Math.max(largest(lower), largest(upper));
    boundUnit = farthest / BOUND_LEVELS;
    safeUnit = farthest / SAFE_LEVELS;
    words = new int[up.length];
    bounds = new int[up.length];
    for (int i = 0; i < up.length; i++) {
      bounds[i] = (levels(lower[i], boundUnit) & 0xFFFF) | (levels(upper[i], boundUnit) << 16);
      int safe = safeLevels(Math.min(upper(i), -lower(i)));
      words[i] = levels(up[i], unit) << UP | levels(-down[i], unit) << UP >>> DOWN | safe;
    }
  }

  /** Whether all steps are those of the first device, but for what lies behind the used lines. */
  private static boolean allEqual(float[] up, float[] down, float most) {
    for (int i = Kernels.BASE; i < up.length; i++) {
      if (up[i] != most || down[i] != -most) {
        return false;
      }
    }
    return true;
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

  /** Magnitude of a device up to which no bound is reached. */
  float safeMagnitude(int device) {
    return (words[device] & SAFE_LEVELS) * safeUnit;
  }

  private int safeLevels(float magnitude) {
    int levels = Math.clamp((long) (magnitude / safeUnit), 0, SAFE_LEVELS);
    return levels > 0 && levels * safeUnit > magnitude ? levels - 1 : levels;
  }

  /** Step of a device in levels. */
  int levels(int device, boolean rising) {
    return (rising ? words[device] : words[device] << DOWN) >> UP;
  }

  /** Step of a device in one direction without noise, negative if down, weight units. */
  public float step(int device, boolean rising) {
    return levels(device, rising) * (rising ? units[1] : -units[1]);
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
