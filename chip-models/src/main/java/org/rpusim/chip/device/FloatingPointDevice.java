package org.rpusim.chip.device;

import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.spec.DeviceSpec;

/** Exact fp32 weights without bounds; their update is the rank-one step of SGD. */
public final class FloatingPointDevice implements DeviceModel {
  private final CrossPoints crossPoints;
  private final Kernels kernels;

  FloatingPointDevice(DeviceSpec spec, CrossPoints crossPoints, DeviceKey key, Kernels kernels) {
    this.crossPoints = crossPoints;
    this.kernels = kernels;
  }

  @Override
  public CrossPoints crossPoints() {
    return crossPoints;
  }

  @Override
  public void write(int row, int column, float weight) {
    crossPoints.set(row, column, weight);
  }

  /**
   * w_ij += learningRate·d_i·x_j.
   *
   * @param d padded row values; overwritten
   * @param x padded column values
   * @param activeX positions of the non-zero column values, ascending
   * @param activeCount how many
   */
  public void update(float learningRate, float[] d, float[] x, int[] activeX, int activeCount) {
    crossPoints.addOuterProduct(kernels, learningRate, d, x, activeX, activeCount);
  }

  /** The kind {@code floating-point}. */
  public static final class Kind implements DeviceProvider {
    @Override
    public String name() {
      return "floating-point";
    }

    @Override
    public String description() {
      return "exact fp32 weights, reads and SGD updates; no converters";
    }

    @Override
    public DeviceModel create(
        DeviceSpec spec, CrossPoints crossPoints, DeviceKey key, Kernels kernels) {
      return new FloatingPointDevice(spec, crossPoints, key, kernels);
    }
  }
}
