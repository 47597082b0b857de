package org.rpusim.chip.device;

import org.rpusim.chip.config.Section;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.spec.DeviceParameters;
import org.rpusim.chip.spec.DeviceReader;
import org.rpusim.chip.spec.DeviceSpec;

/**
 * Steps that shrink linearly to 0 at the device's own bounds (aihwkit, soft bounds): up, shape = 1
 * − w/upper; down, shape = 1 − w/lower. Both are 1 at w = 0. Without noise n up steps from 0 lead
 * to upper·(1 − (1 − up/upper)^n). An upper bound of 0 does not step.
 */
final class SoftBoundsDevice extends SteppingDevice {
  SoftBoundsDevice(DeviceSpec spec, CrossPoints crossPoints, DeviceKey key, Kernels kernels) {
    super(spec, crossPoints, key, kernels);
  }

  @Override
  protected float shape(int device, float weight, boolean up) {
    float bound = up ? upper(device) : lower(device);
    return bound == 0f ? 0f : 1f - weight / bound;
  }

  @Override
  public boolean restsWithoutPulses() {
    return true;
  }

  /** The kind {@code soft-bounds}. */
  public static final class Kind implements DeviceProvider {
    @Override
    public String name() {
      return "soft-bounds";
    }

    @Override
    public String description() {
      return "steps that shrink linearly to 0 at the bounds";
    }

    @Override
    public DeviceSpec read(Section s) {
      return DeviceReader.common(name(), s, DeviceReader.defects(s), DeviceParameters.NONE);
    }

    @Override
    public DeviceModel create(
        DeviceSpec spec, CrossPoints crossPoints, DeviceKey key, Kernels kernels) {
      return new SoftBoundsDevice(spec, crossPoints, key, kernels);
    }
  }
}
