package org.rpusim.chip.array;

import org.rpusim.chip.device.CrossPoints;
import org.rpusim.chip.device.FloatingPointDevice;
import org.rpusim.chip.device.WeightLayout;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.spec.ManagementSpec;
import org.rpusim.core.state.StateReader;
import org.rpusim.core.state.StateWriter;

/**
 * Exact fp32 arithmetic in the place of an array: no converters, noise, bound or management, and
 * updates of SGD. The time that inputs are on is counted as if converters drove them, and an update
 * takes the longest train, so that runs on different devices compare; pulses are none.
 */
final class FloatingPointArray extends VectorwiseArray {
  private final FloatingPointDevice device;
  private final CrossPoints crossPoints;
  private final Kernels kernels;
  private final int bitLength;
  private final FullScale forwardScale;
  private final FullScale backwardScale;
  private final InputLines columnInputs;
  private final InputLines rowInputs;
  private final InputLines columnSteps;
  private final InputLines rowSteps;
  private final float[] rowOutputs;
  private final float[] columnOutputs;
  private final boolean stochasticInputs;
  private final ExactBurstReads forwardBursts;
  private final ExactBurstReads backwardBursts;

  FloatingPointArray(
      FloatingPointDevice device, Converters converters, int bitLength, ManagementSpec management) {
    super(device.crossPoints().rows(), device.crossPoints().columns(), converters.kernels());
    this.device = device;
    this.kernels = converters.kernels();
    this.stochasticInputs = converters.stochasticInputs();
    this.bitLength = bitLength;
    crossPoints = device.crossPoints();
    int rows = crossPoints.rows();
    int columns = crossPoints.columns();
    forwardScale = FullScale.forward(management, kernels);
    backwardScale = FullScale.backward(management, kernels);
    columnInputs = new InputLines(columns, converters, forwardScale, 0);
    rowInputs = new InputLines(rows, converters, backwardScale, 0);
    columnSteps = new InputLines(columns, converters, forwardScale, 0);
    rowSteps = new InputLines(rows, converters, backwardScale, 0);
    rowOutputs = new float[Kernels.padded(rows) + Kernels.BLOCK]; // see Kernels.multiply
    columnOutputs = new float[Kernels.padded(columns)];
    forwardBursts =
        new ExactBurstReads(columns, rows, converters.inputLevels(), forwardScale, kernels);
    backwardBursts =
        new ExactBurstReads(rows, columns, converters.inputLevels(), backwardScale, kernels);
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
    columnSteps.drive(cycle, attempt, outcome);
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
    rowSteps.drive(cycle, attempt, outcome);
    rowInputs.load(d, dOffset);
    int active = rowInputs.countActive();
    crossPoints.backward(kernels, rowInputs.values, rowInputs.active, active, columnOutputs);
    System.arraycopy(columnOutputs, 0, y, yOffset, columns());
  }

  @Override
  public void readForwardBurst(
      float[] x,
      int xLine,
      float[] y,
      int yLine,
      int stride,
      int count,
      long firstCycle,
      int maxRetries,
      BurstOutcome outcome) {
    if (crossPoints.layout() == WeightLayout.ROW_MAJOR
        || stochasticInputs
        || forwardScale.isAverage()) {
      SingleVectors.readForward(
          this, x, xLine, y, yLine, stride, count, firstCycle, maxRetries, outcome);
      return;
    }
    forwardBursts.read(
        crossPoints.inputMajorWeights(),
        crossPoints.inputMajorStride(),
        x,
        xLine,
        y,
        yLine,
        stride,
        count,
        outcome);
  }

  @Override
  public void readBackwardBurst(
      float[] d,
      int dLine,
      float[] y,
      int yLine,
      int stride,
      int count,
      long firstCycle,
      int maxRetries,
      BurstOutcome outcome) {
    if (crossPoints.layout() == WeightLayout.INPUT_MAJOR
        || stochasticInputs
        || backwardScale.isAverage()) {
      SingleVectors.readBackward(
          this, d, dLine, y, yLine, stride, count, firstCycle, maxRetries, outcome);
      return;
    }
    backwardBursts.read(
        crossPoints.weights(), crossPoints.stride(), d, dLine, y, yLine, stride, count, outcome);
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
  public void holdAverages(boolean hold) {
    forwardScale.hold(hold);
    backwardScale.hold(hold);
  }

  @Override
  public void saveState(StateWriter out) {
    device.saveState(out);
    forwardScale.saveState(out);
    backwardScale.saveState(out);
  }

  @Override
  public void loadState(StateReader in) {
    device.loadState(in);
    forwardScale.loadState(in);
    backwardScale.loadState(in);
  }

  @Override
  public long weightsAtBound() {
    return 0;
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
