package org.rpusim.chip.math;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Lists of pulsed lines, and their slots as bits. */
final class VectorLists {
  private static final int HALF_MASK = (1 << Lanes.COUNT) - 1;
  private static final IntVector INDEX = IntVector.zero(Lanes.INTS).addIndex(1);

  private VectorLists() {}

  static int slot(Trains columns, int slot, LineLists lists, int first) {
    int[] numbers = lists.numbers;
    int[] signs = lists.signs;
    IntVector zero = IntVector.zero(Lanes.INTS);
    int next = first;
    for (int k = 0; k < columns.count; k++) {
      int mask = columns.masks[k * columns.slots + slot];
      int line = columns.blocks[k] * Kernels.BLOCK;
      int negative = columns.negatives[k];
      for (int lane = 0; lane < Kernels.BLOCK; lane += Lanes.COUNT) {
        int half = mask >>> lane & HALF_MASK;
        VectorMask<Integer> hit = VectorMask.fromLong(Lanes.INTS, half);
        VectorMask<Integer> below = VectorMask.fromLong(Lanes.INTS, negative >>> lane & HALF_MASK);
        INDEX.add(line + lane).compress(hit).intoArray(numbers, next);
        zero.blend(Integer.MIN_VALUE, below).compress(hit).intoArray(signs, next);
        next += Integer.bitCount(half);
      }
    }
    return next - first;
  }

  /** Places of listed lines. */
  static void place(LineLists lists, int first, int count, int distance) {
    for (int i = first; i < first + count; i += Lanes.COUNT) {
      IntVector numbers = IntVector.fromArray(Lanes.INTS, lists.numbers, i);
      numbers.mul(distance).intoArray(lists.places, i);
    }
  }

  static void lineBits(Trains columns, int live, int first, int slots, int[] bits) {
    for (int k = 0; k < columns.count; k++) {
      int masks = k * columns.slots + first;
      for (int lane = 0; lane < Kernels.BLOCK; lane += Lanes.COUNT) {
        IntVector on = IntVector.zero(Lanes.INTS);
        for (int slot = 0; slot < slots; slot++) {
          int bit = live & (1 << slot);
          int mask = columns.masks[masks + slot] >>> lane & HALF_MASK;
          on = on.lanewise(VectorOperators.OR, bit, VectorMask.fromLong(Lanes.INTS, mask));
        }
        on.intoArray(bits, k * Kernels.BLOCK + lane);
      }
    }
  }
}
