package org.rpusim.chip.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/** Steps of listed lines: weights and table are gathered, weights scattered again. */
final class VectorListed {
  private VectorListed() {}

  /** Whole vectors of lines, as many as {@code count}; gives how many hold one to be clipped. */
  static int step(
      float[] w,
      int at,
      StepTable table,
      int offset,
      int flip,
      LineLists lists,
      int first,
      int count,
      float[] noise,
      int position,
      StepBuffer buffer) {
    FloatVector unit = FloatVector.broadcast(Lanes.FLOATS, table.units[1]);
    FloatVector spread = FloatVector.broadcast(Lanes.FLOATS, table.spreads[1]);
    int[] words = table.words;
    int[] numbers = lists.numbers;
    int[] places = lists.places;
    int beyond = 0;
    for (int i = 0; i < count; i += Lanes.COUNT) {
      int from = first + i;
      IntVector word = IntVector.fromArray(Lanes.INTS, words, offset, numbers, from);
      IntVector sign = IntVector.fromArray(Lanes.INTS, lists.signs, from);
      sign = sign.lanewise(VectorOperators.XOR, flip);
      FloatVector factor = FloatVector.fromArray(Lanes.FLOATS, noise, position + i);
      factor = LaneSteps.signed(factor.fma(spread, unit), sign);
      FloatVector old = FloatVector.fromArray(Lanes.FLOATS, w, at, places, from);
      FloatVector a = LaneSteps.levels(word, sign).fma(factor, old);
      if (Lanes.COUNT == Kernels.BLOCK) {
        a.intoArray(w, at, places, from);
      } else {
        a.intoArray(buffer.changed, 0);
        scatter(buffer.changed, w, at, places, from, Lanes.COUNT);
      }
      int over = (int) LaneSteps.beyond(a, word, table.safeUnit).toLong();
      buffer.list[beyond] = i;
      buffer.bits[beyond] = over;
      beyond += over != 0 ? 1 : 0;
    }
    return beyond;
  }

  /** As {@link #step}, with counts. */
  static int merged(
      float[] w,
      int at,
      StepTable table,
      int offset,
      int flip,
      LineLists lists,
      int first,
      int count,
      float[] noise,
      int position,
      StepBuffer buffer) {
    IntVector units = IntVector.fromArray(Lanes.INTS, table.unitBits, 0);
    IntVector spreads = IntVector.fromArray(Lanes.INTS, table.spreadBits, 0);
    int beyond = 0;
    for (int i = 0; i < count; i += Lanes.COUNT) {
      int from = first + i;
      IntVector word = IntVector.fromArray(Lanes.INTS, table.words, offset, lists.numbers, from);
      IntVector sign = IntVector.fromArray(Lanes.INTS, lists.signs, from);
      sign = sign.lanewise(VectorOperators.XOR, flip);
      IntVector n = IntVector.fromArray(Lanes.INTS, lists.counts, from);
      FloatVector factor = FloatVector.fromArray(Lanes.FLOATS, noise, position + i);
      factor = LaneSteps.signed(LaneSteps.factor(factor, n, spreads, units), sign);
      FloatVector old = FloatVector.fromArray(Lanes.FLOATS, w, at, lists.places, from);
      FloatVector a = LaneSteps.levels(word, sign).fma(factor, old);
      if (Lanes.COUNT == Kernels.BLOCK) {
        a.intoArray(w, at, lists.places, from);
      } else {
        a.intoArray(buffer.changed, 0);
        scatter(buffer.changed, w, at, lists.places, from, Lanes.COUNT);
      }
      int over = (int) LaneSteps.beyond(a, word, table.safeUnit).toLong();
      buffer.list[beyond] = i;
      buffer.bits[beyond] = over;
      beyond += over != 0 ? 1 : 0;
    }
    return beyond;
  }

  /**
   * The last lines, fewer than a vector, with their counts; appends to the list of those to be
   * clipped. A scatter under a mask would box vectors.
   */
  static int last(
      float[] w,
      int at,
      StepTable table,
      int offset,
      int flip,
      LineLists lists,
      int first,
      int i,
      int count,
      float[] noise,
      int position,
      StepBuffer buffer,
      int listed) {
    int from = first + i;
    IntVector units = IntVector.fromArray(Lanes.INTS, table.unitBits, 0);
    IntVector spreads = IntVector.fromArray(Lanes.INTS, table.spreadBits, 0);
    IntVector word = IntVector.fromArray(Lanes.INTS, table.words, offset, lists.numbers, from);
    IntVector sign = IntVector.fromArray(Lanes.INTS, lists.signs, from);
    sign = sign.lanewise(VectorOperators.XOR, flip);
    IntVector n = IntVector.fromArray(Lanes.INTS, lists.counts, from);
    FloatVector factor = FloatVector.fromArray(Lanes.FLOATS, noise, position + i);
    factor = LaneSteps.signed(LaneSteps.factor(factor, n, spreads, units), sign);
    FloatVector old = FloatVector.fromArray(Lanes.FLOATS, w, at, lists.places, from);
    FloatVector a = LaneSteps.levels(word, sign).fma(factor, old);
    int over = (int) LaneSteps.beyond(a, word, table.safeUnit).toLong();
    over &= (1 << (count - i)) - 1;
    a.intoArray(buffer.changed, 0);
    scatter(buffer.changed, w, at, lists.places, from, count - i);
    buffer.list[listed] = i;
    buffer.bits[listed] = over;
    return listed + (over != 0 ? 1 : 0);
  }

  /** Where there is no instruction for it, or not all lanes are used. */
  private static void scatter(
      float[] changed, float[] w, int at, int[] places, int from, int count) {
    for (int i = 0; i < count; i++) {
      w[at + places[from + i]] = changed[i];
    }
  }
}
