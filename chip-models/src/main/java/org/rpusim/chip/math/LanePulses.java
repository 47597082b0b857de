package org.rpusim.chip.math;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Draws of one block and slot; a part of {@link VectorPulses}, see {@link LaneFunctions}. */
final class LanePulses {
  private static final long HALF_STEP = Lanes.COUNT / 2 * Streams.GAMMA;

  private LanePulses() {}

  static int mask(long state, int[] thresholds, int line) {
    int mask = below(state, thresholds, line);
    if (Lanes.COUNT < Kernels.BLOCK) {
      mask |= below(state + HALF_STEP, thresholds, line + Lanes.COUNT) << Lanes.COUNT;
    }
    return mask;
  }

  private static int below(long state, int[] thresholds, int line) {
    IntVector words = LaneFunctions.mix(state).reinterpretAsInts();
    IntVector limits = IntVector.fromArray(Lanes.INTS, thresholds, line);
    VectorMask<Integer> on =
        words.lanewise(VectorOperators.LSHR, 1).compare(VectorOperators.LE, limits);
    return (int) on.toLong();
  }
}
