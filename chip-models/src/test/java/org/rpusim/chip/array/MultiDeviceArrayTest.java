package org.rpusim.chip.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.math.RandomCases;

/** Several devices a weight. KS tests over 2,500 weights: a false-alarm rate of 1e-6 each. */
class MultiDeviceArrayTest {
  private static final int SIDE = 50;
  private static final int DEVICES = 4;
  private final UpdateOutcome outcome = new UpdateOutcome();

  private static void assertNormal(double[] values, double mean, double deviation) {
    double p =
        new KolmogorovSmirnovTest()
            .kolmogorovSmirnovTest(new NormalDistribution(null, mean, deviation), values);
    assertThat(p).isGreaterThan(1e-6);
  }

  private static TestArrays baseline(String... lines) {
    TestArrays setup = new TestArrays(TestDevices.plain("constant-step", lines)).unlimited();
    setup.bitLength = 1;
    return setup;
  }

  private double[] steps(String line) {
    CrossbarArray array = baseline(line).create(SIDE, SIDE, DEVICES);
    float[] ones = new float[SIDE];
    Arrays.fill(ones, 1f);
    array.update(ones, 0, ones, 0, 0.001f, 0, outcome);
    double[] steps = new double[SIDE * SIDE];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = array.weight(i / SIDE, i % SIDE);
    }
    return steps;
  }

  @Test
  void spreadsOfStepsFallWithTheRootOfTheDevices() {
    assertNormal(steps("dwMinDeviceToDevice: 0.2"), 0.001, 0.001 * 0.2 / 2);
    assertNormal(steps("dwMinCycleToCycle: 0.2"), 0.001, 0.001 * 0.2 / 2);
  }

  @Test
  void noiseOfForwardReadsFallsWithTheRootAndOfBackwardReadsWithTheNumberOfDevices() {
    CrossbarArray array = baseline("readNoise: 0.06").create(SIDE, SIDE, DEVICES);
    double[] forward = new double[SIDE * SIDE];
    double[] backward = new double[SIDE * SIDE];
    float[] one = new float[SIDE];
    one[0] = 1f;
    float[] y = new float[SIDE];
    for (int cycle = 0; cycle < SIDE; cycle++) {
      array.readForward(one, 0, y, 0, cycle, 0, new ReadOutcome());
      for (int i = 0; i < SIDE; i++) {
        forward[cycle * SIDE + i] = y[i];
      }
      array.readBackward(one, 0, y, 0, cycle, 0, new ReadOutcome());
      for (int i = 0; i < SIDE; i++) {
        backward[cycle * SIDE + i] = y[i];
      }
    }
    assertNormal(forward, 0, 0.06 / 2);
    assertNormal(backward, 0, 0.06 / 4);
  }

  @Test
  void readsGiveTheMeanOfTheDevices() {
    CrossbarArray array = baseline("dwMinDeviceToDevice: 0.3").create(5, 7, 3);
    RandomCases random = new RandomCases(8);
    float[] x = random.values(7, 0.2f);
    float[] d = random.values(5, 0.2f);
    for (int cycle = 0; cycle < 40; cycle++) {
      array.update(x, 0, d, 0, 0.01f, cycle, outcome);
    }
    float[] y = new float[5];
    float[] z = new float[7];
    array.readForward(x, 0, y, 0, 0, 0, new ReadOutcome());
    array.readBackward(d, 0, z, 0, 0, 0, new ReadOutcome());
    double forward = 0;
    double backward = 0;
    for (int j = 0; j < 7; j++) {
      forward += array.weight(2, j) * x[j];
    }
    for (int i = 0; i < 5; i++) {
      backward += array.weight(i, 3) * d[i];
    }
    assertThat((double) y[2]).isCloseTo(forward, Offset.offset(1e-5));
    assertThat((double) z[3]).isCloseTo(backward, Offset.offset(1e-5));
  }

  /** Rows of 20,000 coincidences draw apart: covariances within 5 standard errors, 6e-7. */
  @Test
  void everyPhysicalRowDrawsATrainOfItsOwn() {
    CrossbarArray array = baseline().create(1, 1, 2);
    int samples = 20_000;
    double[] counts = new double[3];
    for (int i = 0; i < samples; i++) {
      array.setWeight(0, 0, 0f);
      array.update(new float[] {1f}, 0, new float[] {0.5f}, 0, 0.001f, i, outcome);
      counts[StrictMath.toIntExact(StrictMath.round(array.weight(0, 0) / 0.0005))]++;
    }
    assertThat(counts[0]).isCloseTo(samples / 4.0, Offset.offset(5 * Math.sqrt(samples * 0.1875)));
    assertThat(counts[1]).isCloseTo(samples / 2.0, Offset.offset(5 * Math.sqrt(samples * 0.25)));
    assertThat(counts[2]).isCloseTo(samples / 4.0, Offset.offset(5 * Math.sqrt(samples * 0.1875)));
  }

  @Test
  void oneDeviceAWeightIsThePlainArrayAndTooManyAreRefused() {
    CrossbarArray plain = new TestArrays().create(5, 5);
    CrossbarArray one = new TestArrays().create(5, 5, 1);
    assertThat(one).hasSameClassAs(plain);
    assertThatThrownBy(() -> new TestArrays().create(5, 5, 10_000))
        .hasMessageContaining("devicesPerWeight is 10000")
        .hasMessageContaining("6553");
  }
}
