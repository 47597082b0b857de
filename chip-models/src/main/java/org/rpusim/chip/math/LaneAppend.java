package org.rpusim.chip.math;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Steps of one row; a part of {@link VectorListed}, see {@link LaneFunctions}. */
final class LaneAppend {
  private static final int HALF_MASK = (1 << Lanes.COUNT) - 1;
  private static final IntVector INDEX = IntVector.zero(Lanes.INTS).addIndex(1);

  private LaneAppend() {}

  /** A row's only slot, whose list begins at {@code first}; gives the end of the steps. */
  static int slot(LineLists lists, int first, int count, int row, int sign, StepList steps) {
    int next = steps.count;
    int offset = steps.offset(row);
    for (int i = 0; i < count; i += Lanes.COUNT) {
      IntVector numbers = IntVector.fromArray(Lanes.INTS, lists.numbers, first + i);
      IntVector codes = IntVector.fromArray(Lanes.INTS, lists.codes, first + i);
      numbers.add(offset).intoArray(steps.devices, next + i);
      codes.lanewise(VectorOperators.XOR, sign).intoArray(steps.codes, next + i);
      if (steps.distance != 0) {
        IntVector places = IntVector.fromArray(Lanes.INTS, lists.places, first + i);
        places.add(Kernels.BASE + row).intoArray(steps.places, next + i);
      }
    }
    return next + count;
  }

  /** Several slots of a row; gives the end of the steps. */
  static int merged(LineLists lists, int on, int row, int sign, StepList steps) {
    Trains columns = lists.columns;
    int next = steps.count;
    int offset = steps.offset(row);
    int flip = sign >> 31;
    int distance = steps.distance;
    for (int k = 0; k < columns.count; k++) {
      int line = columns.blocks[k] * Kernels.BLOCK;
      int negative = columns.negatives[k] ^ flip;
      for (int lane = 0; lane < Kernels.BLOCK; lane += Lanes.COUNT) {
        IntVector n = IntVector.fromArray(Lanes.INTS, lists.bits, k * Kernels.BLOCK + lane);
        n = n.and(on).lanewise(VectorOperators.BIT_COUNT);
        VectorMask<Integer> hit = n.compare(VectorOperators.NE, 0);
        VectorMask<Integer> below = VectorMask.fromLong(Lanes.INTS, negative >>> lane & HALF_MASK);
        IntVector lines = INDEX.add(line + lane).compress(hit);
        lines.add(offset).intoArray(steps.devices, next);
        n = n.lanewise(VectorOperators.OR, Integer.MIN_VALUE, below);
        n.compress(hit).intoArray(steps.codes, next);
        if (distance != 0) {
          lines.mul(distance).add(Kernels.BASE + row).intoArray(steps.places, next);
        }
        next += hit.trueCount();
      }
    }
    return next;
  }
}
