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

  // Of several updates: steps that the largest product asks for, sqrt(dMax/xMax), gain.
  private double[] steps = {};
  private double[] balances = {};
  private double[] gainsOf = {};

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

  /**
   * Works them out for several managed updates; each gets what {@link #set(float, float, float)}
   * would give it alone. In passes that the compiler makes vectors of.
   *
   * @param xMax largest magnitude of the columns' values of each update
   * @param dMax the same of the rows' values
   * @param count how many updates
   * @param slotsOf set to {@link #slots} of each
   * @param columnGains set to {@link #columnGain} of each
   * @param rowGains set to {@link #rowGain} of each
   */
  void set(
      float[] xMax,
      float[] dMax,
      int count,
      float learningRate,
      int[] slotsOf,
      float[] columnGains,
      float[] rowGains) {
    if (learningRate != rate) {
      setRate(learningRate);
    }
    if (gainsOf.length < count) {
      steps = new double[count];
      balances = new double[count];
      gainsOf = new double[count];
    }
    double stepsOfOne = rate;
    for (int v = 0; v < count; v++) {
      steps[v] = stepsOfOne * ((double) xMax[v] * (double) dMax[v]) / dwMin;
    }
    for (int v = 0; v < count; v++) {
      balances[v] = Math.sqrt((double) dMax[v] / (double) xMax[v]);
    }
    for (int v = 0; v < count; v++) {
      int n = slotsFor(steps[v]);
      boolean rests = steps[v] == 0 || n == 0;
      slotsOf[v] = n;
      gainsOf[v] = rests ? 0 : gains[n];
      balances[v] = rests || !update.updateManagement() ? 1 : balances[v];
    }
    for (int v = 0; v < count; v++) {
      columnGains[v] = (float) (gainsOf[v] * balances[v]);
      rowGains[v] = (float) (gainsOf[v] / balances[v]);
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
    slots = slotsFor(rate * largest / dwMin);
    if (largest == 0 || slots == 0) { // no device can change
      columnGain = 0f;
      rowGain = 0f;
      return;
    }
    double balance = update.updateManagement() ? Math.sqrt(dMax / xMax) : 1;
    columnGain = (float) (gains[slots] * balance);
    rowGain = (float) (gains[slots] / balance);
  }

  /** Pulse slots where the largest product asks for so many steps. */
  private int slotsFor(double stepsOfLargest) {
    int most = update.bitLength();
    return update.lengthManagement() ? Math.min((int) Math.ceil(stepsOfLargest), most) : most;
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
