package org.rpusim.chip.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Outputs of one line; a part of {@link VectorBursts}, see {@link LaneFunctions}. */
final class LaneBursts {
  private LaneBursts() {}

  static void convert(
      float[] y,
      int at,
      FloatVector noise,
      BurstKernels.Periphery periphery,
      FloatVector scale,
      int[] saturated,
      int p) {
    FloatVector upper = FloatVector.broadcast(Lanes.FLOATS, periphery.bound());
    FloatVector lower = upper.neg();
    FloatVector a = noise.fma(
        FloatVector.broadcast(Lanes.FLOATS, periphery.sigma()),
        FloatVector.fromArray(Lanes.FLOATS, y, at));
    VectorMask<Float> high = a.compare(VectorOperators.GE, upper);
    VectorMask<Float> low = a.compare(VectorOperators.LE, lower);
    VectorMask<Float> read = scale.compare(VectorOperators.NE, 0f);
    VectorMask<Float> out = high.or(low).and(read);
    if (out.anyTrue()) {
      count(out.toLong(), saturated, p);
    }
    a = a.blend(upper, high).blend(lower, low);
    if (periphery.levels() != 0) {
      FloatVector magic = FloatVector.broadcast(Lanes.FLOATS, Functions.MAGIC);
      float toLevels = periphery.levels() / periphery.bound();
      float step = periphery.bound() / periphery.levels();
      a = a.fma(FloatVector.broadcast(Lanes.FLOATS, toLevels), magic).sub(magic).mul(step);
    }
    FloatVector.zero(Lanes.FLOATS).blend(a.mul(scale), read).intoArray(y, at);
  }

  private static void count(long lanes, int[] saturated, int p) {
    for (long bits = lanes; bits != 0; bits &= bits - 1) {
      saturated[p + Long.numberOfTrailingZeros(bits)]++;
    }
  }
}
