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
 * Updates follow P1 and P2, see {@link TrainSettings}.
 */
final class PulsedArray implements CrossbarArray {
  private final PulsedDevice device;
  private final CrossPoints crossPoints;
  private final Converters converters;
  private final Kernels kernels;
  private final TrainSettings settings;
  private final PulseTrains trains;
  private final InputLines columnInputs;
  private final InputLines rowInputs;
  private final OutputLines rowOutputs;
  private final OutputLines columnOutputs;

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
    settings = new TrainSettings(update, device.dwMin(), kernels);
    int rows = crossPoints.rows();
    int columns = crossPoints.columns();
    trains = new PulseTrains(rows, columns, update.bitLength(), key, kernels);
    columnInputs = new InputLines(columns, management.noiseForward(), kernels);
    rowInputs = new InputLines(rows, management.noiseBackward(), kernels);
    rowOutputs = new OutputLines(rows, converters, key.ofPurpose(Streams.FORWARD_NOISE));
    columnOutputs = new OutputLines(columns, converters, key.ofPurpose(Streams.BACKWARD_NOISE));
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
    settings.set(columnInputs.values, rowInputs.values, learningRate);
    trains.draw(
        columnInputs.values,
        rowInputs.values,
        settings.columnGain(),
        settings.rowGain(),
        settings.slots(),
        cycle);
    if (trains.coincidences() != 0) {
      device.apply(trains, cycle);
    }
    outcome.slots = settings.slots();
    outcome.rowPulses = trains.rowPulses();
    outcome.columnPulses = trains.columnPulses();
    outcome.coincidences = trains.coincidences();
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
