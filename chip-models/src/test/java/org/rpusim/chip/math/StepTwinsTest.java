package org.rpusim.chip.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rpusim.chip.math.RandomCases.assertSameBits;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Trains and steps on random shapes and values: the same bits in both forms of the kernels, from
 * lists as from blocks, and in both layouts of the weights.
 */
class StepTwinsTest {
  private static final int CASES = 200;
  private static final int BASE = Kernels.BASE;
  private static final int DISTANCE = 3;

  private final Kernels scalar = Kernels.of("scalar");
  private final Kernels vector = Kernels.of("vector");
  private RandomCases random = new RandomCases(0);

  @BeforeEach
  void restart() {
    random = new RandomCases(20260101);
  }

  private Trains[] trains(int n, int slots, long live) {
    float[] v = random.values(n, 0.5f);
    long base = random.word();
    Trains[] both = {new Trains(n, slots), new Trains(n, slots)};
    both[0].draw(scalar, v, 0.8f, base, slots, live);
    both[1].draw(vector, v, 0.8f, base, slots, live);
    return both;
  }

  @Test
  void trainsGiveTheSameBits() {
    for (int c = 0; c < CASES; c++) {
      int n = Kernels.padded(random.between(1, 300));
      int slots = random.between(1, 64);
      Trains[] both = trains(n, slots, random.word());
      int count = both[0].count();
      assertThat(both[1].count()).isEqualTo(count);
      assertThat(Arrays.copyOf(both[1].blocks, count))
          .isEqualTo(Arrays.copyOf(both[0].blocks, count));
      assertThat(Arrays.copyOf(both[1].negatives, count))
          .isEqualTo(Arrays.copyOf(both[0].negatives, count));
      assertThat(both[1].masks).isEqualTo(both[0].masks);
    }
  }

  @Test
  void oneSlotGivesTheSameBitsInEveryWay() {
    for (int c = 0; c < CASES; c++) {
      int n = Kernels.padded(random.between(1, 300));
      int slots = random.between(1, 64);
      Trains trains = trains(n, slots, -1)[c % 2];
      int slot = random.between(0, slots - 1);
      StepTable table = table(n + BASE);
      float[] start = weights(n, table);
      float[] noise = random.values(n + 2 + Kernels.BLOCK, 0f);
      boolean falling = c % 3 == 0;
      float[][] results = new float[6][];
      for (int i = 0; i < 2; i++) {
        StepKernels kernels = (i == 0 ? scalar : vector).steps();
        StepBuffer buffer = new StepBuffer(n);
        results[i] = start.clone();
        kernels.slot(results[i], table, BASE, falling, trains, slot, noise, 2, buffer);
        for (int distance = 1; distance <= DISTANCE; distance += DISTANCE - 1) {
          LineLists lists = new LineLists(n);
          lists.keep(kernels.list(trains, 0, distance, lists)); // the next begins behind this one
          int first = lists.end();
          int count = kernels.list(trains, slot, distance, lists);
          float[] w = apart(start, n, distance);
          StepList steps = new StepList(n);
          kernels.append(lists, first, count, 1, BASE, falling, noise, 2, steps);
          kernels.step(w, table, steps, buffer);
          results[2 + 2 * (distance / DISTANCE) + i] = together(w, n, distance);
        }
      }
      for (float[] result : results) {
        assertSameBits(results[0], result);
      }
    }
  }

  @Test
  void mergedSlotsGiveTheSameBitsInEveryWay() {
    for (int c = 0; c < CASES; c++) {
      int n = Kernels.padded(random.between(1, 300));
      int slots = random.between(1, 64);
      long live = random.word() | 1;
      Trains trains = trains(n, slots, live)[c % 2];
      int plane = slots > StepKernels.PLANE ? c % 2 * StepKernels.PLANE : 0;
      int[][] bits = new int[2][n];
      scalar.steps().lineBits(trains, live, plane, bits[0]);
      vector.steps().lineBits(trains, live, plane, bits[1]);
      assertThat(bits[1]).isEqualTo(bits[0]);
      int on = 0;
      while (Integer.bitCount(on) < random.between(1, StepKernels.MERGED)) {
        on |= 1 << random.between(0, 31);
      }
      StepTable table = table(n + BASE);
      float[] start = weights(n, table);
      float[] noise = random.values(n + 2 + Kernels.BLOCK, 0f);
      float[][] results = new float[4][];
      int[] devices = new int[4];
      for (int i = 0; i < 2; i++) {
        StepKernels kernels = (i == 0 ? scalar : vector).steps();
        StepBuffer buffer = new StepBuffer(n);
        boolean falling = c % 3 == 0;
        results[i] = start.clone();
        devices[i] =
            kernels.merged(results[i], table, BASE, falling, trains, bits[0], on, noise, 2, buffer);
        StepList steps = new StepList(n);
        devices[2 + i] =
            kernels.appendMerged(trains, bits[0], on, DISTANCE, 1, BASE, falling, noise, 2, steps);
        float[] w = apart(start, n, DISTANCE);
        kernels.step(w, table, steps, buffer);
        results[2 + i] = together(w, n, DISTANCE);
      }
      for (int i = 1; i < 4; i++) {
        assertThat(devices[i]).isEqualTo(devices[0]);
        assertSameBits(results[0], results[i]);
      }
    }
  }

  @Test
  void equalStepsOfIdealDevicesGiveTheSameBits() {
    for (int c = 0; c < CASES; c++) {
      int n = Kernels.padded(random.between(1, 300));
      int[] entries = new int[n / Kernels.BLOCK];
      for (int k = 0; k < entries.length; k++) {
        entries[k] = k << 16 | random.between(0, 0xFFFF);
      }
      float[] a = random.values(n + BASE, 0f);
      float[] b = a.clone();
      scalar.uniformStep(a, -0.001f, BASE, entries, 0, entries.length);
      vector.uniformStep(b, -0.001f, BASE, entries, 0, entries.length);
      assertSameBits(a, b);
    }
  }

  /** Weights within their bounds, as arrays keep them. */
  private float[] weights(int n, StepTable table) {
    float[] w = random.values(n + BASE, 0f);
    for (int i = 0; i < w.length; i++) {
      w[i] = i < BASE ? 0f : table.clip(i, w[i]);
    }
    return w;
  }

  /** The row's weights with others between them, from place 1. */
  private static float[] apart(float[] row, int n, int distance) {
    float[] w = new float[1 + n * distance];
    for (int i = 0; i < n; i++) {
      w[1 + i * distance] = row[BASE + i];
    }
    return w;
  }

  private static float[] together(float[] w, int n, int distance) {
    float[] row = new float[BASE + n];
    for (int i = 0; i < n; i++) {
      row[BASE + i] = w[1 + i * distance];
    }
    return row;
  }

  private StepTable table(int devices) {
    float[] up = random.values(devices, 0.05f);
    float[] down = random.values(devices, 0.05f);
    float[] upper = random.values(devices, 0f);
    float[] lower = random.values(devices, 0f);
    for (int i = 0; i < devices; i++) {
      up[i] = Math.abs(up[i]);
      down[i] = -Math.abs(down[i]);
      upper[i] = Math.abs(upper[i]);
      lower[i] = i % 7 == 0 ? upper[i] : -Math.abs(lower[i]); // some are stuck
    }
    return new StepTable(up, down, lower, upper, 0.3f);
  }
}
