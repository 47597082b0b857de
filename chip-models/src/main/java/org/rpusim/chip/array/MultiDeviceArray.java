package org.rpusim.chip.array;

import org.rpusim.chip.math.Kernels;
import org.rpusim.core.state.StateReader;
import org.rpusim.core.state.StateWriter;

/**
 * Several devices a weight (P2, multi-device mapping): logical row i is the mean of the d
 * consecutive rows d·i … d·i + d − 1 of an array, its <em>physical</em> rows.
 *
 * <ul>
 *   <li>forward: all physical rows are converted apart, and their d outputs averaged digitally;
 *   <li>backward: a row's value drives its d rows, and the result is divided by d;
 *   <li>update: a row's value goes to its d rows, each of which draws a train of its own.
 * </ul>
 *
 * <p>So the expected change of a weight is that of one device, the spreads of steps and the noise
 * of a forward output fall as 1/sqrt(d), and the noise of a backward output as 1/d (its sum is d
 * times as large, and so is what saturates it). Outcomes count physical lines.
 */
final class MultiDeviceArray extends VectorwiseArray {
  private final CrossbarArray devices;
  private final int perWeight;
  private final int rows;
  private final float[] physical;

  /**
   * Groups the rows of an array.
   *
   * @param devices its rows are a multiple of perWeight
   * @param perWeight d, 1 or more
   */
  MultiDeviceArray(CrossbarArray devices, int perWeight, Kernels kernels) {
    super(devices.rows() / perWeight, devices.columns(), kernels);
    this.devices = devices;
    this.perWeight = perWeight;
    rows = devices.rows() / perWeight;
    physical = new float[devices.rows()];
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return devices.columns();
  }

  @Override
  public void readForward(
      float[] x,
      int xOffset,
      float[] y,
      int yOffset,
      long cycle,
      int attempt,
      ReadOutcome outcome) {
    devices.readForward(x, xOffset, physical, 0, cycle, attempt, outcome);
    for (int row = 0; row < rows; row++) {
      float sum = 0f;
      for (int k = row * perWeight; k < (row + 1) * perWeight; k++) {
        sum += physical[k];
      }
      y[yOffset + row] = sum / perWeight;
    }
  }

  @Override
  public void readBackward(
      float[] d,
      int dOffset,
      float[] y,
      int yOffset,
      long cycle,
      int attempt,
      ReadOutcome outcome) {
    repeat(d, dOffset);
    devices.readBackward(physical, 0, y, yOffset, cycle, attempt, outcome);
    for (int column = yOffset; column < yOffset + columns(); column++) {
      y[column] /= perWeight;
    }
  }

  @Override
  public void update(
      float[] x,
      int xOffset,
      float[] d,
      int dOffset,
      float learningRate,
      long cycle,
      UpdateOutcome outcome) {
    repeat(d, dOffset);
    devices.update(x, xOffset, physical, 0, learningRate, cycle, outcome);
  }

  @Override
  public void holdAverages(boolean hold) {
    devices.holdAverages(hold);
  }

  @Override
  public void saveState(StateWriter out) {
    devices.saveState(out);
  }

  @Override
  public void loadState(StateReader in) {
    devices.loadState(in);
  }

  @Override
  public int devicesPerWeight() {
    return perWeight;
  }

  @Override
  public float deviceWeight(int row, int device, int column) {
    return devices.weight(row * perWeight + device, column);
  }

  @Override
  public void setDeviceWeight(int row, int device, int column, float weight) {
    devices.setWeight(row * perWeight + device, column, weight);
  }

  /** Counted by device. */
  @Override
  public long weightsAtBound() {
    return devices.weightsAtBound();
  }

  private void repeat(float[] d, int dOffset) {
    for (int k = 0; k < physical.length; k++) {
      physical[k] = d[dOffset + k / perWeight];
    }
  }

  /** The mean of the d devices. */
  @Override
  public float weight(int row, int column) {
    float sum = 0f;
    for (int k = row * perWeight; k < (row + 1) * perWeight; k++) {
      sum += devices.weight(k, column);
    }
    return sum / perWeight;
  }

  /** Writes all d devices, each clipped to its own bounds. */
  @Override
  public void setWeight(int row, int column, float weight) {
    for (int k = row * perWeight; k < (row + 1) * perWeight; k++) {
      devices.setWeight(k, column, weight);
    }
  }
}
