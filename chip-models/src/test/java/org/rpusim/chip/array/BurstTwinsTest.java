package org.rpusim.chip.array;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpusim.chip.device.CrossPoints;
import org.rpusim.chip.device.DeviceKey;
import org.rpusim.chip.device.DeviceModel;
import org.rpusim.chip.device.Devices;
import org.rpusim.chip.device.PulsedDevice;
import org.rpusim.chip.device.WeightLayout;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.RandomCases;
import org.rpusim.chip.spec.DeviceSpec;
import org.rpusim.chip.spec.ManagementSpec.NoiseManagement;

/** Bursts give bit for bit what single reads and updates give, on both kernels. */
class BurstTwinsTest {
  private static final int CASES = 85;
  private static final int MOST_RETRIES = 3;
  private static final long FIRST_CYCLE = 1_000;

  /** One has no pulses, one needs a table, and a user's own does not say. */
  private static final ImmutableSet<String> NOT_ASKED =
      ImmutableSet.of("floating-point", "measured", "quadratic-step");

  /** A random case; every seventh vector is zero. */
  private static final class Case {
    final int rows;
    final int columns;
    final int count;
    final int stride;
    final float[] x;
    final float[] d;
    final TestArrays setup;

    Case(int seed, String kernels) {
      RandomCases random = new RandomCases(seed);
      rows = random.between(1, 70);
      columns = random.between(1, 70);
      count = random.between(2, 50);
      stride = Kernels.padded(count) + (random.between(0, 3) == 0 ? Kernels.BLOCK : 0);
      x = sideBySide(random, columns + 2);
      d = sideBySide(random, rows + 2);
      setup = new TestArrays(device(seed));
      setup.layout = random.between(0, 3) > 0 ? WeightLayout.BOTH : WeightLayout.ROW_MAJOR;
      setup.outputBound = random.between(0, 1) == 0 ? 0.5 : 12;
      setup.noiseManagement =
          random.between(0, 3) == 0 ? NoiseManagement.OFF : NoiseManagement.ABS_MAX;
      setup.seed = seed;
      setup.kernels = Kernels.of(kernels);
      if (seed % 5 == 0) {
        setup.unlimited();
      }
      setup.bitLength = random.between(0, 1) == 0 ? 1 : random.between(2, 40);
      setup.updateManagement = random.between(0, 2) > 0;
      setup.lengthManagement = random.between(0, 2) > 0;
    }

    /** Among others some that change without a pulse. */
    private static DeviceSpec device(int seed) {
      return switch (seed % 17) {
        case 0, 1 -> TestArrays.IDEAL;
        case 2 -> TestDevices.plain("constant-step", "decayPerUpdate: 0.01");
        case 3 -> TestDevices.plain("differential-pair", "refreshUpdates: 7");
        case 4 -> TestArrays.EXACT;
        case 5 -> TestDevices.spread("differential-pair");
        case 6 -> TestDevices.spread("linear-step", "slopeUp: 0.4", "slopeDown: 0.7");
        case 7 -> TestDevices.spread("soft-bounds");
        case 8 -> TestDevices.spread("exponential-step");
        case 9 -> TestDevices.spread("power-step");
        case 10 -> TestDevices.spread("piecewise-step", "stepsUp: 0.4 1 1.2", "stepsDown: 1.5 0.5");
        case 11 -> TestDevices.spread("linear-step", "halfSelect: 0.2");
        case 12 -> TestDevices.spread("soft-bounds", "diffusionPerUpdate: 0.002");
        default -> TestArrays.BASELINE;
      };
    }

    private float[] sideBySide(RandomCases random, int lines) {
      float[] m = new float[lines * stride];
      for (int line = 0; line < lines; line++) {
        float[] values = random.values(count, 0.8f);
        for (int v = 0; v < count; v++) {
          m[line * stride + v] = v % 7 == 3 ? 0f : values[v];
        }
      }
      return m;
    }

    float[] vector(float[] m, int firstLine, int lines, int v) {
      float[] vector = new float[lines];
      for (int i = 0; i < lines; i++) {
        vector[i] = m[(firstLine + i) * stride + v];
      }
      return vector;
    }

