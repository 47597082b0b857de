package org.rpusim.chip.device;

import org.rpusim.chip.config.Section;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.StepBuffer;
import org.rpusim.chip.math.StepTable;
import org.rpusim.chip.spec.DeviceParameters;
import org.rpusim.chip.spec.DeviceReader;
import org.rpusim.chip.spec.DeviceSpec;

/**
 * The constant-step device of the RPU baseline (P1; aihwkit's constant step), with the steps and
 * bounds of {@link StepDraws}. A coincidence changes the weight by +up·(1 + dwMinCycleToCycle·N) or
 * −down·(1 + …), N drawn anew, and clips it to the bounds. The n coincidences of a device in one
 * update all have the same direction and are done together: +up·(n + sqrt(n)·dwMinCycleToCycle·N)
 * is their sum's distribution exactly, and only the sum is clipped.
 */
final class ConstantStepDevice implements PulsedDevice {
  private final CrossPoints crossPoints;
  private final Kernels kernels;
  private final float dwMin;
  private final float cycleToCycle;
  private final float readNoise;
  private final float readOffset;
  private final StepTable table;
  private final StepBuffer buffer;
  private final StepNoise noise;

  /** Columns with a pulse, slot after slot. */
  private final SlotLines lines;

  ConstantStepDevice(DeviceSpec spec, CrossPoints crossPoints, DeviceKey key, Kernels kernels) {
    this.crossPoints = crossPoints;
    this.kernels = kernels;
    dwMin = (float) spec.dwMin();
    cycleToCycle = (float) spec.dwMinCycleToCycle();
    readNoise = (float) spec.readNoise();
    readOffset = (float) spec.defects().readOffset();
    noise = new StepNoise(kernels, key, crossPoints.columns());
    lines = new SlotLines(crossPoints.columns(), kernels);
    StepDraws draws = new StepDraws(spec, crossPoints, key, kernels);
    table = new StepTable(draws.up, draws.down, draws.lower, draws.upper, cycleToCycle);
    buffer = new StepBuffer(crossPoints.columns());
  }

  @Override
  public CrossPoints crossPoints() {
    return crossPoints;
  }

  @Override
  public void write(int row, int column, float weight) {
    crossPoints.set(row, column, table.clip(crossPoints.index(row, column), weight));
  }

  @Override
  public float dwMin() {
    return dwMin;
  }

  @Override
  public float readNoise() {
    return readNoise;
  }

  @Override
  public float readOffset() {
    return readOffset;
  }

  @Override
  public float step(int device, float weight, boolean positive) {
    return table.step(device, positive);
  }

  @Override
  public float clip(int device, float weight) {
    return table.clip(device, weight);
  }

  @Override
  public void apply(PulseTrains trains, long cycle) {
    noise.start(cycle, cycleToCycle == 0f ? 0 : trains.coincidences());
    float[] sole = crossPoints.soleCopy();
    if (sole.length > 0) {
      lines.list(trains);
    }
    for (int k = 0; k < trains.pulsedRows(); k++) {
      int slot = Long.numberOfTrailingZeros(trains.slots(k));
      if (sole.length == 0) {
        if (trains.simple(k)) {
          stepSlot(trains, k, slot);
        } else {
          stepMerged(trains, k);
        }
      } else if (trains.simple(k)) {
        stepSlotAt(sole, trains, k, slot);
      } else {
        stepMergedAt(sole, trains, k);
      }
    }
  }

  private void stepSlot(PulseTrains trains, int k, int slot) {
    int row = trains.row(k);
    int offset = crossPoints.index(row, 0);
    int[] entries = trains.entries();
    int from = trains.positiveFrom(slot);
    int to = trains.end(slot);
    int position = noise.take(trains.columnPulses(slot));
    kernels
        .steps()
        .constantStep(
            crossPoints.weights(),
            table,
            !trains.negative(k),
            offset,
            entries,
            from,
            to,
            noise.numbers(),
            position,
            buffer);
    crossPoints.mirror(row, entries, from, to);
  }

  private void stepMerged(PulseTrains trains, int k) {
    int row = trains.row(k);
    int count = trains.merge(k, buffer);
    int position = noise.take(buffer.devices());
    kernels
        .steps()
        .mergedStep(
            crossPoints.weights(),
            table,
            crossPoints.index(row, 0),
            count,
            noise.numbers(),
            position,
            buffer);
    crossPoints.mirror(row, buffer.entries(), 0, count);
  }

  private void stepSlotAt(float[] weights, PulseTrains trains, int k, int slot) {
    int row = trains.row(k);
    int offset = crossPoints.index(row, 0);
    boolean rising = !trains.negative(k);
    int from = trains.positiveFrom(slot);
    int count =
        kernels
            .steps()
            .collectSteps(table, rising, offset, trains.entries(), from, trains.end(slot), buffer);
    int position = noise.take(count);
    kernels
        .steps()
        .constantStepAt(
            weights,
            crossPoints.inputMajorStride(),
            row,
            lines.numbers(),
            lines.first(slot),
            count,
            table,
            rising,
            offset,
            noise.numbers(),
            position,
            buffer);
  }

  private void stepMergedAt(float[] weights, PulseTrains trains, int k) {
    int row = trains.row(k);
    int offset = crossPoints.index(row, 0);
    int entries = trains.merge(k, buffer);
    int first = lines.listMerged(buffer, entries);
    int count = kernels.steps().collectMerged(table, offset, entries, buffer);
    int position = noise.take(count);
    kernels
        .steps()
        .mergedStepAt(
            weights,
            crossPoints.inputMajorStride(),
            row,
            lines.numbers(),
            first,
            count,
            table,
            offset,
            noise.numbers(),
            position,
            buffer);
  }

  /** The kind {@code constant-step}. */
  public static final class Kind implements DeviceProvider {
    @Override
    public String name() {
      return "constant-step";
    }

    @Override
    public String description() {
      return "steps of one size up and one down, with spreads and bounds (P1, RPU baseline)";
    }

    @Override
    public DeviceSpec read(Section s) {
      return DeviceReader.common(name(), s, DeviceReader.defects(s), DeviceParameters.NONE);
    }

    @Override
    public DeviceModel create(
        DeviceSpec spec, CrossPoints crossPoints, DeviceKey key, Kernels kernels) {
      return new ConstantStepDevice(spec, crossPoints, key, kernels);
    }
  }
}
