package org.rpusim.chip.array;

import org.rpusim.chip.device.CrossPoints;
import org.rpusim.chip.device.DeviceKey;
import org.rpusim.chip.device.DeviceModel;
import org.rpusim.chip.device.Devices;
import org.rpusim.chip.device.FloatingPointDevice;
import org.rpusim.chip.device.PulsedDevice;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Workers;
import org.rpusim.chip.spec.AdcSpec;
import org.rpusim.chip.spec.DacSpec;
import org.rpusim.chip.spec.DeviceSpec;
import org.rpusim.chip.spec.ManagementSpec;
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
   * @param sparseInputs whether forward inputs are mostly zero: forward reads then sum over the
   *     columns that are on, from an input-major copy of the weights; the rounding of the sum
   *     depends on it
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
      boolean sparseInputs,
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
        sparseInputs,
        kernels,
        Workers.NONE);
  }

  /**
   * As {@link #create(DeviceSpec, DacSpec, AdcSpec, ManagementSpec, UpdateSpec, int, int, int, long,
   * boolean, Kernels)}, with threads that share the reads of large arrays.
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
      boolean sparseInputs,
      Kernels kernels,
      Workers workers) {
    CrossPoints crossPoints = new CrossPoints(rows, columns, sparseInputs, workers);
    DeviceKey key = new DeviceKey(seed, arrayId);
    DeviceModel model = Devices.create(device, crossPoints, key, kernels);
    int inputLevels = levels("dac.bits", dac.bits());
    return switch (model) {
      case FloatingPointDevice exact ->
          new FloatingPointArray(
              exact, inputLevels, update.bitLength(), management, kernels);
      case PulsedDevice pulsed -> {
        Converters converters =
            new Converters(
                inputLevels,
                levels("adc.bits", adc.bits()),
                outputBound(adc),
                pulsed.readNoise(),
                kernels);
        yield new PulsedArray(pulsed, converters, management, update, key, kernels);
      }
    };
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
