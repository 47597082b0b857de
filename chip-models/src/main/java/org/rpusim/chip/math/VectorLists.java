package org.rpusim.chip.math;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Lists of pulsed lines, and their slots as bits. */
final class VectorLists {
  private static final int HALF_MASK = (1 << Lanes.COUNT) - 1;
  private static final IntVector INDEX = IntVector.zero(Lanes.INTS).addIndex(1);

  private VectorLists() {}

  /** Pulses of as many slots as there are lanes. */
  static void countPulses(Trains lines, int first, int[] pulses) {
    IntVector sum = IntVector.zero(Lanes.INTS);
    int at = first;
    for (int k = 0; k < lines.count; k++) {
      IntVector masks = IntVector.fromArray(Lanes.INTS, lines.masks, at);
      sum = sum.add(masks.lanewise(VectorOperators.BIT_COUNT));
      at += lines.slots;
    }
    sum.intoArray(pulses, first);
  }

  /** Lines with a slot in the only plane. */
  static int pulsed(Trains lines, int[] bits, PulsedLines pulsed) {
    IntVector zero = IntVector.zero(Lanes.INTS);
    int[] slots = pulsed.slots[0];
    int next = 0;
    for (int k = 0; k < lines.count; k++) {
      int line = lines.blocks[k] * Kernels.BLOCK;
      int negative = lines.negatives[k];
      for (int lane = 0; lane < Kernels.BLOCK; lane += Lanes.COUNT) {
        IntVector on = IntVector.fromArray(Lanes.INTS, bits, k * Kernels.BLOCK + lane);
        VectorMask<Integer> hit = on.compare(VectorOperators.NE, 0);
        VectorMask<Integer> below = VectorMask.fromLong(Lanes.INTS, negative >>> lane & HALF_MASK);
        INDEX.add(line + lane).compress(hit).intoArray(pulsed.lines, next);
        zero.blend(Integer.MIN_VALUE, below).compress(hit).intoArray(pulsed.signs, next);
        on.compress(hit).intoArray(slots, next);
        next += hit.trueCount();
      }
    }
    zero.intoArray(slots, next);
    return next;
  }

  /** Lines with a slot in either of two planes. */
  static int pulsed(Trains lines, int[] low, int[] high, PulsedLines pulsed) {
    IntVector zero = IntVector.zero(Lanes.INTS);
    int next = 0;
    for (int k = 0; k < lines.count; k++) {
      int line = lines.blocks[k] * Kernels.BLOCK;
      int negative = lines.negatives[k];
      for (int lane = 0; lane < Kernels.BLOCK; lane += Lanes.COUNT) {
        IntVector a = IntVector.fromArray(Lanes.INTS, low, k * Kernels.BLOCK + lane);
        IntVector b = IntVector.fromArray(Lanes.INTS, high, k * Kernels.BLOCK + lane);
        VectorMask<Integer> hit = a.or(b).compare(VectorOperators.NE, 0);
        VectorMask<Integer> below = VectorMask.fromLong(Lanes.INTS, negative >>> lane & HALF_MASK);
        INDEX.add(line + lane).compress(hit).intoArray(pulsed.lines, next);
        zero.blend(Integer.MIN_VALUE, below).compress(hit).intoArray(pulsed.signs, next);
        a.compress(hit).intoArray(pulsed.slots[0], next);
        b.compress(hit).intoArray(pulsed.slots[1], next);
        next += hit.trueCount();
      }
    }
    zero.intoArray(pulsed.slots[0], next);
    zero.intoArray(pulsed.slots[1], next);
    return next;
  }

  /** Behind the last line's slots there are zeros up to the end of the vector. */
  static long slotsOfSingles(int[] slots, int count) {
    IntVector single = IntVector.zero(Lanes.INTS);
    IntVector several = single;
    for (int k = 0; k < count; k += Lanes.COUNT) {
      IntVector on = IntVector.fromArray(Lanes.INTS, slots, k);
      VectorMask<Integer> more = on.and(on.sub(1)).compare(VectorOperators.NE, 0);
      several = several.lanewise(VectorOperators.OR, on, more);
      single = single.lanewise(VectorOperators.OR, on, more.not());
    }
    long high = several.reduceLanes(VectorOperators.OR);
    return high << Integer.SIZE | (single.reduceLanes(VectorOperators.OR) & 0xFFFF_FFFFL);
  }

  static int slot(Trains columns, int slot, LineLists lists, int first) {
    int[] numbers = lists.numbers;
    int[] codes = lists.codes;
    IntVector one = IntVector.broadcast(Lanes.INTS, 1);
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
        one.blend(Integer.MIN_VALUE | 1, below).compress(hit).intoArray(codes, next);
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
