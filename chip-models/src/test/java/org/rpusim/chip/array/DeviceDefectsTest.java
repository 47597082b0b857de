package org.rpusim.chip.array;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.device.WeightLayout;
import org.rpusim.chip.math.RandomCases;
import org.rpusim.chip.spec.DeviceSpec;

/** What goes wrong with devices besides their spreads. KS tests have a false-alarm rate of 1e-6. */
class DeviceDefectsTest {
  private static final int SIDE = 100;
  private static final float DW = 0.001f;
  private final UpdateOutcome outcome = new UpdateOutcome();

  private static CrossbarArray create(DeviceSpec device, int rows, int columns) {
    TestArrays setup = new TestArrays(device).unlimited();
    setup.bitLength = 1;
    return setup.create(rows, columns);
  }

  private static double p(RealDistribution distribution, double[] values) {
    return new KolmogorovSmirnovTest().kolmogorovSmirnovTest(distribution, values);
  }

  /** Numbers of devices are binomial: 5 standard deviations, 6e-7 each. */
  @Test
  void deadDevicesHoldZeroAndStuckOnesAWeightBetweenTheBounds() {
    for (String kind : new String[] {"constant-step", "soft-bounds", "differential-pair"}) {
      CrossbarArray array = create(TestDevices.plain(kind, "dead: 0.1", "stuck: 0.2"), SIDE, SIDE);
      float[] ones = new float[SIDE];
      Arrays.fill(ones, 1f);
      int n = SIDE * SIDE;
      double[] before = weights(array);
      for (int i = 0; i < n; i++) {
        array.setWeight(i / SIDE, i % SIDE, 0.1f);
      }
      array.update(ones, 0, ones, 0, DW, 0, outcome);
      double[] after = weights(array);
      long dead = Arrays.stream(after).filter(w -> w == 0).count();
      double[] stuck =
          IntStream.range(0, n)
              .filter(i -> after[i] != 0 && after[i] == before[i])
              .mapToDouble(i -> after[i])
              .toArray();
      assertThat((double) dead).isCloseTo(0.1 * n, Offset.offset(5 * Math.sqrt(n * 0.09)));
      assertThat((double) stuck.length).isCloseTo(0.2 * n, Offset.offset(5 * Math.sqrt(n * 0.16)));
      assertThat(p(new UniformRealDistribution(-0.6, 0.6), stuck)).as(kind).isGreaterThan(1e-6);
    }
  }

  /** Shares are binomial: 5 standard deviations, 6e-7 each. */
  @Test
  void devicesOfTheWrongSignGoTheWrongWayWhereTheyAreKept() {
    String spread = "dwMinDeviceToDevice: 1.1";
    int n = SIDE * SIDE;
    CrossbarArray array = create(TestDevices.plain("constant-step", spread), SIDE, SIDE);
    assertThat(Arrays.stream(changes(array)).filter(change -> change < 0).count()).isZero();
    array = create(TestDevices.plain("constant-step", spread, "wrongSign: kept"), SIDE, SIDE);
    double[] changes = changes(array);
    double wrong = new NormalDistribution(DW, 1.1 * DW).cumulativeProbability(0);
    assertThat((double) Arrays.stream(changes).filter(change -> change < 0).count())
        .isCloseTo(wrong * n, Offset.offset(5 * Math.sqrt(n * wrong * (1 - wrong))));
    assertThat(p(new NormalDistribution(DW, 1.1 * DW), changes)).isGreaterThan(1e-6);
  }

  /** Shares are binomial: 5 standard deviations, 6e-7 each. */
  @Test
  void boundsOfTheWrongSignAreZeroWhereTheyAreKept() {
    int n = SIDE * SIDE;
    CrossbarArray array =
        create(
            TestDevices.plain("constant-step", "weightBoundDeviceToDevice: 1", "wrongSign: kept"),
            SIDE,
            SIDE);
    for (int i = 0; i < n; i++) {
      array.setWeight(i / SIDE, i % SIDE, 10f);
    }
    double wrong = new NormalDistribution(1, 1).cumulativeProbability(0);
    assertThat((double) Arrays.stream(weights(array)).filter(w -> w == 0).count())
        .isCloseTo(wrong * n, Offset.offset(5 * Math.sqrt(n * wrong * (1 - wrong))));
  }

  /** What one coincidence up changes each device by. */
  private double[] changes(CrossbarArray array) {
    float[] ones = new float[SIDE];
    Arrays.fill(ones, 1f);
    double[] before = weights(array);
    array.update(ones, 0, ones, 0, DW, 0, outcome);
    double[] after = weights(array);
    return IntStream.range(0, after.length).mapToDouble(i -> after[i] - before[i]).toArray();
  }

  private static double[] weights(CrossbarArray array) {
    double[] values = new double[array.rows() * array.columns()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.weight(i / array.columns(), i % array.columns());
    }
    return values;
  }

  @Test
  void halfSelectedDevicesChangeByKTimesAStep() {
    DeviceSpec device = TestDevices.plain("constant-step", "halfSelect: 0.1");
    CrossbarArray array = create(device, 2, 2);
    array.update(new float[] {1f, 0f}, 0, new float[] {1f, 0f}, 0, DW, 0, outcome);
    assertWeights(array, DW, 0.1f * DW, 0.1f * DW, 0f);
  }

