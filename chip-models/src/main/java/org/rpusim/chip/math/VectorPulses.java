package org.rpusim.chip.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Pulse trains. */
final class VectorPulses {
  private static final int HALF_MASK = (1 << Lanes.COUNT) - 1;

  private VectorPulses() {}

  static int thresholds(
      float[] v, int n, float gain, int[] thresholds, int[] blocks, int[] negatives) {
    FloatVector one = FloatVector.broadcast(Lanes.FLOATS, 1f);
    int count = 0;
    for (int block = 0; block < n; block += Kernels.BLOCK) {
      long nonZero = 0;
      long negative = 0;
      for (int lane = 0; lane < Kernels.BLOCK; lane += Lanes.COUNT) {
        FloatVector a = FloatVector.fromArray(Lanes.FLOATS, v, block + lane);
        nonZero |= a.compare(VectorOperators.NE, 0f).toLong();
        negative |= a.compare(VectorOperators.LT, 0f).toLong() << lane;
        FloatVector p = a.abs().mul(gain);
        p = p.blend(one, p.compare(VectorOperators.GT, one));
        VectorMask<Integer> below = p.compare(VectorOperators.LT, one).cast(Lanes.INTS);
        IntVector t = (IntVector) p.mul(0x1p31f).convertShape(VectorOperators.F2I, Lanes.INTS, 0);
        t.sub(1, below).intoArray(thresholds, block + lane);
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
