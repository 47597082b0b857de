package org.rpusim.chip.array;

import org.rpusim.chip.device.WeightLayout;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Workers;
import org.rpusim.chip.spec.AdcSpec;
import org.rpusim.chip.spec.DacSpec;
import org.rpusim.chip.spec.DeviceSpec;
import org.rpusim.chip.spec.ManagementSpec;
import org.rpusim.chip.spec.ManagementSpec.BoundManagement;
import org.rpusim.chip.spec.ManagementSpec.NoiseManagement;
import org.rpusim.chip.spec.Rounding;
import org.rpusim.chip.spec.UpdateSpec;

/** Arrays for tests: the RPU baseline unless changed. */
final class TestArrays {
  static final DeviceSpec BASELINE = constantStep(0.3, 0.3, 1, 0.02, 0.6, 0.3, 0.06);
  static final DeviceSpec IDEAL = device("ideal", 0.3, 0.3, 1, 0.02, 0.6, 0.3, 0.06);
  static final DeviceSpec EXACT = device("floating-point", 0.3, 0.3, 1, 0.02, 0.6, 0.3, 0.06);

  DeviceSpec device = BASELINE;
  int dacBits = 7;
  int adcBits = 9;
  double outputBound = 12;
  Rounding dacRounding = Rounding.DETERMINISTIC;
  Rounding adcRounding = Rounding.DETERMINISTIC;
  NoiseManagement noiseManagement = NoiseManagement.ABS_MAX;
  double fullScale = 1;
  double averageMomentum = 0.99;
  int phases = 2;
  int bitLength = 10;
  boolean updateManagement;
  boolean lengthManagement;
  WeightLayout layout = WeightLayout.ROW_MAJOR;
  int arrayId = 3;
  long seed = 42;
  Kernels kernels = Kernels.of("scalar");

  TestArrays() {}

  TestArrays(DeviceSpec device) {
    this.device = device;
  }

  TestArrays unlimited() {
    dacBits = 0;
    adcBits = 0;
    return this;
  }

  static DeviceSpec constantStep(
      double deviceToDevice,
      double cycleToCycle,
      double ratio,
      double ratioSpread,
      double bound,
      double boundSpread,
      double readNoise) {
    return device(
        "constant-step",
        deviceToDevice,
        cycleToCycle,
        ratio,
        ratioSpread,
        bound,
        boundSpread,
        readNoise);
  }

  private static DeviceSpec device(
      String kind,
      double deviceToDevice,
      double cycleToCycle,
      double ratio,
      double ratioSpread,
      double bound,
      double boundSpread,
      double readNoise) {
    return new DeviceSpec(
        kind,
        0.001,
        deviceToDevice,
        cycleToCycle,
        ratio,
        ratioSpread,
        bound,
        boundSpread,
        readNoise,
        24e6,
        1);
  }

  UpdateSpec update() {
    return new UpdateSpec(bitLength, 1000, phases, 1, updateManagement, lengthManagement);
  }

  CrossbarArray create(int rows, int columns) {
    return create(rows, columns, 1);
  }

  CrossbarArray create(int rows, int columns, int devicesPerWeight) {
    return CrossbarArrays.create(
        device,
        new DacSpec(dacBits, dacRounding, 0),
        new AdcSpec(adcBits, outputBound, 64, 800e6, 19.2e-12, 0.0256, adcRounding),
        new ManagementSpec(
            noiseManagement,
            noiseManagement,
            BoundManagement.ITERATIVE,
            BoundManagement.OFF,
            10,
            1e12,
            0,
            0,
            fullScale,
            fullScale / 10,
            averageMomentum),
        update(),
        rows,
        columns,
        devicesPerWeight,
        arrayId,
        seed,
        layout,
        kernels,
        Workers.NONE);
  }
}
