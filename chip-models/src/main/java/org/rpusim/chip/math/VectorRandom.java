package org.rpusim.chip.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Counter-based words and gaussians, in passes over a small buffer. */
final class VectorRandom {
  /** γ·(1, 2, …): the counters of consecutive words. */
  private static final LongVector RAMP =
      LongVector.zero(Lanes.LONGS).addIndex(1).add(1).mul(Streams.GAMMA);

  private static final int LONGS = Lanes.COUNT / 2;

  private VectorRandom() {}

  /** 32-bit words of a stream from number {@code first}, which is even. */
  static void words(int[] out, int n, long base, long first) {
    long state = base + (first >> 1) * Streams.GAMMA;
    for (int i = 0; i < n; i += Lanes.COUNT) {
      mix(state).reinterpretAsInts().intoArray(out, i);
      state += LONGS * Streams.GAMMA;
    }
  }

  /** Words behind {@code state}, the counter of the word before them. */
  static LongVector mix(long state) {
    LongVector z = RAMP.add(state);
    z = z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 30));
    z = z.mul(0xBF58476D1CE4E5B9L);
    z = z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 27));
    z = z.mul(0x94D049BB133111EBL);
    return z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 31));
  }

  /** Radii of the groups of 32, into the first 16 of each. */
  static void radii(int[] words, float[] out, int at, int n) {
    for (int group = 0; group < n; group += Kernels.GROUP) {
      for (int i = group; i < group + Kernels.BLOCK; i += Lanes.COUNT) {
        radius(IntVector.fromArray(Lanes.INTS, words, i)).intoArray(out, at + i);
      }
    }
  }

  private static FloatVector radius(IntVector bits) {
    FloatVector low = toFloat(bits.and(0xFF));
    low = low.fma(constant(0x1p-32f), constant(0x1p-33f));
    FloatVector high = toFloat(bits.lanewise(VectorOperators.LSHR, 8));
    FloatVector uniform = high.fma(constant(0x1p-24f), low);
    return VectorFunctions.ln(uniform).mul(-2f).sqrt();
  }

  /** Gaussians from radii and angles. */
  static void turn(int[] words, float[] out, int at, int n) {
    for (int group = 0; group < n; group += Kernels.GROUP) {
      for (int i = group; i < group + Kernels.BLOCK; i += Lanes.COUNT) {
        FloatVector turns = toFloat(IntVector.fromArray(Lanes.INTS, words, i + Kernels.BLOCK));
        turns = turns.mul(0x1p-32f);
        FloatVector magic = constant(Functions.MAGIC);
        FloatVector z = turns.fma(constant(4f), magic);
        IntVector quarter = z.reinterpretAsInts();
        FloatVector f = z.sub(magic).fma(constant(-0.25f), turns);
        FloatVector u = f.mul(f);
        FloatVector sine = sine(u).mul(f);
        FloatVector cosine = cosine(u);
        VectorMask<Float> odd = quarter.and(1).compare(VectorOperators.NE, 0).cast(Lanes.FLOATS);
        FloatVector radius = FloatVector.fromArray(Lanes.FLOATS, out, at + i);
        IntVector first = cosine.blend(sine, odd).reinterpretAsInts();
        first = first.lanewise(VectorOperators.XOR, sign(quarter.add(1)));
        first.reinterpretAsFloats().mul(radius).intoArray(out, at + i);
        IntVector second = sine.blend(cosine, odd).reinterpretAsInts();
        second = second.lanewise(VectorOperators.XOR, sign(quarter));
        second.reinterpretAsFloats().mul(radius).intoArray(out, at + i + Kernels.BLOCK);
      }
    }
  }

  private static IntVector sign(IntVector quarter) {
    return quarter.and(2).lanewise(VectorOperators.LSHL, 30);
  }

  private static FloatVector sine(FloatVector u) {
    FloatVector p = constant(Functions.SIN7).fma(u, constant(Functions.SIN5));
    p = p.fma(u, constant(Functions.SIN3));
    return p.fma(u, constant(Functions.SIN1));
  }

  private static FloatVector cosine(FloatVector u) {
    FloatVector p = constant(Functions.COS8).fma(u, constant(Functions.COS6));
    p = p.fma(u, constant(Functions.COS4));
    p = p.fma(u, constant(Functions.COS2));
    return p.fma(u, constant(1f));
  }

  private static FloatVector toFloat(IntVector v) {
    return (FloatVector) v.convertShape(VectorOperators.I2F, Lanes.FLOATS, 0);
  }

  private static FloatVector constant(float value) {
    return FloatVector.broadcast(Lanes.FLOATS, value);
  }
}
