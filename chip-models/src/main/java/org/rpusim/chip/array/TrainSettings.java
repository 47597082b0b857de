package org.rpusim.chip.array;

import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.spec.UpdateSpec;

/**
 * Length and pulse probabilities of an update's trains. With c = sqrt(eta/(BL·dwMin)) a column of
 * value x has a pulse in a slot with probability min(C_x·|x|, 1), a row of value d with
 * min(C_d·|d|, 1); then E[dw] = BL·dwMin·C_x·C_d·x·d = eta·x·d (P1).
 *
 * <ul>
 *   <li>Without management C_x = C_d = c.
 *   <li>Update management (P2): C_x = m·c and C_d = c/m with m = sqrt(delta_max/x_max), so that the
 *       largest probabilities of both sides are equal.
 *   <li>Length management (aihwkit): BL = min(ceil(eta·x_max·delta_max/dwMin), BL_max), the
 *       shortest train of which the largest step asks no more than one coincidence a slot; 0 where
 *       nothing is to be changed.
 * </ul>
 */
final class TrainSettings {
  private final UpdateSpec update;
  private final double dwMin;
  private final Kernels kernels;
  private float plainRate = Float.NaN;
  private int slots;
  private float columnGain;
  private float rowGain;

  TrainSettings(UpdateSpec update, float dwMin, Kernels kernels) {
    this.update = update;
    this.dwMin = dwMin;
    this.kernels = kernels;
    slots = update.bitLength();
  }

  /** Whether they depend on the largest magnitudes of both sides. */
  boolean managed() {
    return update.managed();
  }

  /** Works them out for padded column values x and row values d. */
  void set(float[] x, float[] d, float learningRate) {
    if (update.managed()) {
      set(kernels.absMax(x, x.length), kernels.absMax(d, d.length), learningRate);
    } else {
      set(0f, 0f, learningRate);
    }
  }

  /** Works them out for the largest magnitudes of both sides, where they depend on them. */
  void set(float xMax, float dMax, float learningRate) {
    if (update.managed()) {
      setManaged((double) xMax, (double) dMax, (double) learningRate);
    } else if (learningRate != plainRate) { // kept, as the rate seldom changes
      plainRate = learningRate;
      columnGain = (float) Math.sqrt(learningRate / (slots * dwMin));
      rowGain = columnGain;
    }
  }

  private void setManaged(double xMax, double dMax, double learningRate) {
    double largest = xMax * dMax;
    slots = update.bitLength();
    if (update.lengthManagement()) {
      slots = (int) Math.min(Math.ceil(learningRate * largest / dwMin), update.bitLength());
    }
    if (largest == 0 || slots == 0) { // no device can change
      columnGain = 0f;
      rowGain = 0f;
      return;
    }
    double gain = Math.sqrt(learningRate / (slots * dwMin));
    double balance = update.updateManagement() ? Math.sqrt(dMax / xMax) : 1;
    columnGain = (float) (gain * balance);
    rowGain = (float) (gain / balance);
  }

  /** Pulse slots, 0 to the bit length. */
  int slots() {
    return slots;
  }

  /** C_x: pulse probability of a column of value 1. */
  float columnGain() {
    return columnGain;
  }

  /** C_d: pulse probability of a row of value 1. */
  float rowGain() {
    return rowGain;
  }
}
