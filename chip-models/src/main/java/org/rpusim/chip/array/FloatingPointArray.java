package org.rpusim.chip.array;

import org.rpusim.chip.device.CrossPoints;
import org.rpusim.chip.device.FloatingPointDevice;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.spec.ManagementSpec;

/**
 * Exact fp32 arithmetic in the place of an array: no converters, noise, bound or management, and
 * updates of SGD. The time that inputs are on is counted as if converters drove them, and an update
 * takes the longest train, so that runs on different devices compare; pulses are none.
 */
final class FloatingPointArray implements CrossbarArray {
  private final FloatingPointDevice device;
  private final CrossPoints crossPoints;
  private final Kernels kernels;
  private final int inputLevels;
  private final int bitLength;
  private final InputLines columnInputs;
  private final InputLines rowInputs;
  private final InputLines columnSteps;
  private final InputLines rowSteps;
  private final float[] rowOutputs;
  private final float[] columnOutputs;

  FloatingPointArray(
      FloatingPointDevice device,
      int inputLevels,
      int bitLength,
      ManagementSpec management,
      Kernels kernels) {
    this.device = device;
    this.kernels = kernels;
    this.inputLevels = inputLevels;
    this.bitLength = bitLength;
    crossPoints = device.crossPoints();
    int rows = crossPoints.rows();
    int columns = crossPoints.columns();
    columnInputs = new InputLines(columns, management.noiseForward(), kernels);
    rowInputs = new InputLines(rows, management.noiseBackward(), kernels);
    columnSteps = new InputLines(columns, management.noiseForward(), kernels);
    rowSteps = new InputLines(rows, management.noiseBackward(), kernels);
    rowOutputs = new float[Kernels.padded(rows) + Kernels.BLOCK]; // see Kernels.multiply
    columnOutputs = new float[Kernels.padded(columns)];
  }

  @Override
  public int rows() {
    return crossPoints.rows();
  }

  @Override
  public int columns() {
    return crossPoints.columns();
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
    columnSteps.load(x, xOffset);
    columnSteps.drive(inputLevels, attempt, outcome);
    columnInputs.load(x, xOffset);
    int active = columnInputs.countActive();
    crossPoints.forward(kernels, columnInputs.values, columnInputs.active, active, rowOutputs);
    System.arraycopy(rowOutputs, 0, y, yOffset, rows());
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
    rowSteps.load(d, dOffset);
    rowSteps.drive(inputLevels, attempt, outcome);
    rowInputs.load(d, dOffset);
    int active = rowInputs.countActive();
    crossPoints.backward(kernels, rowInputs.values, rowInputs.active, active, columnOutputs);
    System.arraycopy(columnOutputs, 0, y, yOffset, columns());
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
    columnInputs.load(x, xOffset);
    rowInputs.load(d, dOffset);
    int active = columnInputs.countActive();
    device.update(learningRate, rowInputs.values, columnInputs.values, columnInputs.active, active);
    outcome.slots = bitLength;
    outcome.rowPulses = 0;
    outcome.columnPulses = 0;
    outcome.coincidences = 0;
  }

  @Override
  public float weight(int row, int column) {
    return crossPoints.get(row, column);
  }

  @Override
  public void setWeight(int row, int column, float weight) {
    device.write(row, column, weight);
  }
}
