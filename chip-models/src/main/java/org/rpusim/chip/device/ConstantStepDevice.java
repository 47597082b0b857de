package org.rpusim.chip.device;

import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.StepBuffer;
import org.rpusim.chip.math.StepTable;
import org.rpusim.chip.math.Streams;
import org.rpusim.chip.spec.DeviceSpec;

/**
 * The constant-step device of the RPU baseline (P1; aihwkit's constant step). With N a standard
 * normal of its own for each device and property, drawn once:
 *
 * <ul>
 *   <li>gain = 1 + dwMinDeviceToDevice·N, r = (upDownDeviceToDevice/2)·N, so that the ratio of the
 *       steps has the spread upDownDeviceToDevice;
 *   <li>up = dwMin·(gain·2ρ/(1 + ρ) + r) and down = dwMin·(gain·2/(1 + ρ) − r) for a mean ratio ρ;
 *       the mean of both stays dwMin;
 *   <li>upper and lower bound = ±weightBound·(1 + weightBoundDeviceToDevice·N), drawn apart.
 * </ul>
 *
 * <p>A step or bound whose draw has the wrong sign takes its magnitude: a device cannot step the
 * wrong way, and a dead one would be a second non-ideality.
 *
 * <p>A coincidence changes the weight by +up·(1 + dwMinCycleToCycle·N) or −down·(1 + …), N drawn
 * anew, and clips it to the bounds. The n coincidences of a device in one update all have the same
 * direction and are done together: +up·(n + sqrt(n)·dwMinCycleToCycle·N) is their sum's
 * distribution exactly, and only the sum is clipped.
 */
final class ConstantStepDevice implements PulsedDevice {
  private static final int GAIN = 0;
  private static final int RATIO = 1;
  private static final int UPPER = 2;
  private static final int LOWER = 3;

  private final CrossPoints crossPoints;
  private final Kernels kernels;
  private final float dwMin;
  private final float cycleToCycle;
  private final float readNoise;
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
    noise = new StepNoise(kernels, key, crossPoints.columns());
    lines = new SlotLines(crossPoints.columns(), kernels);
    float[] gain = draw(key, GAIN);
    float[] ratio = draw(key, RATIO);
    double rho = spec.upDownRatio();
    double upShare = 2 * rho / (1 + rho);
    double downShare = 2 / (1 + rho);
    float[] up = gain;
    float[] down = ratio;
    for (int i = 0; i < gain.length; i++) {
      double g = 1 + spec.dwMinDeviceToDevice() * gain[i];
      double r = spec.upDownDeviceToDevice() / 2 * ratio[i];
      up[i] = (float) Math.abs(spec.dwMin() * (g * upShare + r));
      down[i] = (float) -Math.abs(spec.dwMin() * (g * downShare - r));
    }
    float[] lower = limits(draw(key, LOWER), spec, -1);
    table = new StepTable(up, down, lower, limits(draw(key, UPPER), spec, 1), cycleToCycle);
    buffer = new StepBuffer(crossPoints.columns());
  }

  private static float[] limits(float[] normals, DeviceSpec spec, int sign) {
    for (int i = 0; i < normals.length; i++) {
      double factor = Math.abs(1 + spec.weightBoundDeviceToDevice() * normals[i]);
      normals[i] = (float) (sign * spec.weightBound() * factor);
    }
    return normals;
  }

  /** One normal a cross-point, keyed by its row and column. */
  private float[] draw(DeviceKey key, int property) {
    long base = Streams.ofCycle(key.ofPurpose(Streams.DEVICES), property, 0);
    int stride = crossPoints.stride();
    int rowNumbers = (stride + Kernels.GROUP - 1) & -Kernels.GROUP;
    float[] row = new float[rowNumbers];
    int[] scratch = new int[rowNumbers];
    float[] all = new float[crossPoints.length()];
    for (int r = 0; r < crossPoints.rows(); r++) {
      kernels.gaussians(row, 0, rowNumbers, scratch, base, (long) r * rowNumbers);
      System.arraycopy(row, 0, all, crossPoints.index(r, 0), stride);
    }
    return all;
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
            crossPoints.copyStride(),
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
            crossPoints.copyStride(),
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
}
