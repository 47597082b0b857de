package org.rpusim.chip.device;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.spec.DeviceSpec;

/** The registered device models: a new one is a file here and a line in this table. */
public final class Devices {
  private static final ImmutableMap<String, Entry> ENTRIES =
      ImmutableMap.of(
          "constant-step",
          new Entry(
              "steps of one size up and one down, with spreads and bounds (P1, RPU baseline)",
              ConstantStepDevice::new),
          "ideal",
          new Entry("pulsed, every step exactly dwMin, no bounds, no noise", IdealDevice::new),
          "floating-point",
          new Entry(
              "exact fp32 weights, reads and SGD updates; no converters",
              FloatingPointDevice::new));

  private Devices() {}

  private record Entry(String description, Factory factory) {}

  /** Makes the devices of an array. */
  @FunctionalInterface
  private interface Factory {
    DeviceModel create(DeviceSpec spec, CrossPoints crossPoints, DeviceKey key, Kernels kernels);
  }

  /** Names in the order in which they are listed. */
  public static ImmutableSet<String> names() {
    return ENTRIES.keySet();
  }

  /**
   * One line about a device.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public static String description(String name) {
    return entry(name).description;
  }

  /**
   * Makes the devices of an array, their properties drawn from streams of the key.
   *
   * @param crossPoints fresh weights that the devices hold from now on
   * @throws IllegalArgumentException if there is no device of the spec's kind, or dwMin is not
   *     above 0
   */
  public static DeviceModel create(
      DeviceSpec spec, CrossPoints crossPoints, DeviceKey key, Kernels kernels) {
    DeviceModel model = entry(spec.kind()).factory.create(spec, crossPoints, key, kernels);
    if (model instanceof PulsedDevice pulsed && !(pulsed.dwMin() > 0)) {
      throw new IllegalArgumentException(
          "device.dwMin is " + spec.dwMin() + ", but a pulsed device needs a step above 0.");
    }
    return model;
  }

  private static Entry entry(String name) {
    Entry entry = ENTRIES.get(name);
    if (entry == null) {
      throw new IllegalArgumentException(
          "Unknown device \"" + name + "\".\nMaybe one of " + String.join(", ", names()) + "?");
    }
    return entry;
  }
}
