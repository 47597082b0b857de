package org.rpusim.example;

import static org.rpusim.chip.config.Firmness.ASSUMPTION;
import static org.rpusim.chip.config.ValueTypes.number;

import com.google.common.collect.Range;
import org.rpusim.chip.config.Section;
import org.rpusim.chip.device.CrossPoints;
import org.rpusim.chip.device.DeviceKey;
import org.rpusim.chip.device.DeviceModel;
import org.rpusim.chip.device.DeviceProvider;
import org.rpusim.chip.device.SteppingDevice;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.spec.DeviceParameters;
import org.rpusim.chip.spec.DeviceReader;
import org.rpusim.chip.spec.DeviceSpec;

/** Steps that shrink with the square of the weight: 1 − curvature·(w/bound)². */
public final class QuadraticStep implements DeviceProvider {
  /** The keys of this kind alone. */
  record Parameters(float curvature) implements DeviceParameters {}

  @Override
  public String name() {
    return "quadratic-step";
  }

  @Override
  public String description() {
    return "steps that shrink with the square of the weight";
  }

  @Override
  public DeviceSpec read(Section s) {
    double curvature =
        s.read("curvature", number(Range.closed(0.0, 1.0)), "0.5", ASSUMPTION, "loss at a bound");
    Parameters own = new Parameters((float) curvature);
    return DeviceReader.common(name(), s, DeviceReader.defects(s), own);
  }

  @Override
  public DeviceModel create(
      DeviceSpec spec, CrossPoints crossPoints, DeviceKey key, Kernels kernels) {
    float curvature = spec.parameters(Parameters.class).curvature();
    return new SteppingDevice(spec, crossPoints, key, kernels) {
      @Override
      protected float shape(int device, float weight, boolean up) {
        float share = weight / (weight > 0 ? upper(device) : lower(device));
        return weight == 0 ? 1 : 1 - curvature * share * share;
      }
    };
  }
}
