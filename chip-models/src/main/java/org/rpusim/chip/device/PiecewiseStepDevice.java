package org.rpusim.chip.device;

import static org.rpusim.chip.config.Firmness.RESTATED;

import com.google.common.collect.ImmutableList;
import org.rpusim.chip.config.Section;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.spec.DeviceParameters;
import org.rpusim.chip.spec.DeviceReader;
import org.rpusim.chip.spec.DeviceSpec;

/**
 * Steps that are given at nodes and linear between them (aihwkit, piecewise step). The nodes lie at
 * equal distances from a device's own lower bound to its upper one; a node's value multiplies the
 * device's up or down step there.
 */
final class PiecewiseStepDevice extends SteppingDevice {
  private final float[] upNodes;
  private final float[] downNodes;

  PiecewiseStepDevice(DeviceSpec spec, CrossPoints crossPoints, DeviceKey key, Kernels kernels) {
    super(spec, crossPoints, key, kernels);
    Parameters own = spec.parameters(Parameters.class);
    upNodes = NodeList.floats(own.up);
    downNodes = NodeList.floats(own.down);
  }

  @Override
  protected float shape(int device, float weight, boolean up) {
    float[] nodes = up ? upNodes : downNodes;
    float share = (weight - lower(device)) / (upper(device) - lower(device));
    float place = share * (nodes.length - 1);
    int left = (int) place;
    left = left < 0 ? 0 : Math.min(left, nodes.length - 2);
    return Math.fma(place - left, nodes[left + 1] - nodes[left], nodes[left]);
  }

  @Override
  public boolean restsWithoutPulses() {
    return true;
  }

  /**
   * Nodes from the lower bound to the upper one, two or more each, 0 or more.
   *
   * @param up multiples of the up step
   * @param down multiples of the down step
   */
  record Parameters(ImmutableList<Double> up, ImmutableList<Double> down)
      implements DeviceParameters {}

  /** The kind {@code piecewise-step}. */
  public static final class Kind implements DeviceProvider {
    private static final NodeList NODES = new NodeList();

    @Override
    public String name() {
      return "piecewise-step";
    }

    @Override
    public String description() {
      return "steps given at nodes from the lower bound to the upper one";
    }

    @Override
    public DeviceSpec read(Section s) {
      Parameters own =
          new Parameters(
              s.read("stepsUp", NODES, "1 1", RESTATED, "up steps from lower to upper bound"),
              s.read("stepsDown", NODES, "1 1", RESTATED, "down steps from lower to upper bound"));
      return DeviceReader.common(name(), s, DeviceReader.defects(s), own);
    }

    @Override
    public DeviceModel create(
        DeviceSpec spec, CrossPoints crossPoints, DeviceKey key, Kernels kernels) {
      return new PiecewiseStepDevice(spec, crossPoints, key, kernels);
    }
  }
}
