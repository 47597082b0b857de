package org.rpusim.chip.array;

import java.util.Arrays;
import org.rpusim.chip.device.CrossPoints;
import org.rpusim.chip.device.DeviceKey;
import org.rpusim.chip.device.PulseTrains;
import org.rpusim.chip.device.PulsedDevice;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Streams;
import org.rpusim.chip.spec.ManagementSpec;
import org.rpusim.chip.spec.UpdateSpec;

/**
 * An array of pulsed devices behind converters. Reads follow P2 and aihwkit: inputs divided by
 * their largest magnitude (noise management) and by 2^attempt, converted, summed with noise,
 * clipped, converted and scaled back. With noise management an input of zeros is not read at all.
 * Updates follow P1: both sides' pulse probabilities are C·|value| with C = sqrt(eta/(BL·dwMin)).
 */
final class PulsedArray implements CrossbarArray {
  private final PulsedDevice device;
  private final CrossPoints crossPoints;
  private final Converters converters;
  private final Kernels kernels;
  private final int bitLength;
  private final PulseTrains trains;
  private final InputLines columnInputs;
  private final InputLines rowInputs;
  private final OutputLines rowOutputs;
  private final OutputLines columnOutputs;
  private final BurstReads forwardBursts;
  private final BurstReads backwardBursts;
  private final BurstUpdates updateBursts;
  private float gainRate = Float.NaN;
  private float gain;

  PulsedArray(
      PulsedDevice device,
      Converters converters,
      ManagementSpec management,
      UpdateSpec update,
      DeviceKey key,
      Kernels kernels) {
    this.device = device;
    this.converters = converters;
    this.kernels = kernels;
    crossPoints = device.crossPoints();
    bitLength = update.bitLength();
    int rows = crossPoints.rows();
    int columns = crossPoints.columns();
    trains = new PulseTrains(rows, columns, bitLength, key, kernels);
    columnInputs = new InputLines(columns, management.noiseForward(), kernels);
    rowInputs = new InputLines(rows, management.noiseBackward(), kernels);
    rowOutputs = new OutputLines(rows, converters, key.ofPurpose(Streams.FORWARD_NOISE));
    columnOutputs = new OutputLines(columns, converters, key.ofPurpose(Streams.BACKWARD_NOISE));
    forwardBursts =
        new BurstReads(
            columns,
            rows,
            converters,
            management.noiseForward(),
            key.ofPurpose(Streams.FORWARD_NOISE));
    backwardBursts =
        new BurstReads(
            rows,
            columns,
            converters,
            management.noiseBackward(),
            key.ofPurpose(Streams.BACKWARD_NOISE));
    updateBursts = new BurstUpdates(this, rows, columns, kernels);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        device.write(row, column, 0f);
      }
    }
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
    columnInputs.load(x, xOffset);
    if (!columnInputs.drive(converters.inputLevels(), attempt, outcome)) {
      Arrays.fill(y, yOffset, yOffset + rows(), 0f);
      return;
    }
    crossPoints.forward(
        kernels, columnInputs.values, columnInputs.active, outcome.activeInputs, rowOutputs.values);
    rowOutputs.convert(columnInputs.scaleBack(), cycle, attempt, y, yOffset, outcome);
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
    rowInputs.load(d, dOffset);
    if (!rowInputs.drive(converters.inputLevels(), attempt, outcome)) {
      Arrays.fill(y, yOffset, yOffset + columns(), 0f);
      return;
    }
    crossPoints.backward(
        kernels, rowInputs.values, rowInputs.active, outcome.activeInputs, columnOutputs.values);
    columnOutputs.convert(rowInputs.scaleBack(), cycle, attempt, y, yOffset, outcome);
  }

  /** Without an input-major copy single reads sum in another order, which bursts must follow. */
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
    if (!crossPoints.inputMajor()) {
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
        firstCycle,
        maxRetries,
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
    backwardBursts.read(
        crossPoints.weights(),
        crossPoints.stride(),
        d,
        dLine,
        y,
        yLine,
        stride,
        count,
        firstCycle,
        maxRetries,
        outcome);
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
    trains.draw(columnInputs.values, rowInputs.values, gain(learningRate), cycle);
    if (trains.coincidences() != 0) {
      device.apply(trains, cycle);
    }
    outcome.rowPulses = trains.rowPulses();
    outcome.columnPulses = trains.columnPulses();
    outcome.coincidences = trains.coincidences();
  }

  /** C of the class description; kept, as the rate seldom changes. */
  private float gain(float learningRate) {
    if (learningRate != gainRate) {
      gain = (float) Math.sqrt((double) learningRate / (bitLength * (double) device.dwMin()));
      gainRate = learningRate;
    }
    return gain;
  }

  @Override
  public void updateBurst(
      float[] x,
      int xLine,
      float[] d,
      int dLine,
      int stride,
      int count,
      float learningRate,
      long firstCycle,
      UpdateOutcome outcome) {
    updateBursts.update(
        x, xLine, d, dLine, stride, count, learningRate, firstCycle, outcome);
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
