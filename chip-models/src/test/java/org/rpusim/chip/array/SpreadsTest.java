package org.rpusim.chip.array;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.spec.DeviceSpec;

/**
 * Distributions drawn at construction and on reads, by Kolmogorov–Smirnov tests over 10,000 devices
 * at p &gt; 1e-6: the false-alarm rate of a test is 1e-6, of the class 5e-6.
 */
class SpreadsTest {
  private static final int SIDE = 100;
  private static final double FALSE_ALARM = 1e-6;

  private static void assertNormal(double[] values, double mean, double deviation) {
    double p =
        new KolmogorovSmirnovTest()
            .kolmogorovSmirnovTest(new NormalDistribution(null, mean, deviation), values);
    assertThat(p).isGreaterThan(FALSE_ALARM);
  }

  /** The sizes of one sure step of each device, up or down. */
  private static double[] steps(DeviceSpec device, float sign) {
    TestArrays setup = new TestArrays(device);
    setup.bitLength = 1;
    CrossbarArray array = setup.create(SIDE, SIDE);
    float[] ones = new float[SIDE];
    float[] signs = new float[SIDE];
    java.util.Arrays.fill(ones, 1f);
    java.util.Arrays.fill(signs, sign);
    array.update(ones, 0, signs, 0, 0.001f, 0, new UpdateOutcome());
    return weights(array);
  }

  private static double[] weights(CrossbarArray array) {
    double[] values = new double[SIDE * SIDE];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.weight(i / SIDE, i % SIDE);
    }
    return values;
  }

  @Test
  void stepSizesSpreadAroundDwMin() {
    // 0.2 keeps draws of the wrong sign, which are reflected, below 3e-7 a device.
    DeviceSpec device = TestArrays.constantStep(0.2, 0, 1, 0, 10, 0, 0);
    assertNormal(steps(device, 1f), 0.001, 0.0002);
  }

  @Test
  void theRatioOfUpToDownSpreadsApartFromTheGain() {
    DeviceSpec device = TestArrays.constantStep(0, 0, 1, 0.02, 10, 0, 0);
    double[] up = steps(device, 1f);
    double[] down = steps(device, -1f);
    double[] ratio = new double[up.length];
    for (int i = 0; i < ratio.length; i++) {
      ratio[i] = (up[i] + down[i]) / (up[i] - down[i]);
    }
    assertNormal(ratio, 0, 0.01);
  }

  @Test
  void boundsSpreadAroundTheirMeansIndependently() {
    CrossbarArray array =
        new TestArrays(TestArrays.constantStep(0, 0, 1, 0, 0.6, 0.2, 0)).create(SIDE, SIDE);
    double[][] bounds = new double[2][];
    for (int side = 0; side < 2; side++) {
      for (int i = 0; i < SIDE * SIDE; i++) {
        array.setWeight(i / SIDE, i % SIDE, side == 0 ? 100f : -100f);
      }
      bounds[side] = weights(array);
    }
    assertNormal(bounds[0], 0.6, 0.12);
    assertNormal(bounds[1], -0.6, 0.12);
    // 10,000 independent pairs: a correlation above 0.05 has 5 standard errors (6e-7).
    double correlation = new PearsonsCorrelation().correlation(bounds[0], bounds[1]);
    assertThat(Math.abs(correlation)).isLessThan(0.05);
  }

  @Test
  void readNoiseIsNormalAndScaledBackWithTheInput() {
    TestArrays setup =
        new TestArrays(TestArrays.constantStep(0, 0, 1, 0, 0.6, 0, 0.06)).unlimited();
    CrossbarArray array = setup.create(SIDE, 1);
    float[] y = new float[SIDE];
    double[] noise = new double[SIDE * SIDE];
    for (int cycle = 0; cycle < SIDE; cycle++) {
      // Weights are zero: the output is noise alone, times the input's magnitude 2 and 2^1.
      array.readForward(new float[] {2f}, 0, y, 0, cycle, 1, new ReadOutcome());
      for (int i = 0; i < SIDE; i++) {
        noise[cycle * SIDE + i] = y[i];
      }
    }
    assertNormal(noise, 0, 0.24);
  }
}
