package org.rpusim.chip.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rpusim.chip.math.RandomCases.assertSameBits;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
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
  void pulsesAreCountedAndListedAlike() {
    for (int c = 0; c < CASES; c++) {
      int n = Kernels.padded(random.between(1, 300));
      int slots = random.between(1, 64);
      Trains trains = trains(n, slots, -1)[0];
      int[][] bits = StepKernels.planes(n, slots);
      trains.lineBits(scalar, -1, bits);
      PulsedLines[] both = {new PulsedLines(n, slots), new PulsedLines(n, slots)};
      for (int i = 0; i < 2; i++) {
        StepKernels kernels = (i == 0 ? scalar : vector).steps();
        kernels.listPulsed(trains, bits, both[i]);
        int[] pulses = new int[slots + Kernels.BLOCK];
        kernels.countPulses(trains, pulses);
        for (int slot = 0; slot < slots; slot++) {
          int s = slot;
          long on = IntStream.range(0, both[i].count()).filter(has(both[i], s)).count();
          assertThat(pulses[slot]).isEqualTo((int) on);
        }
      }
      assertThat(both[1].count()).isEqualTo(both[0].count());
      for (int k = 0; k < both[0].count(); k++) {
        assertThat(both[1].line(k)).isEqualTo(both[0].line(k));
        assertThat(both[1].slots(k)).isEqualTo(both[0].slots(k)).isNotZero();
        assertThat(both[1].negative(k)).isEqualTo(both[0].negative(k));
      }
      for (int plane = 0; plane < bits.length; plane++) {
        assertThat(vector.steps().slotsOfSingles(both[1], plane))
            .isEqualTo(scalar.steps().slotsOfSingles(both[0], plane));
      }
    }
  }

  private static IntPredicate has(PulsedLines pulsed, int slot) {
    return k -> (pulsed.slots(k) >>> slot & 1) != 0;
  }

  @Test
  void oneSlotGivesTheSameBitsInEveryWay() {
    for (int c = 0; c < CASES; c++) {
      int n = Kernels.padded(random.between(1, 300));
      int slots = random.between(1, 64);
      Trains trains = trains(n, slots, -1)[c % 2];
      int slot = random.between(0, slots - 1);
      checkRow(trains, n, 1L << slot, c % 3 == 0);
    }
  }

  @Test
  void mergedSlotsGiveTheSameBitsInEveryWay() {
    for (int c = 0; c < CASES; c++) {
      int n = Kernels.padded(random.between(1, 300));
      int slots = random.between(1, 64);
      Trains trains = trains(n, slots, -1)[c % 2];
      int plane = slots > StepKernels.PLANE ? c % 2 : 0;
      long on = 0;
      while (Long.bitCount(on) < random.between(1, StepKernels.MERGED)) {
        on |= 1L << (plane * StepKernels.PLANE + random.between(0, Math.min(slots, 32) - 1));
        on &= -1L >>> (64 - slots);
      }
      checkRow(trains, n, on, c % 3 == 0);
    }
  }

  /** One row, block by block and from a list, scalar and vector, row-major and input-major. */
  private void checkRow(Trains trains, int n, long on, boolean falling) {
    int plane = on >>> StepKernels.PLANE == 0 ? 0 : 1;
    int slots = (int) (on >>> (plane * StepKernels.PLANE));
    PulsedLines row = row(on, falling);
    StepTable table = table(n + BASE);
    float[] start = weights(n, table);
    float[] noise = random.values(n + 2 + 2 * Kernels.BLOCK, 0f);
    float[][] results = new float[7][];
    for (int i = 0; i < 2; i++) {
      StepKernels kernels = (i == 0 ? scalar : vector).steps();
      StepBuffer buffer = new StepBuffer(n);
      LineLists lists = lists(kernels, trains, n, row, plane);
      results[i] = start.clone();
      int devices =
          kernels.merged(
              results[i], table, BASE, falling, trains, lists.bits(), slots, noise, 2, buffer);
      for (int distance = 0; distance <= DISTANCE; distance += DISTANCE) {
        boolean inputMajor = distance > 0;
        StepList steps = new StepList(n, n);
        steps.start(distance);
        assertThat(kernels.append(row, 0, plane, devices - 1, lists, steps)).isEqualTo(0);
        assertThat(kernels.append(row, 0, plane, Integer.MAX_VALUE, lists, steps)).isEqualTo(1);
        assertThat(steps.count()).isEqualTo(devices);
        float[] w = inputMajor ? apart(start, n) : start.clone();
        kernels.step(w, inputMajor, table, steps, noise, 2, buffer);
        if (!inputMajor) {
          assertThat(w[0]).isEqualTo(0f);
        }
        results[2 + i + (inputMajor ? 2 : 0)] = inputMajor ? together(w, n) : w;
        if (inputMajor && i == 1) {
          float[] copy = apart(start, n);
          kernels.mirror(results[0], copy, steps, buffer);
          results[6] = together(copy, n);
        }
      }
    }
    for (float[] result : results) {
      assertSameBits(results[0], result);
    }
  }

  private static PulsedLines row(long on, boolean falling) {
    PulsedLines row = new PulsedLines(1, 64);
    row.slots[0][0] = (int) on;
    row.slots[1][0] = (int) (on >>> StepKernels.PLANE);
    row.signs[0] = falling ? Integer.MIN_VALUE : 0;
    row.count = 1;
    return row;
  }

  private static LineLists lists(
      StepKernels kernels, Trains trains, int n, PulsedLines row, int plane) {
    LineLists lists = new LineLists(n);
    int[] pulses = new int[trains.slots() + Kernels.BLOCK];
    kernels.countPulses(trains, pulses);
    lists.start(trains, pulses);
    kernels.list(0, DISTANCE, lists); // others begin behind this one
    lists.make(kernels, row, -1, plane, DISTANCE);
    kernels.lineBits(trains, -1, plane * StepKernels.PLANE, lists.bits());
    return lists;
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

  /** The row's weights with others between them, behind the place that is no device's. */
  private static float[] apart(float[] row, int n) {
    float[] w = new float[BASE + n * DISTANCE];
    for (int i = 0; i < n; i++) {
      w[BASE + i * DISTANCE] = row[BASE + i];
    }
    return w;
  }

  private static float[] together(float[] w, int n) {
    float[] row = new float[BASE + n];
    for (int i = 0; i < n; i++) {
      row[BASE + i] = w[BASE + i * DISTANCE];
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
    for (float[] property : new float[][] {up, down, lower, upper}) {
      Arrays.fill(property, 0, BASE, 0f); // no device, as in arrays
    }
    return new StepTable(up, down, lower, upper, 0.3f);
  }
}
