package org.rpusim.chip.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Pulse trains. */
final class VectorPulses {
  private static final int HALF_MASK = (1 << Lanes.COUNT) - 1;

  private VectorPulses() {}

  static int thresholds(
      float[] v, int n, float gain, int[] thresholds, int[] blocks, int[] negatives) {
    FloatVector gains = FloatVector.broadcast(Lanes.FLOATS, gain);
    int count = 0;
    for (int block = 0; block < n; block += Kernels.BLOCK) {
      long nonZero = 0;
      long negative = 0;
      for (int lane = 0; lane < Kernels.BLOCK; lane += Lanes.COUNT) {
        FloatVector a = FloatVector.fromArray(Lanes.FLOATS, v, block + lane);
        nonZero |= a.compare(VectorOperators.NE, 0f).toLong();
        negative |= a.compare(VectorOperators.LT, 0f).toLong() << lane;
        LanePulses.thresholds(a, gains).intoArray(thresholds, block + lane);
      }
      blocks[count] = block / Kernels.BLOCK;
      negatives[count] = (int) negative;
      count += nonZero != 0 ? 1 : 0;
    }
    return count;
  }

  static void masks(
      long base, int[] thresholds, int[] blocks, int count, int slots, long live, int[] masks) {
    for (int k = 0; k < count; k++) {
      int line = blocks[k] * Kernels.BLOCK;
      long firstWord = (long) blocks[k] * slots * (Kernels.BLOCK / 2);
      for (int slot = 0; slot < slots; slot++) {
        if ((live >>> slot & 1) != 0) {
          long word = firstWord + slot * (Kernels.BLOCK / 2L);
          masks[k * slots + slot] = LanePulses.mask(base + word * Streams.GAMMA, thresholds, line);
        }
      }
    }
  }

  /**
   * Words of the only slot of {@link Lanes#COUNT} vectors side by side, of an even number of lines.
   *
   * @param even place of the streams of those with even numbers, see {@link VectorBursts}
   * @param odd the same for odd numbers
   */
  static void words(int[] words, int lines, long[] bases, int even, int odd) {
    LongVector evens = LongVector.fromArray(Lanes.LONGS, bases, even);
    LongVector odds = LongVector.fromArray(Lanes.LONGS, bases, odd);
    for (int line = 0; line < lines; line += 2) {
      evens = evens.add(Streams.GAMMA);
      odds = odds.add(Streams.GAMMA);
      LongVector a = LaneFunctions.mix(evens);
      LongVector b = LaneFunctions.mix(odds);
      int at = line * Lanes.COUNT;
      LaneFunctions.lowHalves(a, b).reinterpretAsInts().intoArray(words, at);
      LaneFunctions.highHalves(a, b).reinterpretAsInts().intoArray(words, at + Lanes.COUNT);
    }
  }

  /**
   * Which of those vectors have a pulse, a bit each.
   *
   * @param at place of the first line of the first of them
   * @param p its number
   */
  static long pulsed(float[] d, int at, int lines, int stride, float[] gains, int p, int[] words) {
    FloatVector gain = FloatVector.fromArray(Lanes.FLOATS, gains, p);
    long on = 0;
    int i = at;
    for (int line = 0; line < lines; line++) {
      FloatVector values = FloatVector.fromArray(Lanes.FLOATS, d, i);
      IntVector word = IntVector.fromArray(Lanes.INTS, words, line * Lanes.COUNT);
      on |= LanePulses.on(word, LanePulses.thresholds(values, gain));
      i += stride;
    }
    return on;
  }

  static void uniformStep(float[] w, float step, int offset, int[] entries, int from, int to) {
    for (int e = from; e < to; e++) {
      int block = offset + (entries[e] >>> 16) * Kernels.BLOCK;
      int bits = entries[e] & 0xFFFF;
      for (int lane = 0; lane < Kernels.BLOCK; lane += Lanes.COUNT) {
        VectorMask<Float> hit = VectorMask.fromLong(Lanes.FLOATS, bits >>> lane & HALF_MASK);
        FloatVector old = FloatVector.fromArray(Lanes.FLOATS, w, block + lane);
        old.add(step, hit).intoArray(w, block + lane);
      }
    }
  }
}
