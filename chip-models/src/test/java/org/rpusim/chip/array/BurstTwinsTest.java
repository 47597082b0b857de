package org.rpusim.chip.array;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpusim.chip.device.WeightLayout;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.RandomCases;
import org.rpusim.chip.spec.DeviceSpec;
import org.rpusim.chip.spec.ManagementSpec.NoiseManagement;

/** Bursts give bit for bit what single reads and updates give, on both kernels. */
class BurstTwinsTest {
  private static final int CASES = 60;
  private static final int MOST_RETRIES = 3;
  private static final long FIRST_CYCLE = 1_000;

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
      DeviceSpec device = seed % 4 == 0 ? TestArrays.IDEAL : TestArrays.BASELINE;
      setup = new TestArrays(seed % 7 == 0 ? TestArrays.EXACT : device);
      setup.layout = random.between(0, 3) > 0 ? WeightLayout.BOTH : WeightLayout.ROW_MAJOR;
      setup.outputBound = random.between(0, 1) == 0 ? 0.5 : 12;
      setup.noiseManagement =
          random.between(0, 3) == 0 ? NoiseManagement.OFF : NoiseManagement.ABS_MAX;
      setup.seed = seed;
      setup.kernels = Kernels.of(kernels);
      if (seed % 5 == 0) {
        setup.unlimited();
      }
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

  @ParameterizedTest
  @ValueSource(strings = {"scalar", "vector"})
  void updatesAreThoseOfSingleVectorsInTheirOrder(String kernels) {
    for (int seed = 1; seed <= CASES; seed++) {
      Case c = new Case(seed, kernels);
      CrossbarArray array = c.array();
      CrossbarArray singles = c.array();
      UpdateOutcome sum = new UpdateOutcome();
      UpdateOutcome one = new UpdateOutcome();
      array.updateBurst(c.x, 2, c.d, 1, c.stride, c.count, 0.02f, FIRST_CYCLE, sum);
      long coincidences = 0;
      long rowPulses = 0;
      float[] x = new float[c.columns];
      float[] d = new float[c.rows];
      for (int v = 0; v < c.count; v++) {
        for (int j = 0; j < c.columns; j++) {
          x[j] = c.x[(2 + j) * c.stride + v];
        }
        for (int i = 0; i < c.rows; i++) {
          d[i] = c.d[(1 + i) * c.stride + v];
        }
        singles.update(x, 0, d, 0, 0.02f, FIRST_CYCLE + v, one);
        coincidences += one.coincidences;
        rowPulses += one.rowPulses;
      }
      assertThat(sum.coincidences).as("seed %d", seed).isEqualTo(coincidences);
      assertThat(sum.rowPulses).as("seed %d", seed).isEqualTo(rowPulses);
      for (int i = 0; i < c.rows; i++) {
        for (int j = 0; j < c.columns; j++) {
          assertThat(array.weight(i, j)).as("seed %d", seed).isEqualTo(singles.weight(i, j));
        }
      }
    }
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
