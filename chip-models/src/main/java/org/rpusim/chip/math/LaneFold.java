package org.rpusim.chip.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;

/** The fixed tree of a dot product; a part of {@link VectorProducts}, see {@link LaneFunctions}. */
final class LaneFold {
  private static final VectorShuffle<Float> BY_8 = rotation(8);
  private static final VectorShuffle<Float> BY_4 = rotation(4);
  private static final VectorShuffle<Float> BY_2 = rotation(2);
  private static final VectorShuffle<Float> BY_1 = rotation(1);

  private LaneFold() {}

  private static VectorShuffle<Float> rotation(int by) {
    return VectorShuffle.iota(Lanes.FLOATS, by % Lanes.COUNT, 1, true);
  }

  /** The fixed tree over 16 lanes. */
  static float fold(FloatVector sum) {
    return foldFrom4(sum.add(sum.rearrange(BY_8)));
  }

  static float foldFrom4(FloatVector sum) {
    FloatVector a = sum.add(sum.rearrange(BY_4));
    FloatVector b = a.add(a.rearrange(BY_2));
    return b.add(b.rearrange(BY_1)).lane(0);
  }
}