  @Test
  void columnPulsesOfTheTwoPhasesCancelWhereTheyAreAlone() {
    DeviceSpec device = TestDevices.plain("constant-step", "halfSelect: 0.1");
    CrossbarArray array = create(device, 3, 2);
    array.update(new float[] {1f, 0f}, 0, new float[] {1f, -1f, 0f}, 0, DW, 0, outcome);
    assertWeights(array, 0.9f * DW, 0.1f * DW, -0.9f * DW, -0.1f * DW, 0f, 0f);
  }

  @Test
  void inputsOfBothSignsDriveFourParts() {
    DeviceSpec device = TestDevices.plain("constant-step", "halfSelect: 0.1");
    CrossbarArray array = create(device, 2, 2);
    array.update(new float[] {1f, -1f}, 0, new float[] {1f, 0f}, 0, DW, 0, outcome);
    // Row 0 meets column 0 in the raising part, and is alone on it in the lowering one.
    assertWeights(array, 0.9f * DW, -0.9f * DW, 0.1f * DW, -0.1f * DW);
  }

  private static void assertWeights(CrossbarArray array, float... expected) {
    double[] actual = weights(array);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).as("device %d", i).isCloseTo(expected[i], Offset.offset(1e-9));
    }
  }

  @Test
  void weightsDecayInEveryUpdateCycleAlsoWithoutPulses() {
    for (String kind : new String[] {"constant-step", "soft-bounds", "differential-pair"}) {
      CrossbarArray array = create(TestDevices.plain(kind, "decayPerUpdate: 0.01"), 1, 1);
      array.setWeight(0, 0, 0.5f);
      for (int i = 0; i < 50; i++) {
        array.update(new float[1], 0, new float[1], 0, DW, i, outcome);
      }
      double expected = 0.5 * StrictMath.pow(0.99, 50);
      assertThat((double) array.weight(0, 0)).as(kind).isCloseTo(expected, Offset.offset(1e-6));
    }
  }

  @Test
  void weightsDiffuseAsARandomWalk() {
    CrossbarArray array =
        create(TestDevices.plain("constant-step", "diffusionPerUpdate: 0.01"), SIDE, SIDE);
    for (int i = 0; i < 4; i++) {
      array.update(new float[SIDE], 0, new float[SIDE], 0, DW, i, outcome);
    }
    assertThat(p(new NormalDistribution(null, 0, 0.02), weights(array))).isGreaterThan(1e-6);
  }

  @Test
  void disturbedWeightsStayWithinTheBoundsAndReachTheCopy() {
    TestArrays setup =
        new TestArrays(
            TestDevices.plain("constant-step", "diffusionPerUpdate: 0.5", "halfSelect: 0.5"));
    setup.unlimited().layout = WeightLayout.INPUT_MAJOR;
    CrossbarArray array = setup.create(20, 20);
    float[] x = new RandomCases(5).values(20, 0.3f);
    array.update(x, 0, x, 0, DW, 0, outcome);
    double[] weights = weights(array);
    assertThat(weights).contains(0.6f, -0.6f);
    float[] one = new float[20];
    one[7] = 1f;
    float[] forward = new float[20];
    array.readForward(one, 0, forward, 0, 0, 0, new ReadOutcome());
    float[] backward = new float[20];
    float[] three = new float[20];
    three[3] = 1f;
    array.readBackward(three, 0, backward, 0, 0, 0, new ReadOutcome());
    assertThat(forward[3]).isEqualTo((float) weights[3 * 20 + 7]);
    assertThat(backward[7]).isEqualTo((float) weights[3 * 20 + 7]);
  }

  @Test
  void readOffsetsAreDrawnOnceALineAndScaledBack() {
    CrossbarArray array = create(TestDevices.plain("constant-step", "readOffset: 0.05"), 10_000, 1);
    float[] first = new float[10_000];
    float[] second = new float[10_000];
    array.readForward(new float[] {2f}, 0, first, 0, 0, 0, new ReadOutcome());
    array.readForward(new float[] {2f}, 0, second, 0, 1, 0, new ReadOutcome());
    assertThat(second).isEqualTo(first);
    double[] offsets = new double[first.length];
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = first[i];
    }
    assertThat(p(new NormalDistribution(null, 0, 0.1), offsets)).isGreaterThan(1e-6);
  }

  @Test
  void aPairSaturatesUntilItIsRefreshed() {
    CrossbarArray array =
        create(TestDevices.plain("differential-pair", "dwMin: 0.1", "refreshUpdates: 20"), 1, 1);
    float[] one = {1f};
    float[] down = {-1f};
    for (int cycle = 0; cycle < 12; cycle++) {
      array.update(one, 0, cycle < 6 ? one : down, 0, 0.1f, cycle, outcome);
    }
    assertWeights(array, 0f);
    for (int cycle = 12; cycle < 20; cycle++) {
      array.update(one, 0, cycle % 2 == 0 ? one : down, 0, 0.1f, cycle, outcome);
      assertThat((double) array.weight(0, 0)).as("both are full").isCloseTo(0, Offset.offset(1e-6));
    }
    array.update(one, 0, down, 0, 0.1f, 20, outcome);
    assertThat((double) array.weight(0, 0)).isCloseTo(-0.1, Offset.offset(1e-6));
  }
}
