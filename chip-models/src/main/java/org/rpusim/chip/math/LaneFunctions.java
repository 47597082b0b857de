package org.rpusim.chip.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/**
 * {@link Functions} and random words over vectors, operation by operation. These are parts of the
 * loops in the {@code Vector…} classes and must be inlined into them; those loops must not be
 * inlined into their callers, where the compiler would run out of budget and box every vector.
 */
final class LaneFunctions {
  /** γ·(1, 2, …): the counters of consecutive words. */
  private static final LongVector RAMP =
      LongVector.zero(Lanes.LONGS).addIndex(1).add(1).mul(Streams.GAMMA);

  private static final long LOW = 0xFFFFFFFFL;

  private LaneFunctions() {}

  /** Words behind {@code state}, the counter of the word before them. */
  static LongVector mix(long state) {
    return mix(RAMP.add(state));
  }

  /** The mixing function of {@link Streams#mix64}. */
  static LongVector mix(LongVector word) {
    LongVector z = word;
    z = z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 30));
    z = z.mul(0xBF58476D1CE4E5B9L);
    z = z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 27));
    z = z.mul(0x94D049BB133111EBL);
    return z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 31));
  }

  /** Low halves, those of {@code even} in the low halves of the result. */
  static LongVector lowHalves(LongVector even, LongVector odd) {
    return even.and(LOW).or(odd.lanewise(VectorOperators.LSHL, 32));
  }

  /** High halves in the same way. */
  static LongVector highHalves(LongVector even, LongVector odd) {
    return even.lanewise(VectorOperators.LSHR, 32).or(odd.and(~LOW));
  }

  static FloatVector constant(float value) {
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

  /** e^y − 1 for y ≥ 0, cut off at 40; the middle of {@link Functions#tanh}. */
  static FloatVector expMinusOne(FloatVector y) {
    FloatVector most = constant(Functions.TANH_MAX);
    FloatVector c = y.blend(most, y.compare(VectorOperators.GT, most));
    FloatVector magic = constant(Functions.MAGIC);
    FloatVector z = c.fma(constant(Functions.LOG2_E), magic);
    FloatVector k = z.sub(magic);
    FloatVector r = k.fma(constant(-Functions.LN2_HIGH), c);
    r = k.fma(constant(-Functions.LN2_LOW), r);
    FloatVector p = constant(Functions.EXP6).fma(r, constant(Functions.EXP5));
    p = p.fma(r, constant(Functions.EXP4));
    p = p.fma(r, constant(Functions.EXP3));
    p = p.fma(r, constant(Functions.EXP2));
    FloatVector q = r.mul(r).fma(p, r);
    FloatVector power = powerOfTwo(z.reinterpretAsInts().sub(Functions.MAGIC_BITS));
    return power.fma(q, power.sub(1f));
  }

  static FloatVector radius(IntVector bits) {
    FloatVector low = toFloat(bits.and(0xFF));
    low = low.fma(constant(0x1p-32f), constant(0x1p-33f));
    FloatVector high = toFloat(bits.lanewise(VectorOperators.LSHR, 8));
    FloatVector uniform = high.fma(constant(0x1p-24f), low);
    return ln(uniform).mul(-2f).sqrt();
  }

  static IntVector sign(IntVector quarter) {
    return quarter.and(2).lanewise(VectorOperators.LSHL, 30);
  }

  static FloatVector sine(FloatVector u) {
    FloatVector p = constant(Functions.SIN7).fma(u, constant(Functions.SIN5));
    p = p.fma(u, constant(Functions.SIN3));
    return p.fma(u, constant(Functions.SIN1));
  }

  static FloatVector cosine(FloatVector u) {
    FloatVector p = constant(Functions.COS8).fma(u, constant(Functions.COS6));
    p = p.fma(u, constant(Functions.COS4));
    p = p.fma(u, constant(Functions.COS2));
    return p.fma(u, constant(1f));
  }

  static FloatVector toFloat(IntVector v) {
    return (FloatVector) v.convertShape(VectorOperators.I2F, Lanes.FLOATS, 0);
  }
}
