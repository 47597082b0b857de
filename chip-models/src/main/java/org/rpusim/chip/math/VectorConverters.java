package org.rpusim.chip.math;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Both ends of a read. */
final class VectorConverters {
  private static final IntVector INDEX = IntVector.zero(Lanes.INTS).addIndex(1);

  private VectorConverters() {}

  static float absMax(float[] v, int n) {
    FloatVector max = FloatVector.zero(Lanes.FLOATS);
    for (int i = 0; i < n; i += Lanes.COUNT) {
      FloatVector a = FloatVector.fromArray(Lanes.FLOATS, v, i).abs();
      max = max.blend(a, a.compare(VectorOperators.GT, max));
    }
    return max.reduceLanes(VectorOperators.MAX);
  }

  static int convertInputs(float[] v, int n, float scale, int levels) {
    FloatVector one = FloatVector.broadcast(Lanes.FLOATS, 1f);
    FloatVector minusOne = FloatVector.broadcast(Lanes.FLOATS, -1f);
    FloatVector magic = FloatVector.broadcast(Lanes.FLOATS, Functions.MAGIC);
    FloatVector steps = FloatVector.broadcast(Lanes.FLOATS, levels);
    IntVector sum = IntVector.zero(Lanes.INTS);
    float step = 1f / levels;
    for (int i = 0; i < n; i += Lanes.COUNT) {
      FloatVector a = FloatVector.fromArray(Lanes.FLOATS, v, i).mul(scale);
      a = a.blend(one, a.compare(VectorOperators.GT, one));
      a = a.blend(minusOne, a.compare(VectorOperators.LT, minusOne));
      FloatVector z = a.fma(steps, magic);
      sum = sum.add(z.reinterpretAsInts().sub(Functions.MAGIC_BITS).abs());
      z.sub(magic).mul(step).intoArray(v, i);
    }
    return sum.reduceLanes(VectorOperators.ADD);
  }

  static int scaleInputs(float[] v, int n, float scale) {
    FloatVector one = FloatVector.broadcast(Lanes.FLOATS, 1f);
    FloatVector minusOne = FloatVector.broadcast(Lanes.FLOATS, -1f);
    FloatVector magic = FloatVector.broadcast(Lanes.FLOATS, Functions.MAGIC);
    FloatVector steps = FloatVector.broadcast(Lanes.FLOATS, Kernels.UNLIMITED_STEPS);
    IntVector sum = IntVector.zero(Lanes.INTS);
    for (int i = 0; i < n; i += Lanes.COUNT) {
      FloatVector a = FloatVector.fromArray(Lanes.FLOATS, v, i).mul(scale);
      a = a.blend(one, a.compare(VectorOperators.GT, one));
      a = a.blend(minusOne, a.compare(VectorOperators.LT, minusOne));
      FloatVector z = a.fma(steps, magic);
      sum = sum.add(z.reinterpretAsInts().sub(Functions.MAGIC_BITS).abs());
      a.intoArray(v, i);
    }
    return sum.reduceLanes(VectorOperators.ADD);
  }

  static void scaleBytes(byte[] from, int at, int n, float scale, float[] to) {
    int i = 0;
    for (; i <= n - Lanes.BYTES.length(); i += Lanes.COUNT) {
      Vector<Integer> numbers =
          ByteVector.fromArray(Lanes.BYTES, from, at + i)
              .convertShape(VectorOperators.ZERO_EXTEND_B2I, Lanes.INTS, 0);
      FloatVector floats = (FloatVector) numbers.convert(VectorOperators.I2F, 0);
      floats.mul(scale).intoArray(to, i);
    }
    for (; i < n; i++) {
      to[i] = (from[at + i] & 0xFF) * scale;
    }
  }

  static int nonZero(float[] v, int n, int[] positions) {
    int count = 0;
    for (int i = 0; i < n; i += Lanes.COUNT) {
      FloatVector a = FloatVector.fromArray(Lanes.FLOATS, v, i);
      VectorMask<Integer> on = a.compare(VectorOperators.NE, 0f).cast(Lanes.INTS);
      INDEX.add(i).compress(on).intoArray(positions, count);
      count += on.trueCount();
    }
    return count;
  }

  static int integrate(float[] z, float[] noise, int n, float sigma, float bound) {
    FloatVector sigmas = FloatVector.broadcast(Lanes.FLOATS, sigma);
    FloatVector upper = FloatVector.broadcast(Lanes.FLOATS, bound);
    FloatVector lower = FloatVector.broadcast(Lanes.FLOATS, -bound);
    int saturated = 0;
    for (int i = 0; i < n; i += Lanes.COUNT) {
      FloatVector a = FloatVector.fromArray(Lanes.FLOATS, noise, i);
      a = a.fma(sigmas, FloatVector.fromArray(Lanes.FLOATS, z, i));
      VectorMask<Float> high = a.compare(VectorOperators.GE, upper);
      VectorMask<Float> low = a.compare(VectorOperators.LE, lower);
      saturated += high.or(low).trueCount();
      a.blend(upper, high).blend(lower, low).intoArray(z, i);
    }
    return saturated;
  }

  static void round(float[] z, int n, float toLevels, float step) {
    FloatVector magic = FloatVector.broadcast(Lanes.FLOATS, Functions.MAGIC);
    FloatVector factor = FloatVector.broadcast(Lanes.FLOATS, toLevels);
    for (int i = 0; i < n; i += Lanes.COUNT) {
      FloatVector a = FloatVector.fromArray(Lanes.FLOATS, z, i);
      a.fma(factor, magic).sub(magic).mul(step).intoArray(z, i);
    }
  }

  static void scale(float[] z, int n, float factor) {
    for (int i = 0; i < n; i += Lanes.COUNT) {
      FloatVector.fromArray(Lanes.FLOATS, z, i).mul(factor).intoArray(z, i);
    }
  }
}
