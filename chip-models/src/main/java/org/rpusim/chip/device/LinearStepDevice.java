package org.rpusim.chip.device;

import static org.rpusim.chip.config.Firmness.RESTATED;
import static org.rpusim.chip.config.ValueTypes.number;

import com.google.common.collect.Range;
import org.rpusim.chip.config.Section;
import org.rpusim.chip.config.ValueType;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.spec.DeviceParameters;
import org.rpusim.chip.spec.DeviceReader;
import org.rpusim.chip.spec.DeviceSpec;

/**
 * Steps that change linearly with the weight (aihwkit, linear step; there with the mean bound as
 * reference and multiplicative noise). With the mean bound b = weightBound and a standard normal N
 * for each device and direction, drawn once:
 *
 * <ul>
 *   <li>up: shape = max(0, 1 − |slopeUp + slopeDeviceToDevice·N|·w/b);
 *   <li>down: shape = max(0, 1 + |slopeDown + slopeDeviceToDevice·N|·w/b).
 * </ul>
 *
 * <p>A slope of 0.1 makes a step at the bound 10 % smaller than at 0, and larger at the other
 * bound.
 */
final class LinearStepDevice extends SteppingDevice {
  private final float[] upSlopes;
  private final float[] downSlopes;

  LinearStepDevice(DeviceSpec spec, CrossPoints crossPoints, DeviceKey key, Kernels kernels) {
    super(spec, crossPoints, key, kernels);
    Parameters own = spec.parameters(Parameters.class);
    double bound = spec.weightBound();
    upSlopes = slopes(ownNormals(0), -own.slopeUp / bound, own.slopeDeviceToDevice / bound, -1);
    downSlopes = slopes(ownNormals(1), own.slopeDown / bound, own.slopeDeviceToDevice / bound, 1);
  }

  private static float[] slopes(float[] normals, double mean, double deviation, int sign) {
    for (int i = 0; i < normals.length; i++) {
      normals[i] = (float) (sign * Math.abs(mean + deviation * normals[i]));
    }
    return normals;
  }

  @Override
  protected float shape(int device, float weight, boolean up) {
    float shape = Math.fma(up ? upSlopes[device] : downSlopes[device], weight, 1f);
    return shape > 0f ? shape : 0f;
  }

  @Override
  public boolean restsWithoutPulses() {
    return true;
  }

  /**
   * Slopes.
   *
   * @param slopeUp share by which an up step at the upper bound is smaller than at 0
   * @param slopeDown share by which a down step at the lower bound is smaller than at 0
   * @param slopeDeviceToDevice standard deviation of both between devices
   */
  record Parameters(double slopeUp, double slopeDown, double slopeDeviceToDevice)
      implements DeviceParameters {}

  /** The kind {@code linear-step}. */
  public static final class Kind implements DeviceProvider {
    @Override
    public String name() {
      return "linear-step";
    }

    @Override
    public String description() {
      return "steps that change linearly with the weight";
    }

    @Override
    public DeviceSpec read(Section s) {
      ValueType<Double> slope = number(Range.closed(0.0, 100.0));
      Parameters own =
          new Parameters(
              s.read("slopeUp", slope, "0", RESTATED, "loss of an up step from 0 to the bound"),
              s.read("slopeDown", slope, "0", RESTATED, "loss of a down step from 0 to the bound"),
              s.read("slopeDeviceToDevice", slope, "0.05", RESTATED, "spread of both slopes"));
      return DeviceReader.common(name(), s, DeviceReader.defects(s), own);
    }

    @Override
    public DeviceModel create(
        DeviceSpec spec, CrossPoints crossPoints, DeviceKey key, Kernels kernels) {
      return new LinearStepDevice(spec, crossPoints, key, kernels);
    }
  }
}
