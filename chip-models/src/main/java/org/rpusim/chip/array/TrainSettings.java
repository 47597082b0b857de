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

  /** Pulse probability of a line of value 1 for each train length, without update management. */
  private final double[] gains;

  private float rate = Float.NaN;
  private int slots;
  private float columnGain;
  private float rowGain;

  TrainSettings(UpdateSpec update, float dwMin, Kernels kernels) {
    this.update = update;
    this.dwMin = dwMin;
    this.kernels = kernels;
    slots = update.bitLength();
    gains = new double[slots + 1];
  }

  /** Whether they depend on the largest magnitudes, and a train may have one slot alone. */
  boolean mayHaveOneSlot() {
    return update.managed() && (update.lengthManagement() || update.bitLength() == 1);
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
    if (learningRate != rate) {
      setRate(learningRate);
    }
    if (update.managed()) {
      setManaged((double) xMax, (double) dMax);
    }
  }

  /** What depends on the rate alone is kept, as it seldom changes. */
  private void setRate(float learningRate) {
    rate = learningRate;
    for (int n = 1; n < gains.length; n++) {
      gains[n] = Math.sqrt((double) learningRate / (n * dwMin));
    }
    columnGain = (float) gains[slots];
    rowGain = columnGain;
  }

  private void setManaged(double xMax, double dMax) {
    double largest = xMax * dMax;
    slots = update.bitLength();
    if (update.lengthManagement()) {
      slots = Math.min((int) Math.ceil(rate * largest / dwMin), slots);
    }
    if (largest == 0 || slots == 0) { // no device can change
      columnGain = 0f;
      rowGain = 0f;
      return;
    }
    double balance = update.updateManagement() ? Math.sqrt(dMax / xMax) : 1;
    columnGain = (float) (gains[slots] * balance);
    rowGain = (float) (gains[slots] / balance);
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
