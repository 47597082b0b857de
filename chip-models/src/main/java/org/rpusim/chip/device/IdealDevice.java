package org.rpusim.chip.device;

import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.spec.DeviceSpec;

/**
 * A device whose every step is exactly dwMin, without spreads, bounds or read noise: what remains
 * of a real one is the stochastic pulsed update.
 */
final class IdealDevice implements PulsedDevice {
  private final CrossPoints crossPoints;
  private final Kernels kernels;
  private final float dwMin;

  IdealDevice(DeviceSpec spec, CrossPoints crossPoints, DeviceKey key, Kernels kernels) {
    this.crossPoints = crossPoints;
    this.kernels = kernels;
    dwMin = (float) spec.dwMin();
  }

  @Override
  public CrossPoints crossPoints() {
    return crossPoints;
  }

  @Override
  public void write(int row, int column, float weight) {
    crossPoints.set(row, column, weight);
  }

  @Override
  public float dwMin() {
    return dwMin;
  }

  @Override
  public float readNoise() {
    return 0f;
  }

  @Override
  public float step(int device, float weight, boolean up) {
    return up ? dwMin : -dwMin;
  }

  @Override
  public float clip(int device, float weight) {
    return weight;
  }

  @Override
  public void apply(PulseTrains trains, long cycle) {
    int[] entries = trains.entries();
    float[] weights = crossPoints.weights();
    for (int k = 0; k < trains.pulsedRows(); k++) {
      int row = trains.row(k);
      int offset = crossPoints.index(row, 0);
      for (long slots = trains.slots(k); slots != 0; slots &= slots - 1) {
        int slot = Long.numberOfTrailingZeros(slots);
        int from = trains.positiveFrom(slot);
        int middle = trains.negativeFrom(slot);
        int to = trains.end(slot);
        float step = trains.negative(k) ? -dwMin : dwMin;
        kernels.uniformStep(weights, step, offset, entries, from, middle);
        kernels.uniformStep(weights, -step, offset, entries, middle, to);
        crossPoints.mirror(row, entries, from, to);
      }
    }
  }

  @Override
  public boolean restsWithoutPulses() {
    return true;
  }

  /** The kind {@code ideal}. */
  public static final class Kind implements DeviceProvider {
    @Override
    public String name() {
      return "ideal";
    }

    @Override
    public String description() {
      return "pulsed, every step exactly dwMin, no bounds, no noise";
    }

    @Override
    public DeviceModel create(
        DeviceSpec spec, CrossPoints crossPoints, DeviceKey key, Kernels kernels) {
      return new IdealDevice(spec, crossPoints, key, kernels);
    }
  }
}
