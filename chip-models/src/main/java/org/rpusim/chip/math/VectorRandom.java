package org.rpusim.chip.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/** Counter-based words and gaussians, in passes over a small buffer. */
final class VectorRandom {
  private static final int LONGS = Lanes.COUNT / 2;
  private static final LongVector CYCLES = LongVector.zero(Lanes.LONGS).addIndex(1);

  private VectorRandom() {}

  /** 32-bit words of a stream from number {@code first}, which is even. */
  static void words(int[] out, int n, long base, long first) {
    long state = base + (first >> 1) * Streams.GAMMA;
    for (int i = 0; i < n; i += Lanes.COUNT) {
      LaneFunctions.mix(state).reinterpretAsInts().intoArray(out, i);
      state += LONGS * Streams.GAMMA;
    }
  }

  /** See {@link BurstKernels#cycleStreams}; twice two rounds, as one stream has them. */
  static void cycleStreams(long ofPurpose, long firstCycle, long attempt, int n, long[] bases) {
    LongVector first = CYCLES.add(firstCycle + ofPurpose + Streams.GAMMA);
    for (int i = 0; i < n; i += LONGS) {
      LongVector ofCycle = LaneFunctions.mix(LaneFunctions.mix(first.add(i)).add(Streams.GAMMA));
      LongVector word = LaneFunctions.mix(ofCycle.add(attempt + Streams.GAMMA));
      LaneFunctions.mix(word.add(Streams.GAMMA)).intoArray(bases, i);
    }
  }

  /** Radii of the groups of 32, into the first 16 of each. */
  static void radii(int[] words, float[] out, int at, int n) {
    for (int group = 0; group < n; group += Kernels.GROUP) {
      for (int i = group; i < group + Kernels.BLOCK; i += Lanes.COUNT) {
        LaneFunctions.radius(IntVector.fromArray(Lanes.INTS, words, i)).intoArray(out, at + i);
      }
    }
  }

  /** Gaussians from radii and angles. */
  static void turn(int[] words, float[] out, int at, int n) {
    for (int group = 0; group < n; group += Kernels.GROUP) {
      for (int i = group; i < group + Kernels.BLOCK; i += Lanes.COUNT) {
        IntVector word = IntVector.fromArray(Lanes.INTS, words, i + Kernels.BLOCK);
        IntVector quarter = word.add(1 << 29).lanewise(VectorOperators.ASHR, 30);
        IntVector rest = word.sub(quarter.lanewise(VectorOperators.LSHL, 30));
        FloatVector f = LaneFunctions.toFloat(rest).mul(0x1p-32f);
        FloatVector u = f.mul(f);
        IntVector sine = LaneFunctions.sine(u).mul(f).reinterpretAsInts();
        IntVector cosine = LaneFunctions.cosine(u).reinterpretAsInts();
        // In odd quarters sine and cosine change places: by exclusive or under a mask of bits.
        IntVector odd = quarter.lanewise(VectorOperators.LSHL, 31);
        odd = odd.lanewise(VectorOperators.ASHR, 31);
        IntVector swap = sine.lanewise(VectorOperators.XOR, cosine).and(odd);
        IntVector first = cosine.lanewise(VectorOperators.XOR, swap);
        first = first.lanewise(VectorOperators.XOR, LaneFunctions.sign(quarter.add(1)));
        IntVector second = sine.lanewise(VectorOperators.XOR, swap);
        second = second.lanewise(VectorOperators.XOR, LaneFunctions.sign(quarter));
        FloatVector radius = FloatVector.fromArray(Lanes.FLOATS, out, at + i);
        first.reinterpretAsFloats().mul(radius).intoArray(out, at + i);
        second.reinterpretAsFloats().mul(radius).intoArray(out, at + i + Kernels.BLOCK);
      }
    }
  }
}
