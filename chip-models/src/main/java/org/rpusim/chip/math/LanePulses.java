package org.rpusim.chip.math;

import jdk.incubator.vector.FloatVector;
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

  /** Thresholds of {@link ScalarPulses#threshold}. */
  static IntVector thresholds(FloatVector values, FloatVector gains) {
    FloatVector one = FloatVector.broadcast(Lanes.FLOATS, 1f);
    FloatVector p = values.abs().mul(gains);
    p = p.blend(one, p.compare(VectorOperators.GT, one));
    VectorMask<Integer> below = p.compare(VectorOperators.LT, one).cast(Lanes.INTS);
    IntVector t = (IntVector) p.mul(0x1p31f).convertShape(VectorOperators.F2I, Lanes.INTS, 0);
    return t.sub(1, below);
  }

  /** Words that are not above their limits, a bit each. */
  static long on(IntVector words, IntVector limits) {
    VectorMask<Integer> on =
        words.lanewise(VectorOperators.LSHR, 1).compare(VectorOperators.LE, limits);
    return on.toLong();
  }

  private static int below(long state, int[] thresholds, int line) {
    IntVector words = LaneFunctions.mix(state).reinterpretAsInts();
    return (int) on(words, IntVector.fromArray(Lanes.INTS, thresholds, line));
  }
}
