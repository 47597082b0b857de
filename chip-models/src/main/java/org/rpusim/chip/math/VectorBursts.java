package org.rpusim.chip.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Both ends of reads of vectors side by side. */
final class VectorBursts {
  private static final int HALF = Lanes.COUNT / 2;

  /** Numbers that sixteen vectors take in a pair of outputs: radii and angles of both. */
  static final int PER_BLOCK = 4 * Kernels.BLOCK;

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

  /** In each block of 16 streams those of even vectors first, then those of odd ones. */
  static void evensFirst(long[] bases, int n) {
    for (int block = 0; block < n; block += Kernels.BLOCK) {
      for (int gap = 1; gap < Kernels.BLOCK / 2; gap++) {
        // The even one that belongs to place gap lies gap places behind it; all between move on.
        long even = bases[block + 2 * gap];
        System.arraycopy(bases, block + gap, bases, block + gap + 1, gap);
        bases[block + gap] = even;
      }
    }
  }

  /** See {@link BurstKernels#scales}. */
  static void scales(
      float[] largest, int count, int stride, float halvings, float[] scaleBack, float[] inverse) {
    FloatVector one = FloatVector.broadcast(Lanes.FLOATS, 1f);
    FloatVector none = FloatVector.zero(Lanes.FLOATS);
    for (int i = 0; i < stride; i += Lanes.COUNT) {
      FloatVector a = FloatVector.fromArray(Lanes.FLOATS, largest, i);
      VectorMask<Float> read =
          a.compare(VectorOperators.GE, Float.MIN_NORMAL).and(Lanes.within(i, count));
      FloatVector scale = a.mul(halvings);
      none.blend(scale, read).intoArray(scaleBack, i);
      none.blend(one.div(scale), read).intoArray(inverse, i);
    }
  }

  /**
   * Half the words of one group of 32 gaussians of vectors from ≤ v &lt; to, radii or angles.
   * Sixteen vectors at a time, for each pair of outputs: the low halves for the first output and, a
   * group behind them, the high halves for the second; angles stand behind radii, as {@link
   * VectorRandom} takes them.
   *
   * @param at 0 for radii, {@link Kernels#BLOCK} for angles
   * @param bases see {@link #evensFirst}
   * @param word number of the first word of each stream
   */
  static void words(int[] words, int at, long[] bases, int from, int to, long word) {
    int place = at;
    for (int pair = 0; pair < Kernels.GROUP / 4; pair++) {
      long step = (word + pair + 1) * Streams.GAMMA;
      for (int v = from; v < to; v += Kernels.BLOCK) {
        for (int h = 0; h < Kernels.BLOCK / 2; h += HALF) {
          LongVector even = LongVector.fromArray(Lanes.LONGS, bases, v + h).add(step);
          LongVector odd =
              LongVector.fromArray(Lanes.LONGS, bases, v + Kernels.BLOCK / 2 + h).add(step);
          even = LaneFunctions.mix(even);
          odd = LaneFunctions.mix(odd);
          LongVector low = LaneFunctions.lowHalves(even, odd);
          LongVector high = LaneFunctions.highHalves(even, odd);
          low.reinterpretAsInts().intoArray(words, place + 2 * h);
          high.reinterpretAsInts().intoArray(words, place + 2 * h + Kernels.GROUP);
        }
        place += PER_BLOCK;
      }
    }
  }

  /**
   * Noise and bound of one output of vectors from ≤ v &lt; to.
   *
   * @param at place of the output's number of vector {@code from}
   * @param numbers place of the noise of vector {@code from}
   */
  static void integrate(
      float[] y,
      int at,
      int from,
      int to,
      float sigma,
      float bound,
      float[] noise,
      int numbers,
      int[] saturated) {
    FloatVector sigmas = FloatVector.broadcast(Lanes.FLOATS, sigma);
    FloatVector upper = FloatVector.broadcast(Lanes.FLOATS, bound);
    FloatVector lower = FloatVector.broadcast(Lanes.FLOATS, -bound);
    for (int v = 0; v < to - from; v += Lanes.COUNT) {
      int i = numbers + v / Kernels.BLOCK * PER_BLOCK + v % Kernels.BLOCK;
      FloatVector a = FloatVector.fromArray(Lanes.FLOATS, noise, i);
      a = a.fma(sigmas, FloatVector.fromArray(Lanes.FLOATS, y, at + v));
      VectorMask<Float> above = a.compare(VectorOperators.GE, upper);
      VectorMask<Float> below = a.compare(VectorOperators.LE, lower);
      long out = above.or(below).toLong();
      if (out != 0) {
        count(out, saturated, from + v);
      }
      a.blend(upper, above).blend(lower, below).intoArray(y, at + v);
    }
  }

  private static void count(long lanes, int[] saturated, int first) {
    for (long bits = lanes; bits != 0; bits &= bits - 1) {
      saturated[first + Long.numberOfTrailingZeros(bits)]++;
    }
  }

  /** Output converters of some lines; scales of 0 give 0. */
  static void round(
      float[] y, int at, int lines, int stride, float toLevels, float step, float[] scaleBack) {
    FloatVector magic = FloatVector.broadcast(Lanes.FLOATS, Functions.MAGIC);
    FloatVector factor = FloatVector.broadcast(Lanes.FLOATS, toLevels);
    FloatVector zero = FloatVector.zero(Lanes.FLOATS);
    for (int p = 0; p < stride; p += Lanes.COUNT) {
      FloatVector scale = FloatVector.fromArray(Lanes.FLOATS, scaleBack, p);
      VectorMask<Float> read = scale.compare(VectorOperators.NE, zero);
      for (int i = at + p; i < at + lines * stride; i += stride) {
        FloatVector a = FloatVector.fromArray(Lanes.FLOATS, y, i);
        a = a.fma(factor, magic).sub(magic).mul(step).mul(scale);
        zero.blend(a, read).intoArray(y, i);
      }
    }
  }

  /** As {@link #round} for unlimited resolution. */
  static void scale(float[] y, int at, int lines, int stride, float[] scaleBack) {
    FloatVector zero = FloatVector.zero(Lanes.FLOATS);
    for (int p = 0; p < stride; p += Lanes.COUNT) {
      FloatVector scale = FloatVector.fromArray(Lanes.FLOATS, scaleBack, p);
      VectorMask<Float> read = scale.compare(VectorOperators.NE, zero);
      for (int i = at + p; i < at + lines * stride; i += stride) {
        FloatVector a = FloatVector.fromArray(Lanes.FLOATS, y, i).mul(scale);
        zero.blend(a, read).intoArray(y, i);
      }
    }
  }
}
