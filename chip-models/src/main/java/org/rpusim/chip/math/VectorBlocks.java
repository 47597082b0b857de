package org.rpusim.chip.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Steps of whole blocks of lines. */
final class VectorBlocks {
  private static final int HALF_MASK = (1 << Lanes.COUNT) - 1;

  private VectorBlocks() {}

  /** One slot; gives how many vectors hold a weight to be clipped. */
  static int slot(
      float[] w,
      StepTable table,
      int offset,
      int flip,
      Trains columns,
      int slot,
      float[] noise,
      int position,
      StepBuffer buffer) {
    FloatVector unit = FloatVector.broadcast(Lanes.FLOATS, table.units[1]);
    FloatVector spread = FloatVector.broadcast(Lanes.FLOATS, table.spreads[1]);
    int next = position;
    int beyond = 0;
    for (int k = 0; k < columns.count; k++) {
      int block = offset + columns.blocks[k] * Kernels.BLOCK;
      int mask = columns.masks[k * columns.slots + slot];
      int falling = columns.negatives[k] ^ flip;
      for (int lane = 0; lane < Kernels.BLOCK; lane += Lanes.COUNT) {
        int i = block + lane;
        int half = mask >>> lane & HALF_MASK;
        VectorMask<Float> hit = VectorMask.fromLong(Lanes.FLOATS, half);
        VectorMask<Integer> down = VectorMask.fromLong(Lanes.INTS, falling >>> lane & HALF_MASK);
        IntVector word = IntVector.fromArray(Lanes.INTS, table.words, i);
        FloatVector factor = FloatVector.fromArray(Lanes.FLOATS, noise, next).expand(hit);
        factor = LaneSteps.signed(factor.fma(spread, unit), down);
        FloatVector old = FloatVector.fromArray(Lanes.FLOATS, w, i);
        FloatVector a = old.blend(LaneSteps.levels(word, down).fma(factor, old), hit);
        a.intoArray(w, i);
        boolean over = LaneSteps.beyond(a, word, table.safeUnit).and(hit).anyTrue();
        buffer.list[beyond] = i;
        beyond += over ? 1 : 0;
        next += Integer.bitCount(half);
      }
    }
    return beyond;
  }

  /** Several slots; gives vectors to be clipped and, 32 bits above, devices with a coincidence. */
  static long merged(
      float[] w,
      StepTable table,
      int offset,
      int flip,
      Trains columns,
      int[] bits,
      int on,
      float[] noise,
      int position,
      StepBuffer buffer) {
    IntVector units = IntVector.fromArray(Lanes.INTS, table.unitBits, 0);
    IntVector spreads = IntVector.fromArray(Lanes.INTS, table.spreadBits, 0);
    int next = position;
    int beyond = 0;
    for (int k = 0; k < columns.count; k++) {
      int block = offset + columns.blocks[k] * Kernels.BLOCK;
      int falling = columns.negatives[k] ^ flip;
      for (int lane = 0; lane < Kernels.BLOCK; lane += Lanes.COUNT) {
        int i = block + lane;
        IntVector n = IntVector.fromArray(Lanes.INTS, bits, k * Kernels.BLOCK + lane).and(on);
        n = n.lanewise(VectorOperators.BIT_COUNT);
        VectorMask<Float> hit = n.compare(VectorOperators.NE, 0).cast(Lanes.FLOATS);
        VectorMask<Integer> down = VectorMask.fromLong(Lanes.INTS, falling >>> lane & HALF_MASK);
        IntVector word = IntVector.fromArray(Lanes.INTS, table.words, i);
        FloatVector factor = FloatVector.fromArray(Lanes.FLOATS, noise, next).expand(hit);
        factor = LaneSteps.signed(LaneSteps.factor(factor, n, spreads, units), down);
        FloatVector old = FloatVector.fromArray(Lanes.FLOATS, w, i);
        FloatVector a = LaneSteps.levels(word, down).fma(factor, old); // without a hit n is 0
        a.intoArray(w, i);
        boolean over = LaneSteps.beyond(a, word, table.safeUnit).and(hit).anyTrue();
        buffer.list[beyond] = i;
        beyond += over ? 1 : 0;
        next += hit.trueCount();
      }
    }
    return (long) (next - position) << 32 | beyond;
  }

  /** Clips the listed vectors to their devices' bounds, in which all other weights are. */
  static void clip(float[] w, StepTable table, int beyond, StepBuffer buffer) {
    for (int k = 0; k < beyond; k++) {
      int i = buffer.list[k];
      IntVector bounds = IntVector.fromArray(Lanes.INTS, table.bounds, i);
      FloatVector a = FloatVector.fromArray(Lanes.FLOATS, w, i);
      LaneSteps.clip(a, bounds, table.boundUnit).intoArray(w, i);
    }
  }
}
