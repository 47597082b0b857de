package org.rpusim.chip.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Lists of steps: weights and table are gathered, weights scattered again. */
final class VectorListed {
  private static final int HALF_MASK = (1 << Lanes.COUNT) - 1;
  private static final IntVector INDEX = IntVector.zero(Lanes.INTS).addIndex(1);

  private VectorListed() {}

  static void append(
      LineLists lists,
      int first,
      int count,
      int at,
      int offset,
      int flip,
      float[] noise,
      int position,
      StepList steps) {
    IntVector one = IntVector.broadcast(Lanes.INTS, 1);
    int next = steps.count;
    for (int i = 0; i < count; i += Lanes.COUNT) {
      int from = first + i;
      IntVector.fromArray(Lanes.INTS, lists.numbers, from)
          .add(offset)
          .intoArray(steps.devices, next + i);
      IntVector.fromArray(Lanes.INTS, lists.places, from).add(at).intoArray(steps.places, next + i);
      IntVector.fromArray(Lanes.INTS, lists.signs, from)
          .lanewise(VectorOperators.XOR, flip)
          .intoArray(steps.signs, next + i);
      one.intoArray(steps.counts, next + i);
      FloatVector.fromArray(Lanes.FLOATS, noise, position + i).intoArray(steps.noise, next + i);
    }
    steps.count = next + count;
  }

  /** Without noise, which is copied once their number is known; gives that. */
  static int appendMerged(
      Trains columns,
      int[] bits,
      int on,
      int distance,
      int at,
      int offset,
      int flip,
      StepList steps) {
    IntVector zero = IntVector.zero(Lanes.INTS);
    int next = steps.count;
    for (int k = 0; k < columns.count; k++) {
      int line = columns.blocks[k] * Kernels.BLOCK;
      int negative = columns.negatives[k] ^ flip;
      for (int lane = 0; lane < Kernels.BLOCK; lane += Lanes.COUNT) {
        IntVector n = IntVector.fromArray(Lanes.INTS, bits, k * Kernels.BLOCK + lane).and(on);
        n = n.lanewise(VectorOperators.BIT_COUNT);
        VectorMask<Integer> hit = n.compare(VectorOperators.NE, 0);
        VectorMask<Integer> below = VectorMask.fromLong(Lanes.INTS, negative >>> lane & HALF_MASK);
        IntVector lines = INDEX.add(line + lane).compress(hit);
        lines.add(offset).intoArray(steps.devices, next);
        lines.mul(distance).add(at).intoArray(steps.places, next);
        zero.blend(Integer.MIN_VALUE, below).compress(hit).intoArray(steps.signs, next);
        n.compress(hit).intoArray(steps.counts, next);
        next += hit.trueCount();
      }
    }
    int count = next - steps.count;
    steps.count = next;
    return count;
  }

  /** Whole vectors of steps, as many as {@code count}; gives how many hold one to be clipped. */
  static int step(float[] w, StepTable table, StepList steps, int count, StepBuffer buffer) {
    int[] places = steps.places;
    IntVector units = IntVector.fromArray(Lanes.INTS, table.unitBits, 0);
    IntVector spreads = IntVector.fromArray(Lanes.INTS, table.spreadBits, 0);
    int beyond = 0;
    for (int i = 0; i < count; i += Lanes.COUNT) {
      IntVector word = IntVector.fromArray(Lanes.INTS, table.words, 0, steps.devices, i);
      FloatVector old = FloatVector.fromArray(Lanes.FLOATS, w, 0, places, i);
      IntVector sign = IntVector.fromArray(Lanes.INTS, steps.signs, i);
      IntVector n = IntVector.fromArray(Lanes.INTS, steps.counts, i);
      FloatVector factor = FloatVector.fromArray(Lanes.FLOATS, steps.noise, i);
      factor = LaneSteps.signed(LaneSteps.factor(factor, n, spreads, units), sign);
      FloatVector a = LaneSteps.levels(word, sign).fma(factor, old);
      int over = (int) LaneSteps.beyond(a, word, table.safeUnit).toLong();
      if (Lanes.COUNT == Kernels.BLOCK) {
        a.intoArray(w, 0, places, i);
      } else {
        a.intoArray(buffer.changed, 0);
        scatter(buffer.changed, w, places, i);
      }
      buffer.list[beyond] = i;
      buffer.bits[beyond] = over;
      beyond += over != 0 ? 1 : 0;
    }
    return beyond;
  }

  /** Where there is no instruction for it. */
  private static void scatter(float[] changed, float[] w, int[] places, int from) {
    for (int i = 0; i < Lanes.COUNT; i++) {
      w[places[from + i]] = changed[i];
    }
  }
}
