package org.rpusim.chip.array;

import org.rpusim.chip.device.CrossPoints;
import org.rpusim.chip.device.DeviceKey;
import org.rpusim.chip.device.PulseTrains;
import org.rpusim.chip.device.PulsedDevice;
import org.rpusim.chip.device.WeightLayout;
import org.rpusim.chip.spec.ManagementSpec;
import org.rpusim.chip.spec.UpdateSpec;
import org.rpusim.core.state.StateReader;
import org.rpusim.core.state.StateWriter;

/**
 * An array of pulsed devices behind converters. Reads follow P2, see {@link ReadPath}; updates P1
 * and P2, see {@link TrainSettings}.
 */
final class PulsedArray extends VectorwiseArray {
  private final PulsedDevice device;
  private final CrossPoints crossPoints;
  private final TrainSettings settings;
  private final PulseTrains trains;
  private final ReadPath forward;
  private final ReadPath backward;
  private final BurstUpdates updates;

  PulsedArray(
      PulsedDevice device,
      Converters converters,
      ManagementSpec management,
      UpdateSpec update,
      DeviceKey key) {
    super(device.crossPoints().rows(), device.crossPoints().columns(), converters.kernels());
    this.device = device;
    crossPoints = device.crossPoints();
    settings = new TrainSettings(update, device.dwMin(), converters.kernels());
    int rows = crossPoints.rows();
    int columns = crossPoints.columns();
    trains =
        new PulseTrains(
            rows, columns, update.bitLength(), update.phases(), key, converters.kernels());
    float offset = device.readOffset();
    forward = ReadPath.forward(crossPoints, converters, management, offset, key);
    backward = ReadPath.backward(crossPoints, converters, management, offset, key);
    updates =
        new BurstUpdates(
            device,
            settings,
            trains,
            forward.inputLines,
            backward.inputLines,
            converters.kernels());
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
    forward.read(x, xOffset, y, yOffset, cycle, attempt, outcome);
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
    backward.read(d, dOffset, y, yOffset, cycle, attempt, outcome);
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
    if (crossPoints.layout() == WeightLayout.ROW_MAJOR || forward.isSequential()) {
      SingleVectors.readForward(
          this, x, xLine, y, yLine, stride, count, firstCycle, maxRetries, outcome);
      return;
    }
    forward
        .bursts()
        .read(
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
    if (crossPoints.layout() == WeightLayout.INPUT_MAJOR || backward.isSequential()) {
      SingleVectors.readBackward(
          this, d, dLine, y, yLine, stride, count, firstCycle, maxRetries, outcome);
      return;
    }
    backward
        .bursts()
        .read(
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
    InputLines columnLines = forward.inputLines;
    InputLines rowLines = backward.inputLines;
    columnLines.load(x, xOffset);
    rowLines.load(d, dOffset);
    settings.set(columnLines.values, rowLines.values, learningRate);
    if (trains.drawRows(rowLines.values, settings.rowGain(), settings.slots(), cycle)) {
      trains.drawColumns(columnLines.values, settings.columnGain(), cycle);
    }
    device.cycle(trains, cycle);
    outcome.slots = settings.slots();
    outcome.rowPulses = trains.rowPulses();
    outcome.columnPulses = trains.columnPulses();
    outcome.coincidences = trains.coincidences();
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
    if (!settings.mayHaveOneSlot() || !device.restsWithoutPulses()) {
      super.updateBurst(x, xLine, d, dLine, stride, count, learningRate, firstCycle, outcome);
      return;
    }
    updates.run(x, xLine, d, dLine, stride, count, learningRate, firstCycle, outcome);
  }

  @Override
  public void holdAverages(boolean hold) {
    forward.holdAverages(hold);
    backward.holdAverages(hold);
  }

  @Override
  public void saveState(StateWriter out) {
    device.saveState(out);
    forward.saveState(out);
    backward.saveState(out);
  }

  @Override
  public void loadState(StateReader in) {
    device.loadState(in);
    forward.loadState(in);
    backward.loadState(in);
  }

  @Override
  public long weightsAtBound() {
    return device.weightsAtBound();
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
