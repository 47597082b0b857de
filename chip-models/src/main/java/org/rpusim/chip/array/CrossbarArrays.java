package org.rpusim.chip.array;

import org.rpusim.chip.device.CrossPoints;
import org.rpusim.chip.device.DeviceKey;
import org.rpusim.chip.device.DeviceModel;
import org.rpusim.chip.device.Devices;
import org.rpusim.chip.device.FloatingPointDevice;
import org.rpusim.chip.device.PulsedDevice;
import org.rpusim.chip.device.WeightLayout;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Workers;
import org.rpusim.chip.spec.AdcSpec;
import org.rpusim.chip.spec.DacSpec;
import org.rpusim.chip.spec.DeviceSpec;
import org.rpusim.chip.spec.ManagementSpec;
import org.rpusim.chip.spec.Rounding;
import org.rpusim.chip.spec.UpdateSpec;

/** Makes arrays from the parts of a chip's description. */
public final class CrossbarArrays {
  private CrossbarArrays() {}

  /**
   * An array with all weights zero (clipped to the bounds of their devices).
   *
   * @param rows used output lines of a forward read
   * @param columns used input lines of a forward read
   * @param arrayId number of the array, key of its random draws
   * @param seed seed of the run
   * @param layout of the weights in memory, on which the rounding of sums depends
   * @throws IllegalArgumentException if a value is out of range; the message names it
   */
  public static CrossbarArray create(
      DeviceSpec device,
      DacSpec dac,
      AdcSpec adc,
      ManagementSpec management,
      UpdateSpec update,
      int rows,
      int columns,
      int arrayId,
      long seed,
      WeightLayout layout,
      Kernels kernels) {
    return create(
        device,
        dac,
        adc,
        management,
        update,
        rows,
        columns,
        arrayId,
        seed,
        layout,
        kernels,
        Workers.NONE);
  }

  /**
   * As {@link #create(DeviceSpec, DacSpec, AdcSpec, ManagementSpec, UpdateSpec, int, int, int,
   * long, WeightLayout, Kernels)}, with threads that share the reads of large arrays.
   */
  public static CrossbarArray create(
      DeviceSpec device,
      DacSpec dac,
      AdcSpec adc,
      ManagementSpec management,
      UpdateSpec update,
      int rows,
      int columns,
      int arrayId,
      long seed,
      WeightLayout layout,
      Kernels kernels,
      Workers workers) {
    CrossPoints crossPoints = new CrossPoints(rows, columns, layout, workers);
    DeviceKey key = new DeviceKey(seed, arrayId);
    DeviceModel model = Devices.create(device, crossPoints, key, kernels);
    return switch (model) {
      case FloatingPointDevice exact ->
          new FloatingPointArray(
              exact, exactConverters(dac, kernels), update.bitLength(), management);
      case PulsedDevice pulsed ->
          new PulsedArray(
              pulsed, converters(dac, adc, pulsed.readNoise(), kernels), management, update, key);
    };
  }

  /** Input converters alone, whose steps are counted. */
  private static Converters exactConverters(DacSpec dac, Kernels kernels) {
    int levels = levels("dac.bits", dac.bits());
    return new Converters(levels, false, 0, false, Float.POSITIVE_INFINITY, 0f, kernels);
  }

  private static Converters converters(DacSpec dac, AdcSpec adc, float readNoise, Kernels kernels) {
    return new Converters(
        levels("dac.bits", dac.bits()),
        dac.rounding() == Rounding.STOCHASTIC,
        levels("adc.bits", adc.bits()),
        adc.rounding() == Rounding.STOCHASTIC,
        outputBound(adc),
        readNoise,
        kernels);
  }

  /**
   * As {@link #create(DeviceSpec, DacSpec, AdcSpec, ManagementSpec, UpdateSpec, int, int, int,
   * long, WeightLayout, Kernels, Workers)}, with several devices a weight on repeated rows (P2): a
   * weight is the mean of d devices, and the array has rows·d physical rows, which outcomes count.
   *
   * @param devicesPerWeight d, 1 or more
   */
  public static CrossbarArray create(
      DeviceSpec device,
      DacSpec dac,
      AdcSpec adc,
      ManagementSpec management,
      UpdateSpec update,
      int rows,
      int columns,
      int devicesPerWeight,
      int arrayId,
      long seed,
      WeightLayout layout,
      Kernels kernels,
      Workers workers) {
    if (devicesPerWeight < 1 || (long) rows * devicesPerWeight > CrossPoints.MAX_LINES) {
      throw new IllegalArgumentException(
          "devicesPerWeight is "
              + devicesPerWeight
              + ", but must be 1 or more, and an array of "
              + rows
              + " rows has room for "
              + CrossPoints.MAX_LINES / Math.max(1, rows)
              + ".");
    }
    CrossbarArray devices =
        create(
            device,
            dac,
            adc,
            management,
            update,
            rows * devicesPerWeight,
            columns,
            arrayId,
            seed,
            layout,
            kernels,
            workers);
    return devicesPerWeight == 1
        ? devices
        : new MultiDeviceArray(devices, devicesPerWeight, kernels);
  }

  private static int levels(String key, int bits) {
    if (bits != 0 && (bits < 2 || bits > 16)) {
      throw new IllegalArgumentException(key + " is " + bits + ".\nMaybe 2 to 16, or off?");
    }
    return bits == 0 ? 0 : (1 << (bits - 1)) - 1;
  }

  private static float outputBound(AdcSpec adc) {
    float bound = (float) adc.outputBound();
    if (!(bound > 0) || (adc.bits() != 0 && Float.isInfinite(bound))) {
      throw new IllegalArgumentException(
          "adc.outputBound is " + adc.outputBound() + ", but must be above 0 and finite.");
    }
    return bound;
  }
}
