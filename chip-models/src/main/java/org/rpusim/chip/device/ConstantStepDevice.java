package org.rpusim.chip.device;

import org.rpusim.chip.config.Section;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.StepTable;
import org.rpusim.chip.spec.DeviceParameters;
import org.rpusim.chip.spec.DeviceReader;
import org.rpusim.chip.spec.DeviceSpec;

/**
 * The constant-step device of the RPU baseline (P1; aihwkit's constant step), with the steps and
 * bounds of {@link StepDraws}. A coincidence changes the weight by +up·(1 + dwMinCycleToCycle·N) or
 * −down·(1 + …), N drawn anew, and clips it to the bounds. The coincidences of a device in one
 * update all have the same direction; where a row has many, up to seven are done together: +up·(n +
 * sqrt(n)·dwMinCycleToCycle·N) is the distribution of the sum of n exactly, and only the sum is
 * clipped.
 */
final class ConstantStepDevice implements PulsedDevice {
  private final CrossPoints crossPoints;
  private final float dwMin;
  private final float readNoise;
  private final float readOffset;
  private final StepTable table;
  private final ConstantSteps steps;

  ConstantStepDevice(DeviceSpec spec, CrossPoints crossPoints, DeviceKey key, Kernels kernels) {
    this.crossPoints = crossPoints;
    dwMin = (float) spec.dwMin();
    readNoise = (float) spec.readNoise();
    readOffset = (float) spec.defects().readOffset();
    StepDraws draws = new StepDraws(spec, crossPoints, key, kernels);
    float cycleToCycle = (float) spec.dwMinCycleToCycle();
    table = new StepTable(draws.up, draws.down, draws.lower, draws.upper, cycleToCycle);
    steps = new ConstantSteps(crossPoints, table, cycleToCycle != 0f, key, kernels);
  }

  @Override
  public CrossPoints crossPoints() {
    return crossPoints;
  }

  @Override
  public void write(int row, int column, float weight) {
    crossPoints.set(row, column, table.clip(crossPoints.index(row, column), weight));
  }

  @Override
  public float dwMin() {
    return dwMin;
  }

  @Override
  public float readNoise() {
    return readNoise;
  }

  @Override
  public float readOffset() {
    return readOffset;
  }

  @Override
  public float step(int device, float weight, boolean positive) {
    return table.step(device, positive);
  }

  @Override
  public float clip(int device, float weight) {
    return table.clip(device, weight);
  }

  @Override
  public void apply(PulseTrains trains, long cycle) {
    steps.apply(trains, cycle);
  }

  @Override
  public boolean restsWithoutPulses() {
    return true;
  }

  /** The kind {@code constant-step}. */
  public static final class Kind implements DeviceProvider {
    @Override
    public String name() {
      return "constant-step";
    }

    @Override
    public String description() {
      return "steps of one size up and one down, with spreads and bounds (P1, RPU baseline)";
    }

    @Override
    public DeviceSpec read(Section s) {
      return DeviceReader.common(name(), s, DeviceReader.defects(s), DeviceParameters.NONE);
    }

    @Override
    public DeviceModel create(
        DeviceSpec spec, CrossPoints crossPoints, DeviceKey key, Kernels kernels) {
      return new ConstantStepDevice(spec, crossPoints, key, kernels);
    }
  }
}
