package org.rpusim.chip.array;

import java.util.Arrays;
import org.rpusim.chip.device.CrossPoints;
import org.rpusim.chip.device.DeviceKey;
import org.rpusim.chip.math.Streams;
import org.rpusim.chip.spec.ManagementSpec;
import org.rpusim.core.state.StateReader;
import org.rpusim.core.state.StateWriter;
import org.rpusim.core.state.Stateful;

/**
 * One direction of an array's reads, forward or backward, after P2 and aihwkit: inputs divided by
 * full scale (noise management) and by 2^attempt, converted, summed with noise, clipped, converted
 * and scaled back. With a search for the largest input, zeros are not read at all.
 */
final class ReadPath implements Stateful {
  private final CrossPoints crossPoints;
  private final Converters converters;
  private final boolean forward;
  private final FullScale fullScale;
  private final int outputs;
  private final OutputLines outputLines;
  private final LineOffsets offsets;
  private final BurstReads bursts;

  /** The input side; updates send their values over it too. */
  final InputLines inputLines;

  private ReadPath(
      CrossPoints crossPoints,
      Converters converters,
      FullScale fullScale,
      boolean forward,
      float readOffset,
      DeviceKey key) {
    this.crossPoints = crossPoints;
    this.converters = converters;
    this.fullScale = fullScale;
    this.forward = forward;
    int inputs = forward ? crossPoints.columns() : crossPoints.rows();
    outputs = forward ? crossPoints.rows() : crossPoints.columns();
    inputLines =
        new InputLines(
            inputs,
            converters,
            fullScale,
            key.ofPurpose(
                forward ? Streams.FORWARD_INPUT_ROUNDING : Streams.BACKWARD_INPUT_ROUNDING));
    long direction = forward ? Streams.FORWARD_NOISE : Streams.BACKWARD_NOISE;
    long noisePurpose = key.ofPurpose(direction);
    offsets = new LineOffsets(outputs, readOffset, key, direction, converters.kernels());
    bursts = new BurstReads(inputs, outputs, converters, fullScale, noisePurpose);
    outputLines =
        new OutputLines(
            outputs,
            converters,
            noisePurpose,
            key.ofPurpose(
                forward ? Streams.FORWARD_OUTPUT_ROUNDING : Streams.BACKWARD_OUTPUT_ROUNDING));
  }

  static ReadPath forward(
      CrossPoints crossPoints,
      Converters converters,
      ManagementSpec spec,
      float readOffset,
      DeviceKey key) {
    FullScale fullScale = FullScale.forward(spec, converters.kernels());
    return new ReadPath(crossPoints, converters, fullScale, true, readOffset, key);
  }

  static ReadPath backward(
      CrossPoints crossPoints,
      Converters converters,
      ManagementSpec spec,
      float readOffset,
      DeviceKey key) {
    FullScale fullScale = FullScale.backward(spec, converters.kernels());
    return new ReadPath(crossPoints, converters, fullScale, false, readOffset, key);
  }

  /** One attempt of a read; see {@link CrossbarArray#readForward}. */
  void read(
      float[] v,
      int vOffset,
      float[] y,
      int yOffset,
      long cycle,
      int attempt,
      ReadOutcome outcome) {
    inputLines.load(v, vOffset);
    if (!inputLines.drive(cycle, attempt, outcome)) {
      Arrays.fill(y, yOffset, yOffset + outputs, 0f);
      return;
    }
    float[] values = inputLines.values;
    int[] active = inputLines.active;
    if (forward) {
      crossPoints.forward(
          converters.kernels(), values, active, outcome.activeInputs, outputLines.values);
    } else {
      crossPoints.backward(
          converters.kernels(), values, active, outcome.activeInputs, outputLines.values);
    }
    offsets.addTo(outputLines.values);
    outputLines.convert(inputLines.scaleBack(), cycle, attempt, y, yOffset, outcome);
  }

  /** Reads of several vectors together. */
  BurstReads bursts() {
    return bursts;
  }

  /** Whether vectors are read one by one: each changes full scale, or has rounding or offsets. */
  boolean isSequential() {
    return fullScale.isAverage()
        || offsets.any()
        || converters.stochasticInputs()
        || converters.stochasticOutputs();
  }

  @Override
  public void saveState(StateWriter out) {
    fullScale.saveState(out);
  }

  @Override
  public void loadState(StateReader in) {
    fullScale.loadState(in);
  }

  /** See {@link CrossbarArray#holdAverages}. */
  void holdAverages(boolean hold) {
    fullScale.hold(hold);
  }
}
