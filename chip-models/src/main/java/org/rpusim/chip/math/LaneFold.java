package org.rpusim.chip.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/** The fixed tree of a dot product; a part of {@link VectorProducts}, see {@link LaneFunctions}. */
final class LaneFold {
  private static final VectorShuffle<Float> FLIP_8 = flip(8);
  private static final VectorShuffle<Float> FLIP_4 = flip(4);
  private static final VectorShuffle<Float> FLIP_2 = flip(2);
  private static final VectorShuffle<Float> FLIP_1 = flip(1);
  private static final VectorShuffle<Float> EVEN = VectorShuffle.iota(Lanes.FLOATS, 0, 2, true);
  private static final VectorMask<Float> ODD_8 = VectorMask.fromLong(Lanes.FLOATS, 0xFF00);
  private static final VectorMask<Float> ODD_4 = VectorMask.fromLong(Lanes.FLOATS, 0xF0F0);
  private static final VectorMask<Float> ODD_2 = VectorMask.fromLong(Lanes.FLOATS, 0xCCCC);
  private static final VectorMask<Float> FIRST_8 = VectorMask.fromLong(Lanes.FLOATS, 0xFF);

  private LaneFold() {}

  /** Exchanges neighbouring groups of lanes. */
  private static VectorShuffle<Float> flip(int group) {
    return VectorShuffle.fromOp(Lanes.FLOATS, lane -> (lane ^ group) % Lanes.COUNT);
  }

  /** The fixed tree over 16 lanes. */
  static float fold(FloatVector sum) {
    return foldFrom4(sum.add(sum.rearrange(FLIP_8)));
  }

  /** The rest of the tree where 8 sums are left. */
  static float foldFrom4(FloatVector sum) {
    FloatVector a = sum.add(sum.rearrange(FLIP_4));
    FloatVector b = a.add(a.rearrange(FLIP_2));
    return b.add(b.rearrange(FLIP_1)).lane(0);
  }

  /** First level of eight trees at once: two vectors of 16 sums give one of twice 8. */
  static FloatVector from8(FloatVector a, FloatVector b) {
    return a.blend(b, ODD_8).add(b.blend(a, ODD_8).rearrange(FLIP_8));
  }

  /** Second level: four times 4 sums. */
  static FloatVector from4(FloatVector a, FloatVector b) {
    return a.blend(b, ODD_4).add(b.blend(a, ODD_4).rearrange(FLIP_4));
  }

  /** Last levels: the eight sums, stored. */
  static void finish(FloatVector a, FloatVector b, float[] y, int row) {
    FloatVector c = a.blend(b, ODD_2).add(b.blend(a, ODD_2).rearrange(FLIP_2));
    c.add(c.rearrange(FLIP_1)).rearrange(EVEN).intoArray(y, row, FIRST_8);
  }
}
