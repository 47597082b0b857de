package org.rpusim.chip.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** {@link Functions} over vectors, operation by operation; tails take the scalar functions. */
final class VectorFunctions {
  private VectorFunctions() {}

  private static FloatVector constant(float value) {
    return FloatVector.broadcast(Lanes.FLOATS, value);
  }

  /** {@link Functions#exp}. */
  static FloatVector exp(FloatVector x) {
    FloatVector most = constant(Functions.EXP_MAX);
    FloatVector least = constant(Functions.EXP_MIN);
    FloatVector c = x.blend(most, x.compare(VectorOperators.GT, most));
    c = c.blend(least, c.compare(VectorOperators.LT, least));
    FloatVector magic = constant(Functions.MAGIC);
    FloatVector z = c.fma(constant(Functions.LOG2_E), magic);
    FloatVector k = z.sub(magic);
    FloatVector r = k.fma(constant(-Functions.LN2_HIGH), c);
    r = k.fma(constant(-Functions.LN2_LOW), r);
    FloatVector p = constant(Functions.EXP6).fma(r, constant(Functions.EXP5));
    p = p.fma(r, constant(Functions.EXP4));
    p = p.fma(r, constant(Functions.EXP3));
    p = p.fma(r, constant(Functions.EXP2));
    FloatVector e = r.mul(r).fma(p, r).add(1f);
    IntVector n = z.reinterpretAsInts().sub(Functions.MAGIC_BITS);
    IntVector half = n.lanewise(VectorOperators.ASHR, 1);
    return e.mul(powerOfTwo(half)).mul(powerOfTwo(n.sub(half)));
  }

  private static FloatVector powerOfTwo(IntVector n) {
    return n.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
  }

  /** {@link Functions#ln}. */
  static FloatVector ln(FloatVector x) {
    IntVector bits = x.reinterpretAsInts().sub(Functions.SQRT_HALF_BITS);
    IntVector exponent = bits.lanewise(VectorOperators.ASHR, 23);
    FloatVector k = (FloatVector) exponent.convertShape(VectorOperators.I2F, Lanes.FLOATS, 0);
    IntVector mantissa = bits.and(0x7FFFFF).add(Functions.SQRT_HALF_BITS);
    FloatVector f = mantissa.reinterpretAsFloats().sub(1f);
    FloatVector p = constant(Functions.LN10).fma(f, constant(Functions.LN9));
    p = p.fma(f, constant(Functions.LN8));
    p = p.fma(f, constant(Functions.LN7));
    p = p.fma(f, constant(Functions.LN6));
    p = p.fma(f, constant(Functions.LN5));
    p = p.fma(f, constant(Functions.LN4));
    p = p.fma(f, constant(Functions.LN3));
    FloatVector f2 = f.mul(f);
    FloatVector t = f2.mul(f).fma(p, k.mul(Functions.LN2_LOW));
    t = f2.fma(constant(-0.5f), t);
    return k.fma(constant(Functions.LN2_HIGH), t.add(f));
  }

  static void exp(float[] v, int offset, int n) {
    int i = offset;
    for (; i <= offset + n - Lanes.COUNT; i += Lanes.COUNT) {
      exp(FloatVector.fromArray(Lanes.FLOATS, v, i)).intoArray(v, i);
    }
    for (; i < offset + n; i++) {
      v[i] = Functions.exp(v[i]);
    }
  }

  static void ln(float[] v, int offset, int n) {
    int i = offset;
    for (; i <= offset + n - Lanes.COUNT; i += Lanes.COUNT) {
      ln(FloatVector.fromArray(Lanes.FLOATS, v, i)).intoArray(v, i);
    }
    for (; i < offset + n; i++) {
      v[i] = Functions.ln(v[i]);
    }
  }

  static void sigmoid(float[] v, int offset, int n) {
    FloatVector one = constant(1f);
    int i = offset;
    for (; i <= offset + n - Lanes.COUNT; i += Lanes.COUNT) {
      FloatVector e = exp(FloatVector.fromArray(Lanes.FLOATS, v, i).neg());
      one.div(e.add(one)).intoArray(v, i);
    }
    for (; i < offset + n; i++) {
      v[i] = Functions.sigmoid(v[i]);
    }
  }

  static void tanh(float[] v, int offset, int n) {
    int i = offset;
    for (; i <= offset + n - Lanes.COUNT; i += Lanes.COUNT) {
      FloatVector x = FloatVector.fromArray(Lanes.FLOATS, v, i);
      FloatVector a = x.abs();
      FloatVector large = constant(1f).sub(constant(2f).div(exp(a.add(a)).add(1f)));
      VectorMask<Float> negative = x.compare(VectorOperators.LT, 0f);
      large = large.blend(large.neg(), negative);
      VectorMask<Float> small = a.compare(VectorOperators.LT, Functions.TANH_SMALL);
      large.blend(smallTanh(x), small).intoArray(v, i);
    }
    for (; i < offset + n; i++) {
      v[i] = Functions.tanh(v[i]);
    }
  }

  private static FloatVector smallTanh(FloatVector x) {
    FloatVector u = x.mul(x);
    FloatVector p = constant(Functions.TANH11).fma(u, constant(Functions.TANH9));
    p = p.fma(u, constant(Functions.TANH7));
    p = p.fma(u, constant(Functions.TANH5));
    p = p.fma(u, constant(Functions.TANH3));
    return x.mul(u).fma(p, x);
  }

  static void relu(float[] v, int offset, int n) {
    FloatVector zero = constant(0f);
    int i = offset;
    for (; i <= offset + n - Lanes.COUNT; i += Lanes.COUNT) {
      FloatVector x = FloatVector.fromArray(Lanes.FLOATS, v, i);
      zero.blend(x, x.compare(VectorOperators.GT, zero)).intoArray(v, i);
    }
    for (; i < offset + n; i++) {
      v[i] = v[i] > 0f ? v[i] : 0f;
    }
  }
}
