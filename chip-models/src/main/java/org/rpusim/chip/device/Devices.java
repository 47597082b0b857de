package org.rpusim.chip.device;

import com.google.common.collect.ImmutableList;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.spec.DeviceKind;
import org.rpusim.chip.spec.DeviceKinds;
import org.rpusim.chip.spec.DeviceSpec;

/** The registered device models; see {@link DeviceProvider} for how to add one. */
public final class Devices {
  private Devices() {}

  /** Names in the order in which they are listed. */
  public static ImmutableList<String> names() {
    return DeviceKinds.names();
  }

  /**
   * One line about a device.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public static String description(String name) {
    return DeviceKinds.of(name).description();
  }

  /**
   * Makes the devices of an array, their properties drawn from streams of the key.
   *
   * @param crossPoints fresh weights that the devices hold from now on
   * @throws IllegalArgumentException if there is no device of the spec's kind, it cannot be made,
   *     or dwMin is not above 0
   */
  public static DeviceModel create(
      DeviceSpec spec, CrossPoints crossPoints, DeviceKey key, Kernels kernels) {
    DeviceKind kind = DeviceKinds.of(spec.kind());
    if (!(kind instanceof DeviceProvider provider)) {
      throw new IllegalArgumentException(
          "The device "
              + spec.kind()
              + " can be described, but not made: it is no DeviceProvider.");
    }
    DeviceModel model = provider.create(spec, crossPoints, key, kernels);
    if (!(model instanceof PulsedDevice pulsed)) {
      return model;
    }
    if (!(pulsed.dwMin() > 0)) {
      throw new IllegalArgumentException(
          "device.dwMin is " + spec.dwMin() + ", but a pulsed device needs a step above 0.");
    }
    return spec.defects().disturbsWeights()
        ? new DisturbedDevice(pulsed, spec.defects(), key, kernels)
        : pulsed;
  }
}
