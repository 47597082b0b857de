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
 * Steps that are a power of the distance to the bound (Fusi &amp; Abbott 2007, shifted; Frascaroli
 * et al. 2018; aihwkit, power step). With ω = (upper − w)/(upper − lower) of the device's own
 * bounds:
 *
 * <ul>
 *   <li>up: shape = ω^γ₊; down: shape = (1 − ω)^γ₋;
 *   <li>γ± = |exponent·(1 ± β + exponentDeviceToDevice·N)|, β = exponentUpDown +
 *       exponentUpDownDeviceToDevice·N, each N drawn once a device.
 * </ul>
 *
 * <p>With γ = 1 and bounds of equal size a step at w = 0 is half of dwMin.
 */
final class PowerStepDevice extends SteppingDevice {
  private static final float NEGLIGIBLE = 1e-30f;

  private final float[] upExponents;
  private final float[] downExponents;

  PowerStepDevice(DeviceSpec spec, CrossPoints crossPoints, DeviceKey key, Kernels kernels) {
    super(spec, crossPoints, key, kernels);
    Parameters own = spec.parameters(Parameters.class);
    upExponents = ownNormals(0);
    downExponents = ownNormals(1);
    for (int i = 0; i < upExponents.length; i++) {
      double common = 1 + own.deviceToDevice * upExponents[i];
      double beta = own.upDown + own.upDownDeviceToDevice * downExponents[i];
      upExponents[i] = (float) Math.abs(own.exponent * (common + beta));
      downExponents[i] = (float) Math.abs(own.exponent * (common - beta));
    }
  }

  @Override
  protected float shape(int device, float weight, boolean up) {
    float distance = up ? upper(device) - weight : weight - lower(device);
    float share = distance / (upper(device) - lower(device));
    float exponent = up ? upExponents[device] : downExponents[device];
    return share > NEGLIGIBLE ? Functions.exp(exponent * Functions.ln(share)) : 0f;
  }

  @Override
  public boolean restsWithoutPulses() {
    return true;
  }

  /**
   * Exponents.
   *
   * @param exponent γ
   * @param deviceToDevice its spread, as a fraction of it
   * @param upDown mean of β
   * @param upDownDeviceToDevice standard deviation of β
   */
  record Parameters(
      double exponent, double deviceToDevice, double upDown, double upDownDeviceToDevice)
      implements DeviceParameters {}

  /** The kind {@code power-step}. */
  public static final class Kind implements DeviceProvider {
    @Override
    public String name() {
      return "power-step";
    }

    @Override
    public String description() {
      return "steps that are a power of the distance to the bound";
    }

    @Override
    public DeviceSpec read(Section s) {
      ValueType<Double> positive = number(Range.openClosed(0.0, 100.0));
      ValueType<Double> spread = number(Range.closed(0.0, 100.0));
      ValueType<Double> bias = number(Range.closed(-1.0, 1.0));
      Parameters own =
          new Parameters(
              s.read("exponent", positive, "1", RESTATED, "gamma, mean of both directions"),
              s.read("exponentDeviceToDevice", spread, "0.1", RESTATED, "relative spread of gamma"),
              s.read("exponentUpDown", bias, "0", RESTATED, "share that up has more, down less"),
              s.read("exponentUpDownDeviceToDevice", spread, "0", RESTATED, "spread of that"));
      return DeviceReader.common(name(), s, DeviceReader.defects(s), own);
    }

    @Override
    public DeviceModel create(
        DeviceSpec spec, CrossPoints crossPoints, DeviceKey key, Kernels kernels) {
      return new PowerStepDevice(spec, crossPoints, key, kernels);
    }
  }
}
