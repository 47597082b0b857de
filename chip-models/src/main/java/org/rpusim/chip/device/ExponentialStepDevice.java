package org.rpusim.chip.device;

import static org.rpusim.chip.config.Firmness.RESTATED;
import static org.rpusim.chip.config.ValueTypes.number;

import com.google.common.collect.Range;
import org.rpusim.chip.config.Section;
import org.rpusim.chip.config.ValueType;
import org.rpusim.chip.math.Functions;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.spec.DeviceParameters;
import org.rpusim.chip.spec.DeviceReader;
import org.rpusim.chip.spec.DeviceSpec;

/**
 * Steps that fall off exponentially towards the bounds, as those of ReRAM and CMOS cells (aihwkit,
 * exponential step; its defaults are fits to a measured ReRAM). With the device's own bounds
 *
 * <ul>
 *   <li>z = 2·scale·w/(upper − lower) + shift;
 *   <li>up: shape = max(0, 1 − factorUp·e^(exponentUp·z));
 *   <li>down: shape = max(0, 1 − factorDown·e^(−exponentDown·z)).
 * </ul>
 */
final class ExponentialStepDevice extends SteppingDevice {
  private final Parameters own;

  ExponentialStepDevice(DeviceSpec spec, CrossPoints crossPoints, DeviceKey key, Kernels kernels) {
    super(spec, crossPoints, key, kernels);
    own = spec.parameters(Parameters.class);
  }

  @Override
  protected float shape(int device, float weight, boolean up) {
    float z = 2f * own.scale * weight / (upper(device) - lower(device)) + own.shift;
    float fall =
        up
            ? own.factorUp * Functions.exp(own.exponentUp * z)
            : own.factorDown * Functions.exp(-own.exponentDown * z);
    return fall < 1f ? 1f - fall : 0f;
  }

  @Override
  public boolean restsWithoutPulses() {
    return true;
  }

  /**
   * Fits, the same for all devices; see the class.
   *
   * @param factorUp 0 or more
   * @param factorDown 0 or more
   * @param exponentUp any
   * @param exponentDown any
   * @param scale any
   * @param shift any
   */
  record Parameters(
      float factorUp,
      float factorDown,
      float exponentUp,
      float exponentDown,
      float scale,
      float shift)
      implements DeviceParameters {}

  /** The kind {@code exponential-step}. */
  public static final class Kind implements DeviceProvider {
    @Override
    public String name() {
      return "exponential-step";
    }

    @Override
    public String description() {
      return "steps that fall off exponentially towards the bounds";
    }

    @Override
    public DeviceSpec read(Section s) {
      ValueType<Double> factor = number(Range.closed(0.0, 1e6));
      ValueType<Double> any = number(Range.closed(-1e3, 1e3));
      Parameters own =
          new Parameters(
              s.read("factorUp", factor, "0.00081", RESTATED, "A of up steps").floatValue(),
              s.read("factorDown", factor, "0.36833", RESTATED, "A of down steps").floatValue(),
              s.read("exponentUp", any, "12.44625", RESTATED, "gamma of up steps").floatValue(),
              s.read("exponentDown", any, "12.78785", RESTATED, "gamma of down steps").floatValue(),
              s.read("scale", any, "0.244", RESTATED, "a, of the weight").floatValue(),
              s.read("shift", any, "0.2425", RESTATED, "b, added to it").floatValue());
      return DeviceReader.common(name(), s, DeviceReader.defects(s), own);
    }

    @Override
    public DeviceModel create(
        DeviceSpec spec, CrossPoints crossPoints, DeviceKey key, Kernels kernels) {
      return new ExponentialStepDevice(spec, crossPoints, key, kernels);
    }
  }
}
