package org.rpusim.chip.array;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rpusim.chip.spec.DeviceSpec;

/** Steps of the devices whose step depends on the weight, against their published formulas. */
class DeviceStepsTest {
  private static final double DW_MIN = 0.001;
  private static final double BOUND = 0.6;
  private static final int SIDE = 100;

  static List<String> kinds() {
    return List.of(
        "constant-step",
        "linear-step",
        "soft-bounds",
        "exponential-step",
        "power-step",
        "piecewise-step",
        "differential-pair");
  }

  /** The kinds and the keys that make them what {@link #shape} computes. */
  private static String[] keys(String kind) {
    return switch (kind) {
      case "linear-step" ->
          new String[] {"slopeUp: 0.5", "slopeDown: 0.25", "slopeDeviceToDevice: 0"};
      case "power-step" -> new String[] {"exponent: 1.5", "exponentDeviceToDevice: 0"};
      case "piecewise-step" -> new String[] {"stepsUp: 0.5 1 0.7", "stepsDown: 2 1 1 0.5"};
      default -> new String[0];
    };
  }

  private static double shape(String kind, double w, boolean up) {
    double share = (w + BOUND) / (2 * BOUND);
    double z = 2 * 0.244 * w / (2 * BOUND) + 0.2425;
    return switch (kind) {
      case "linear-step" -> up ? 1 - 0.5 * w / BOUND : 1 + 0.25 * w / BOUND;
      case "soft-bounds" -> up ? 1 - w / BOUND : 1 + w / BOUND;
      case "exponential-step" ->
          up
              ? 1 - 0.00081 * StrictMath.exp(12.44625 * z)
              : 1 - 0.36833 * StrictMath.exp(-12.78785 * z);
      case "power-step" -> StrictMath.pow(up ? 1 - share : share, 1.5);
      case "piecewise-step" -> up ? polygon(share, 0.5, 1, 0.7) : polygon(share, 2, 1, 1, 0.5);
      default -> 1;
    };
  }

