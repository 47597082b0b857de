package org.rpusim.chip.device;

import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.spec.DeviceSpec;

/**
 * A device whose step depends on the weight that it holds: the base of all kinds but the
 * constant-step one, and of a user's own. With the steps, bounds and spreads of {@link StepDraws},
 * a coincidence changes the weight w by
 *
 * <p>±(up or down step)·shape(w)·(1 + dwMinCycleToCycle·N), N drawn anew,
 *
 * <p>and clips it to the device's bounds. A kind says what its shape is, and no more.
 */
public abstract class SteppingDevice implements PulsedDevice {
  private final CrossPoints crossPoints;
  private final StepDraws draws;
  private final StepNoise noise;
  private final float dwMin;
  private final float cycleToCycle;
  private final float readNoise;
  private final float readOffset;

  /** Draws the properties of the devices from streams of the key. */
  protected SteppingDevice(
      DeviceSpec spec, CrossPoints crossPoints, DeviceKey key, Kernels kernels) {
    this.crossPoints = crossPoints;
    draws = new StepDraws(spec, crossPoints, key, kernels);
    noise = new StepNoise(kernels, key, crossPoints.columns());
    dwMin = (float) spec.dwMin();
    cycleToCycle = (float) spec.dwMinCycleToCycle();
    readNoise = (float) spec.readNoise();
    readOffset = (float) spec.defects().readOffset();
  }

  /**
   * The step of a device that holds {@code weight}, as a multiple of its up or down step; 0 or
   * more. It must depend on nothing else, and use no random numbers.
   *
   * @param device place of the device, {@link CrossPoints#index}
   */
  protected abstract float shape(int device, float weight, boolean up);

  /**
   * What a device holds after a coincidence.
   *
   * @param normal of cycle-to-cycle variation
   */
  protected float pulsed(int device, float weight, boolean up, float normal) {
    float change = step(device, weight, up);
    return clip(device, Math.fma(change, Math.fma(cycleToCycle, normal, 1f), weight));
  }

  /**
   * One standard normal for each device, for a property of this kind's own.
   *
   * @param property number of the property, 0 or more
   */
  protected final float[] ownNormals(int property) {
    return draws.normals(StepDraws.OWN + property);
  }

  /** Largest weight of a device, weight units. */
  protected final float upper(int device) {
    return draws.upper[device];
  }

  /** Smallest weight of a device, weight units. */
  protected final float lower(int device) {
    return draws.lower[device];
  }

  /** Spread of a step from coincidence to coincidence, as a fraction of it. */
  protected final float cycleToCycle() {
    return cycleToCycle;
  }

  @Override
  public final CrossPoints crossPoints() {
    return crossPoints;
  }

  @Override
  public void write(int row, int column, float weight) {
    crossPoints.set(row, column, clip(crossPoints.index(row, column), weight));
  }

  @Override
  public final float dwMin() {
    return dwMin;
  }

  @Override
  public final float readNoise() {
    return readNoise;
  }

  @Override
  public final float readOffset() {
    return readOffset;
  }

  @Override
  public final float step(int device, float weight, boolean up) {
    float size = up ? draws.up[device] : draws.down[device];
    // A frozen device has no range, and its shape may be no number.
    return size == 0f ? 0f : size * shape(device, weight, up);
  }

  @Override
  public float clip(int device, float weight) {
    float low = draws.lower[device];
    float high = draws.upper[device];
    float below = weight > high ? high : weight;
    return below < low ? low : below;
  }

  @Override
  public final void apply(PulseTrains trains, long cycle) {
    noise.start(cycle, cycleToCycle == 0f ? 0 : trains.coincidences());
    int[] entries = trains.entries();
    for (int k = 0; k < trains.pulsedRows(); k++) {
      int row = trains.row(k);
      boolean positive = !trains.negative(k);
      for (long slots = trains.slots(k); slots != 0; slots &= slots - 1) {
        int slot = Long.numberOfTrailingZeros(slots);
        int from = trains.positiveFrom(slot);
        int middle = trains.negativeFrom(slot);
        int to = trains.end(slot);
        int position = noise.take(trains.columnPulses(slot));
        pulse(row, positive, entries, from, middle, position);
        pulse(row, !positive, entries, middle, to, position + trains.positivePulses(slot));
        crossPoints.mirror(row, entries, from, to);
      }
    }
  }

  private void pulse(int row, boolean up, int[] entries, int from, int to, int position) {
    float[] weights = crossPoints.weights();
    float[] normals = noise.numbers();
    int offset = crossPoints.index(row, 0);
    int next = position;
    for (int e = from; e < to; e++) {
      int block = offset + (entries[e] >>> 16) * Kernels.BLOCK;
      for (int bits = entries[e] & 0xFFFF; bits != 0; bits &= bits - 1) {
        int i = block + Integer.numberOfTrailingZeros(bits);
        weights[i] = pulsed(i, weights[i], up, normals[next++]);
      }
    }
  }
}
