package org.rpusim.chip.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/** Stochastic rounding, and counting of what is clipped. */
final class VectorRounding {
  private VectorRounding() {}

  static int countAbove(float[] v, int n, float limit) {
    int count = 0;
    for (int i = 0; i < n; i += Lanes.COUNT) {
      FloatVector a = FloatVector.fromArray(Lanes.FLOATS, v, i).abs();
      count += a.compare(VectorOperators.GT, limit).trueCount();
    }
    return count;
  }

  static int convertInputs(float[] v, int n, float scale, int levels, int[] words) {
    FloatVector one = FloatVector.broadcast(Lanes.FLOATS, 1f);
    FloatVector minusOne = FloatVector.broadcast(Lanes.FLOATS, -1f);
    IntVector sum = IntVector.zero(Lanes.INTS);
    float step = 1f / levels;
    for (int i = 0; i < n; i += Lanes.COUNT) {
      FloatVector a = FloatVector.fromArray(Lanes.FLOATS, v, i).mul(scale);
      a = a.blend(one, a.compare(VectorOperators.GT, one));
      a = a.blend(minusOne, a.compare(VectorOperators.LT, minusOne));
      FloatVector k = LaneRounding.round(a.mul(levels), words, i);
      IntVector bits = k.add(Functions.MAGIC).reinterpretAsInts();
      sum = sum.add(bits.sub(Functions.MAGIC_BITS).abs());
      k.mul(step).intoArray(v, i);
    }
    return sum.reduceLanes(VectorOperators.ADD);
  }

  static void roundOutputs(float[] z, int n, float bound, int levels, int[] words) {
    float toLevels = levels / bound;
    float step = bound / levels;
    FloatVector most = FloatVector.broadcast(Lanes.FLOATS, levels);
    FloatVector least = FloatVector.broadcast(Lanes.FLOATS, -levels);
    for (int i = 0; i < n; i += Lanes.COUNT) {
      FloatVector t = FloatVector.fromArray(Lanes.FLOATS, z, i).mul(toLevels);
      FloatVector k = LaneRounding.round(t, words, i);
      k = k.blend(most, k.compare(VectorOperators.GT, most));
      k = k.blend(least, k.compare(VectorOperators.LT, least));
      k.mul(step).intoArray(z, i);
    }
  }
}
