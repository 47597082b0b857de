package org.rpusim.chip.device;

import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.spec.DeviceKind;
import org.rpusim.chip.spec.DeviceSpec;

/**
 * A kind of device that can be made: public, with a public constructor without arguments, and named
 * in {@code META-INF/services/org.rpusim.chip.spec.DeviceKind} of its jar.
 */
public interface DeviceProvider extends DeviceKind {
  /**
   * Makes the devices of an array, their properties drawn from streams of the key.
   *
   * @param crossPoints fresh weights that the devices hold from now on
   */
  DeviceModel create(DeviceSpec spec, CrossPoints crossPoints, DeviceKey key, Kernels kernels);
}
