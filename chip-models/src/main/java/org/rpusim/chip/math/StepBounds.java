package org.rpusim.chip.math;

/**
 * Smallest and largest weights of devices, laid out as their weights are. For each block of 16
 * devices it keeps the magnitude that none of them clips, so that most steps need not read the
 * bounds.
 */
public final class StepBounds {
  final float[] lower;
  final float[] upper;
  final float[] safe;

  /**
   * Bounds of the devices of an array.
   *
   * @param lower 0 or below, but for a device that is stuck above 0
   * @param upper 0 or above, but for a device that is stuck below 0
   */
  public StepBounds(float[] lower, float[] upper) {
    this.lower = lower;
    this.upper = upper;
    safe = new float[(lower.length + Kernels.BLOCK - 1) / Kernels.BLOCK];
    for (int block = 0; block < safe.length; block++) {
      safe[block] = safeMagnitude(block * Kernels.BLOCK + Kernels.BASE);
    }
  }

  private float safeMagnitude(int from) {
    float magnitude = Float.POSITIVE_INFINITY;
    for (int i = from; i < Math.min(from + Kernels.BLOCK, lower.length); i++) {
      magnitude = Math.min(magnitude, Math.min(upper[i], -lower[i]));
    }
    return magnitude;
  }

  /** Whether a device that holds {@code weight} is at one of its bounds. */
  public boolean reached(int device, float weight) {
    return weight >= upper[device] || weight <= lower[device];
  }

  /** The weight that a device holds when told to hold {@code weight}. */
  public float clip(int device, float weight) {
    return Math.clamp(weight, lower[device], upper[device]);
  }
}