  private static double polygon(double share, double... nodes) {
    int left = (int) StrictMath.floor(share * (nodes.length - 1));
    double rest = share * (nodes.length - 1) - left;
    return rest == 0 ? nodes[left] : nodes[left] * (1 - rest) + nodes[left + 1] * rest;
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aSureStepHasTheSizeOfTheFormulaAtAnyWeight(String kind) {
    for (double w = -0.55; w < 0.56; w += 0.05) {
      for (boolean up : new boolean[] {true, false}) {
        TestArrays setup = new TestArrays(TestDevices.plain(kind, keys(kind)));
        setup.bitLength = 1;
        CrossbarArray array = setup.create(1, 1);
        array.setWeight(0, 0, (float) w);
        float before = array.weight(0, 0);
        float d = up ? 1f : -1f;
        array.update(new float[] {1f}, 0, new float[] {d}, 0, 0.001f, 0, new UpdateOutcome());
        double expected = (up ? DW_MIN : -DW_MIN) * shape(kind, w, up);
        assertThat((double) (array.weight(0, 0) - before))
            .as("%s at %s", kind, w)
            .isCloseTo(expected, Offset.offset(2e-7));
      }
    }
  }

  /**
   * With one slot of probability p = x·d and a step s, a change has mean p·s and variance s²·(p(1 −
   * p) + p·c2c²). 20,000 updates; each is checked at 5 standard errors, a false alarm of 6e-7 a
   * check, 2e-5 over all kinds, directions and both checks.
   */
  @ParameterizedTest
  @MethodSource("kinds")
  void meanAndVarianceOfAnUpdateEqualTheClosedForm(String kind) {
    String[] lines = Arrays.copyOf(keys(kind), keys(kind).length + 1);
    lines[lines.length - 1] = "dwMinCycleToCycle: 0.3";
    TestArrays setup = new TestArrays(TestDevices.plain(kind, lines));
    setup.bitLength = 1;
    double p = 0.7 * 0.5;
    int samples = 20_000;
    for (boolean up : new boolean[] {true, false}) {
      CrossbarArray array = setup.create(1, 1);
      double[] changes = new double[samples];
      for (int i = 0; i < samples; i++) {
        array.setWeight(0, 0, 0.2f);
        float d = up ? 0.5f : -0.5f;
        array.update(new float[] {0.7f}, 0, new float[] {d}, 0, 0.001f, i, new UpdateOutcome());
        changes[i] = array.weight(0, 0) - 0.2f;
      }
      double step = (up ? DW_MIN : -DW_MIN) * shape(kind, 0.2, up);
      assertMoments(changes, p * step, step * step * (p * (1 - p) + p * 0.09));
    }
  }

  /** Rounding of a weight, 2^-26, is left room for. */
  private static void assertMoments(double[] values, double mean, double variance) {
    double first = Arrays.stream(values).average().orElseThrow();
    double second =
        Arrays.stream(values).map(v -> (v - first) * (v - first)).average().orElseThrow();
    double fourth = Arrays.stream(values).map(v -> Math.pow(v - first, 4)).average().orElseThrow();
    int n = values.length;
    assertThat(first).isCloseTo(mean, Offset.offset(5 * Math.sqrt(variance / n) + 2e-9));
    assertThat(second)
        .isCloseTo(variance, Offset.offset(5 * Math.sqrt((fourth - second * second) / n) + 1e-12));
  }

  /**
   * Steps at weight 0 spread as N(s, 0.2·s) over 10,000 devices, by a KS test at p &gt; 1e-6: the
   * false-alarm rate of each is 1e-6, of the test 7e-6.
   */
  @ParameterizedTest
  @MethodSource("kinds")
  void stepsSpreadBetweenDevices(String kind) {
    String[] lines = Arrays.copyOf(keys(kind), keys(kind).length + 1);
    lines[lines.length - 1] = "dwMinDeviceToDevice: 0.2";
    double mean = DW_MIN * shape(kind, 0, true);
    assertNormal(steps(TestDevices.plain(kind, lines), 0f), mean, 0.2 * mean);
  }

  /** KS tests as above: 1e-6. */
  @Test
  void slopesSpreadBetweenDevices() {
    double[] steps =
        steps(TestDevices.plain("linear-step", "slopeUp: 0.5", "slopeDeviceToDevice: 0.1"), 0.3f);
    assertNormal(steps, DW_MIN * (1 - 0.5 / 2), DW_MIN * 0.1 / 2);
  }

  /** KS test as above, of ln(step/dwMin)/ln(1/4) = γ·(1 + 0.1·N + 0.05·N'): 1e-6. */
  @Test
  void exponentsSpreadBetweenDevices() {
    DeviceSpec device =
        TestDevices.plain(
            "power-step", "exponentDeviceToDevice: 0.1", "exponentUpDownDeviceToDevice: 0.05");
    double[] exponents =
        Arrays.stream(steps(device, 0.3f))
            .map(step -> StrictMath.log(step / DW_MIN) / StrictMath.log(0.25))
            .toArray();
    assertNormal(exponents, 1, Math.sqrt(0.01 + 0.0025));
  }

  /** The sizes of one sure up step of each device. */
  private static double[] steps(DeviceSpec device, float weight) {
    TestArrays setup = new TestArrays(device);
    setup.bitLength = 1;
    CrossbarArray array = setup.create(SIDE, SIDE);
    float[] ones = new float[SIDE];
    Arrays.fill(ones, 1f);
    for (int i = 0; i < SIDE * SIDE; i++) {
      array.setWeight(i / SIDE, i % SIDE, weight);
    }
    array.update(ones, 0, ones, 0, 0.001f, 0, new UpdateOutcome());
    double[] steps = new double[SIDE * SIDE];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = array.weight(i / SIDE, i % SIDE) - weight;
    }
    return steps;
  }

  private static void assertNormal(double[] values, double mean, double deviation) {
    double p =
        new KolmogorovSmirnovTest()
            .kolmogorovSmirnovTest(new NormalDistribution(null, mean, deviation), values);
    assertThat(p).isGreaterThan(1e-6);
  }
}
