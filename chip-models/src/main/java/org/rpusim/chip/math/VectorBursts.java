package org.rpusim.chip.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;

/** Both ends of reads of vectors side by side. */
final class VectorBursts {
  private static final int HALF = Lanes.COUNT / 2;

  /** Vectors whose words fill a group of 32 gaussians: two words each, radius and angle. */
  private static final int VECTORS = 8;

  /** Words of the angles follow those of the radii. */
  private static final long ANGLES = Kernels.BLOCK / 2;

  private static final VectorShuffle<Float> EVEN =
      VectorShuffle.fromOp(Lanes.FLOATS, lane -> 2 * lane % Lanes.COUNT);
  private static final VectorShuffle<Float> ODD =
      VectorShuffle.fromOp(Lanes.FLOATS, lane -> (2 * lane + 1) % Lanes.COUNT);
  private static final VectorMask<Float> UPPER =
      VectorMask.fromLong(Lanes.FLOATS, (1L << Lanes.COUNT) - (1L << HALF));

  private VectorBursts() {}

  static void absMax(float[] x, int at, int lines, int stride, float[] max) {
    for (int p = 0; p < stride; p += Lanes.COUNT) {
      FloatVector most = FloatVector.zero(Lanes.FLOATS);
      for (int line = 0; line < lines; line++) {
        FloatVector a = FloatVector.fromArray(Lanes.FLOATS, x, at + line * stride + p).abs();
        most = most.blend(a, a.compare(VectorOperators.GT, most));
      }
      most.intoArray(max, p);
    }
  }

  static int convertInputs(
      float[] x,
      int at,
      float[] v,
      int from,
      int to,
      int stride,
      int p,
      float[] scales,
      int levels) {
    FloatVector one = FloatVector.broadcast(Lanes.FLOATS, 1f);
    FloatVector minusOne = FloatVector.broadcast(Lanes.FLOATS, -1f);
    FloatVector magic = FloatVector.broadcast(Lanes.FLOATS, Functions.MAGIC);
    FloatVector steps = FloatVector.broadcast(Lanes.FLOATS, levels);
    FloatVector scale = FloatVector.fromArray(Lanes.FLOATS, scales, p);
    IntVector sum = IntVector.zero(Lanes.INTS);
    float step = 1f / levels;
    for (int line = from; line < to; line++) {
      int i = line * stride + p;
      FloatVector a = FloatVector.fromArray(Lanes.FLOATS, x, at + i).mul(scale);
      a = a.blend(one, a.compare(VectorOperators.GT, one));
      a = a.blend(minusOne, a.compare(VectorOperators.LT, minusOne));
      FloatVector z = a.fma(steps, magic);
      sum = sum.add(z.reinterpretAsInts().sub(Functions.MAGIC_BITS).abs());
      z.sub(magic).mul(step).intoArray(v, i);
    }
    return sum.reduceLanes(VectorOperators.ADD);
  }

  static int scaleInputs(
      float[] x, int at, float[] v, int from, int to, int stride, int p, float[] scales) {
    FloatVector one = FloatVector.broadcast(Lanes.FLOATS, 1f);
    FloatVector minusOne = FloatVector.broadcast(Lanes.FLOATS, -1f);
    FloatVector magic = FloatVector.broadcast(Lanes.FLOATS, Functions.MAGIC);
    FloatVector steps = FloatVector.broadcast(Lanes.FLOATS, Kernels.UNLIMITED_STEPS);
    FloatVector scale = FloatVector.fromArray(Lanes.FLOATS, scales, p);
    IntVector sum = IntVector.zero(Lanes.INTS);
    for (int line = from; line < to; line++) {
      int i = line * stride + p;
      FloatVector a = FloatVector.fromArray(Lanes.FLOATS, x, at + i).mul(scale);
      a = a.blend(one, a.compare(VectorOperators.GT, one));
      a = a.blend(minusOne, a.compare(VectorOperators.LT, minusOne));
      FloatVector z = a.fma(steps, magic);
      sum = sum.add(z.reinterpretAsInts().sub(Functions.MAGIC_BITS).abs());
      a.intoArray(v, i);
    }
    return sum.reduceLanes(VectorOperators.ADD);
  }

  /**
   * Words of one group of 32 gaussians of every vector, so that {@link VectorRandom} makes them
   * gaussians: for each pair of outputs, eight vectors at a time, their two words of the radius
   * side by side, then those of the angle.
   */
  static void words(int[] words, long[] bases, int stride, int first) {
    int at = 0;
    for (int pair = 0; pair < Kernels.GROUP / 4; pair++) {
      long word = first / 2L + pair + 1;
      long radius = word * Streams.GAMMA;
      long angle = (word + ANGLES) * Streams.GAMMA;
      for (int v = 0; v < stride; v += VECTORS) {
        for (int h = 0; h < VECTORS; h += HALF) {
          LongVector base = LongVector.fromArray(Lanes.LONGS, bases, v + h);
          LaneFunctions.mix(base.add(radius)).reinterpretAsInts().intoArray(words, at + 2 * h);
          LaneFunctions.mix(base.add(angle))
              .reinterpretAsInts()
              .intoArray(words, at + 2 * h + Kernels.BLOCK);
        }
        at += Kernels.GROUP;
      }
    }
  }

  /** Two outputs, or one, whose noise lies side by side. */
  static void convertOutputs(
      float[] y,
      int at,
      int stride,
      boolean pair,
      BurstKernels.Periphery periphery,
      float[] scaleBack,
      float[] noise,
      int numbers,
      int[] saturated) {
    int second = Lanes.COUNT == Kernels.BLOCK ? Kernels.GROUP : HALF * 2;
    for (int p = 0; p < stride; p += Lanes.COUNT) {
      int from = numbers + p / VECTORS * Kernels.GROUP;
      FloatVector a = FloatVector.fromArray(Lanes.FLOATS, noise, from);
      FloatVector b = FloatVector.fromArray(Lanes.FLOATS, noise, from + second);
      FloatVector scale = FloatVector.fromArray(Lanes.FLOATS, scaleBack, p);
      FloatVector even = a.rearrange(EVEN).blend(b.rearrange(EVEN), UPPER);
      LaneBursts.convert(y, at + p, even, periphery, scale, saturated, p);
      if (pair) {
        FloatVector odd = a.rearrange(ODD).blend(b.rearrange(ODD), UPPER);
        LaneBursts.convert(y, at + stride + p, odd, periphery, scale, saturated, p);
      }
    }
  }
}
