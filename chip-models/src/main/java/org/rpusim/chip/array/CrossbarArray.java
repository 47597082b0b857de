package org.rpusim.chip.array;

import org.rpusim.core.state.Stateful;

/**
 * The numbers of one array: the weights that its devices hold, and what a read or an update cycle
 * does with them. It knows no time; the tile charges time and energy from the outcomes.
 *
 * <p>Shapes: {@code rows × columns}. A forward read takes {@code columns} inputs and gives {@code
 * rows} outputs; a backward read the other way round.
 *
 * <p>Every random draw is keyed by (seed, array, purpose, cycle number, attempt): the same call
 * gives the same bits, whatever was called before it on other arrays.
 */
public interface CrossbarArray extends Stateful {
  /** Used output lines of a forward read. */
  int rows();

  /** Used input lines of a forward read. */
  int columns();

  /**
   * One attempt of a forward read: noise management, DAC, W x, noise, bound, ADC, scaled back.
   *
   * @param x inputs, {@code columns} numbers from {@code xOffset}
   * @param y outputs, {@code rows} numbers from {@code yOffset}, overwritten
   * @param cycle number of this read, the same for all its attempts
   * @param attempt 0 at first; the input is scaled by 2^−attempt (bound management)
   * @param outcome filled with what the cycle did
   */
  void readForward(
      float[] x, int xOffset, float[] y, int yOffset, long cycle, int attempt, ReadOutcome outcome);

  /** One attempt of a backward read, Wᵀ d; see {@link #readForward}. */
  void readBackward(
      float[] d, int dOffset, float[] y, int yOffset, long cycle, int attempt, ReadOutcome outcome);

  /**
   * One update cycle: w_ij += learningRate · d_i · x_j in expectation (P1, update rule).
   *
   * @param x column values, {@code columns} numbers from {@code xOffset}
   * @param d row values (the negative gradient), {@code rows} numbers from {@code dOffset}
   * @param learningRate eta, above 0
   * @param cycle number of this update
   * @param outcome filled with what the cycle did
   */
  void update(
      float[] x,
      int xOffset,
      float[] d,
      int dOffset,
      float learningRate,
      long cycle,
      UpdateOutcome outcome);

  /**
   * Whether running averages of noise management stay as they are: evaluations read without leaving
   * a trace in what is trained.
   */
  void holdAverages(boolean hold);

  /** Weights that are at a bound of their device now. */
  long weightsAtBound();

  /**
   * The forward reads of several vectors with the same weights, with their bound-management
   * retries: bit for bit what single reads give, one after the other.
   *
   * @param x inputs side by side: number j of vector v is x[(xLine + j)·stride + v]
   * @param y outputs in the same way from {@code yLine}, overwritten
   * @param stride distance of lines; a multiple of 16
   * @param count vectors, at most {@code stride}; behind them x holds zeros and y anything
   * @param firstCycle number of the first vector's read; the others have those that follow
   * @param maxRetries most retries of a vector
   * @param outcome filled with what the cycles did
   */
  default void readForwardBurst(
      float[] x,
      int xLine,
      float[] y,
      int yLine,
      int stride,
      int count,
      long firstCycle,
      int maxRetries,
      BurstOutcome outcome) {
    SingleVectors.readForward(
        this, x, xLine, y, yLine, stride, count, firstCycle, maxRetries, outcome);
  }

  /** The backward reads of several vectors; see {@link #readForwardBurst}. */
  default void readBackwardBurst(
      float[] d,
      int dLine,
      float[] y,
      int yLine,
      int stride,
      int count,
      long firstCycle,
      int maxRetries,
      BurstOutcome outcome) {
    SingleVectors.readBackward(
        this, d, dLine, y, yLine, stride, count, firstCycle, maxRetries, outcome);
  }

  /**
   * The updates of several vectors, one after the other; x and d side by side as in {@link
   * #readForwardBurst}.
   *
   * @param firstCycle number of the first vector's update; the others have those that follow
   * @param outcome filled with the sum of what the cycles did
   */
  void updateBurst(
      float[] x,
      int xLine,
      float[] d,
      int dLine,
      int stride,
      int count,
      float learningRate,
      long firstCycle,
      UpdateOutcome outcome);

  /** The weight at a cross-point, weight units. */
  float weight(int row, int column);

  /** Writes a weight, clipped to its device's bounds; free of cost (initialisation). */
  void setWeight(int row, int column, float weight);

  /** Devices whose mean is a weight. */
  default int devicesPerWeight() {
    return 1;
  }

  /**
   * What one device of a weight holds, weight units.
   *
   * @param device 0 to {@link #devicesPerWeight} − 1
   */
  default float deviceWeight(int row, int device, int column) {
    return weight(row, column);
  }

  /** Writes one device of a weight, clipped to its bounds. */
  default void setDeviceWeight(int row, int device, int column, float weight) {
    setWeight(row, column, weight);
  }
}