    CrossbarArray array() {
      CrossbarArray array = setup.create(rows, columns);
      RandomCases random = new RandomCases(17);
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          array.setWeight(row, column, 0.6f * random.uniform());
        }
      }
      return array;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"scalar", "vector"})
  void readsAreThoseOfSingleVectors(String kernels) {
    long retries = 0;
    for (int seed = 1; seed <= CASES; seed++) {
      Case c = new Case(seed, kernels);
      CrossbarArray array = c.array();
      BurstOutcome burst = new BurstOutcome();
      BurstOutcome single = new BurstOutcome();
      float[] y = new float[(c.rows + 1) * c.stride];
      float[] z = new float[(c.columns + 1) * c.stride];
      float[] ySingle = y.clone();
      float[] zSingle = z.clone();
      array.readForwardBurst(c.x, 1, y, 1, c.stride, c.count, FIRST_CYCLE, MOST_RETRIES, burst);
      SingleVectors.readForward(
          array, c.x, 1, ySingle, 1, c.stride, c.count, FIRST_CYCLE, MOST_RETRIES, single);
      assertSame(c, seed + " forward", y, ySingle, burst, single);
      retries += burst.totalRetries;
      array.readBackwardBurst(c.d, 2, z, 0, c.stride, c.count, FIRST_CYCLE, MOST_RETRIES, burst);
      SingleVectors.readBackward(
          array, c.d, 2, zSingle, 0, c.stride, c.count, FIRST_CYCLE, MOST_RETRIES, single);
      assertSame(c, seed + " backward", z, zSingle, burst, single);
    }
    assertThat(retries).isPositive();
  }

  private static void assertSame(
      Case c, String what, float[] y, float[] expected, BurstOutcome burst, BurstOutcome single) {
    for (int i = 0; i < y.length; i++) {
      if (i % c.stride < c.count) {
        assertThat(Float.floatToRawIntBits(y[i]))
            .as("seed %s, line %d, vector %d", what, i / c.stride, i % c.stride)
            .isEqualTo(Float.floatToRawIntBits(expected[i]));
      }
    }
    assertThat(burst.inputOnSteps).as("seed %s", what).isEqualTo(single.inputOnSteps);
    assertThat(burst.saturatedOutputs).as("seed %s", what).isEqualTo(single.saturatedOutputs);
    assertThat(burst.totalRetries).as("seed %s", what).isEqualTo(single.totalRetries);
    for (int v = 0; v < c.count; v++) {
      assertThat(burst.retries[v]).as("seed %s", what).isEqualTo(single.retries[v]);
    }
  }

  /** Rates from which hardly a row has a pulse to such from which most have. */
  @ParameterizedTest
  @ValueSource(strings = {"scalar", "vector"})
  void updatesAreThoseOfSingleVectorsInTheirOrder(String kernels) {
    int withPulses = 0;
    int without = 0;
    for (int seed = 1; seed <= CASES; seed++) {
      Case c = new Case(seed, kernels);
      float rate = (float) StrictMath.pow(10, -1 - seed % 5);
      CrossbarArray array = c.array();
      CrossbarArray singles = c.array();
      UpdateOutcome sum = new UpdateOutcome();
      UpdateOutcome one = new UpdateOutcome();
      UpdateOutcome expected = new UpdateOutcome();
      array.updateBurst(c.x, 2, c.d, 1, c.stride, c.count, rate, FIRST_CYCLE, sum);
      for (int v = 0; v < c.count; v++) {
        float[] x = c.vector(c.x, 2, c.columns, v);
        float[] d = c.vector(c.d, 1, c.rows, v);
        singles.update(x, 0, d, 0, rate, FIRST_CYCLE + v, one);
        expected.slots += one.slots;
        expected.rowPulses += one.rowPulses;
        expected.columnPulses += one.columnPulses;
        expected.coincidences += one.coincidences;
        withPulses += one.rowPulses > 0 ? 1 : 0;
        without += one.rowPulses > 0 ? 0 : 1;
      }
      assertThat(sum).as("seed %d", seed).usingRecursiveComparison().isEqualTo(expected);
      for (int i = 0; i < c.rows; i++) {
        for (int j = 0; j < c.columns; j++) {
          assertThat(array.weight(i, j)).as("seed %d", seed).isEqualTo(singles.weight(i, j));
        }
      }
    }
    assertThat(withPulses).isGreaterThan(CASES);
    assertThat(without).isGreaterThan(CASES);
  }

  /** Who does not rest is updated vector by vector, several times slower in a convolution. */
  @Test
  void devicesRestUnlessTheyChangeWithoutPulses() {
    for (String kind : Devices.names()) {
      if (!NOT_ASKED.contains(kind)) {
        assertThat(rests(TestDevices.spread(kind))).as(kind).isTrue();
      }
    }
    assertThat(rests(TestDevices.spread("soft-bounds", "halfSelect: 0.2"))).isTrue();
    assertThat(rests(TestDevices.spread("soft-bounds", "decayPerUpdate: 0.1"))).isFalse();
    assertThat(rests(TestDevices.spread("soft-bounds", "diffusionPerUpdate: 0.1"))).isFalse();
    assertThat(rests(TestDevices.spread("differential-pair", "refreshUpdates: 7"))).isFalse();
    String[] disturbedPair = {"refreshUpdates: 7", "halfSelect: 0.2"};
    assertThat(rests(TestDevices.spread("differential-pair", disturbedPair))).isFalse();
  }

  private static boolean rests(DeviceSpec spec) {
    CrossPoints crossPoints = new CrossPoints(2, 2, WeightLayout.ROW_MAJOR);
    DeviceModel device =
        Devices.create(spec, crossPoints, new DeviceKey(1, 0), Kernels.of("scalar"));
    return ((PulsedDevice) device).restsWithoutPulses();
  }

  @Test
  void bothKernelsGiveTheSameBits() {
    for (int seed = 1; seed <= CASES; seed++) {
      assertThat(read(new Case(seed, "vector")))
          .as("seed %d", seed)
          .isEqualTo(read(new Case(seed, "scalar")));
    }
  }

  private static int[] read(Case c) {
    float[] y = new float[c.rows * c.stride];
    BurstOutcome burst = new BurstOutcome();
    c.array().readForwardBurst(c.x, 0, y, 0, c.stride, c.count, FIRST_CYCLE, MOST_RETRIES, burst);
    int[] bits = new int[y.length + 1];
    for (int i = 0; i < y.length; i++) {
      bits[i] = i % c.stride < c.count ? Float.floatToRawIntBits(y[i]) : 0;
    }
    bits[y.length] = (int) burst.inputOnSteps;
    return bits;
  }
}
