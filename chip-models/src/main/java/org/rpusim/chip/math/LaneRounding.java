package org.rpusim.chip.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/** Rounding of one vector; a part of {@link VectorRounding}, see {@link LaneFunctions}. */
final class LaneRounding {
  private LaneRounding() {}

  static FloatVector round(FloatVector t, int[] words, int at) {
    FloatVector nearest = t.add(Functions.MAGIC).sub(Functions.MAGIC);
    FloatVector rest = t.sub(nearest);
    IntVector word = IntVector.fromArray(Lanes.INTS, words, at);
    FloatVector uniform = LaneFunctions.toFloat(word.lanewise(VectorOperators.LSHR, 8));
    uniform = uniform.mul(0x1p-24f);
    FloatVector above = nearest.add(1f);
    FloatVector other = above.blend(nearest.sub(1f), rest.compare(VectorOperators.LT, 0f));
    return nearest.blend(other, uniform.compare(VectorOperators.LT, rest.abs()));
  }
}
