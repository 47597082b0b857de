package org.rpusim.chip.device;

import org.rpusim.chip.config.Section;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.StepBounds;
import org.rpusim.chip.spec.DeviceParameters;
import org.rpusim.chip.spec.DeviceReader;
import org.rpusim.chip.spec.DeviceSpec;

/**
 * The constant-step device of the RPU baseline (P1; aihwkit's constant step), with the steps and
 * bounds of {@link StepDraws}. A coincidence changes the weight by +up·(1 + dwMinCycleToCycle·N) or
 * −down·(1 + …), N drawn anew, and clips it to the bounds.
 */
final class ConstantStepDevice implements PulsedDevice {
  private final CrossPoints crossPoints;
  private final Kernels kernels;
  private final float dwMin;
  private final float cycleToCycle;
  private final float readNoise;
  private final float readOffset;
  private final float[] up;

  /** Down steps with their minus sign. */
  private final float[] down;

  private final StepBounds bounds;
  private final StepNoise noise;

  ConstantStepDevice(DeviceSpec spec, CrossPoints crossPoints, DeviceKey key, Kernels kernels) {
    this.crossPoints = crossPoints;
    this.kernels = kernels;
    dwMin = (float) spec.dwMin();
    cycleToCycle = (float) spec.dwMinCycleToCycle();
    readNoise = (float) spec.readNoise();
    readOffset = (float) spec.defects().readOffset();
    noise = new StepNoise(kernels, key, crossPoints.columns());
    StepDraws draws = new StepDraws(spec, crossPoints, key, kernels);
    up = draws.up;
    down = draws.down;
    bounds = new StepBounds(draws.lower, draws.upper);
  }

  @Override
  public CrossPoints crossPoints() {
    return crossPoints;
  }

  @Override
  public void write(int row, int column, float weight) {
    crossPoints.set(row, column, bounds.clip(crossPoints.index(row, column), weight));
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
    return positive ? up[device] : down[device];
  }

  @Override
  public float clip(int device, float weight) {
    return bounds.clip(device, weight);
  }

  @Override
  public void apply(PulseTrains trains, long cycle) {
    noise.start(cycle, cycleToCycle == 0f ? 0 : trains.coincidences());
    int[] entries = trains.entries();
    for (int k = 0; k < trains.pulsedRows(); k++) {
      int row = trains.row(k);
      for (long slots = trains.slots(k); slots != 0; slots &= slots - 1) {
        int slot = Long.numberOfTrailingZeros(slots);
        int from = trains.positiveFrom(slot);
        int middle = trains.negativeFrom(slot);
        int to = trains.end(slot);
        int position = noise.take(trains.columnPulses(slot));
        int positive = trains.positivePulses(slot);
        boolean negative = trains.negative(k);
        if (from < middle) {
          step(negative ? down : up, row, entries, from, middle, position);
        }
        if (middle < to) {
          step(negative ? up : down, row, entries, middle, to, position + positive);
        }
        crossPoints.mirror(row, entries, from, to);
      }
    }
  }

  private void step(float[] steps, int row, int[] entries, int from, int to, int position) {
    kernels.constantStep(
        crossPoints.weights(),
        steps,
        bounds,
        crossPoints.index(row, 0),
        entries,
        from,
        to,
        noise.numbers(),
        position,
        cycleToCycle);
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
