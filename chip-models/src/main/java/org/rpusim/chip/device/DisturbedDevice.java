package org.rpusim.chip.device;

import org.jspecify.annotations.Nullable;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Streams;
import org.rpusim.chip.spec.DeviceDefects;
import org.rpusim.core.state.StateReader;
import org.rpusim.core.state.StateWriter;

/**
 * Devices that change by more than coincidences. At the end of each update cycle a device first
 * changes by its {@link HalfSelection}, then its weight w becomes (1 − decayPerUpdate)·w +
 * diffusionPerUpdate·N, clipped to what the device can hold. A cycle takes its place in an update:
 * between updates, reads alone change nothing.
 */
final class DisturbedDevice implements PulsedDevice {
  private final PulsedDevice device;
  private final CrossPoints crossPoints;
  private final Kernels kernels;
  private final @Nullable HalfSelection halfSelection;
  private final float kept;
  private final float diffusion;
  private final long diffusionPurpose;
  private final float[] normals;
  private final int[] scratch;

  DisturbedDevice(PulsedDevice device, DeviceDefects defects, DeviceKey key, Kernels kernels) {
    this.device = device;
    this.kernels = kernels;
    crossPoints = device.crossPoints();
    float k = (float) defects.halfSelect();
    halfSelection = k == 0f ? null : new HalfSelection(device, k);
    kept = (float) (1 - defects.decayPerUpdate());
    diffusion = (float) defects.diffusionPerUpdate();
    diffusionPurpose = key.ofPurpose(Streams.DIFFUSION);
    int numbers = (crossPoints.columns() + Kernels.GROUP - 1) & -Kernels.GROUP;
    normals = new float[numbers];
    scratch = new int[numbers];
  }

  @Override
  public CrossPoints crossPoints() {
    return crossPoints;
  }

  @Override
  public void write(int row, int column, float weight) {
    device.write(row, column, weight);
  }

  @Override
  public float dwMin() {
    return device.dwMin();
  }

  @Override
  public float readNoise() {
    return device.readNoise();
  }

  @Override
  public float readOffset() {
    return device.readOffset();
  }

  @Override
  public float step(int i, float weight, boolean up) {
    return device.step(i, weight, up);
  }

  @Override
  public float clip(int i, float weight) {
    return device.clip(i, weight);
  }

  @Override
  public void apply(PulseTrains trains, long cycle) {
    device.apply(trains, cycle);
  }

  @Override
  public void endCycle(PulseTrains trains, long cycle) {
    device.endCycle(trains, cycle);
    boolean changed = false;
    if (halfSelection != null && trains.rowPulses() != 0) {
      halfSelection.apply(trains);
      changed = true;
    }
    if (kept != 1f || diffusion != 0f) {
      drift(Streams.ofCycle(diffusionPurpose, cycle, 0));
      changed = true;
    }
    if (changed) {
      crossPoints.mirrorAll();
    }
  }

  /** Half-selection alone needs a row with a pulse. */
  @Override
  public boolean restsWithoutPulses() {
    return kept == 1f && diffusion == 0f && device.restsWithoutPulses();
  }

  @Override
  public void saveState(StateWriter out) {
    device.saveState(out);
  }

  @Override
  public void loadState(StateReader in) {
    device.loadState(in);
  }

  private void drift(long base) {
    float[] weights = crossPoints.weights();
    for (int row = 0; row < crossPoints.rows(); row++) {
      if (diffusion != 0f) {
        kernels.gaussians(normals, 0, normals.length, scratch, base, (long) row * normals.length);
      }
      int offset = crossPoints.index(row, 0);
      for (int column = 0; column < crossPoints.columns(); column++) {
        int i = offset + column;
        weights[i] = device.clip(i, Math.fma(diffusion, normals[column], kept * weights[i]));
      }
    }
  }
}
