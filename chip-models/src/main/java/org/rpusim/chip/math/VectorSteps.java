package org.rpusim.chip.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Steps of constant-step devices. What ends beyond its safe magnitude is listed first and clipped
 * after: a branch for each would be guessed wrong too often.
 */
final class VectorSteps {
  private static final int HALF_MASK = (1 << Lanes.COUNT) - 1;
  private static final IntVector INDEX = IntVector.zero(Lanes.INTS).addIndex(1);

  private VectorSteps() {}

  static void constantStep(
      float[] w,
      StepTable table,
      boolean rising,
      int offset,
      int[] entries,
      int from,
      int to,
      float[] gaussians,
      int position,
      StepBuffer buffer) {
    int[] list = buffer.list;
    int beyond = step(w, table, rising, offset, entries, from, to, gaussians, position, list);
    for (int k = 0; k < beyond; k++) {
      int block = offset + (entries[list[k]] >>> 16) * Kernels.BLOCK;
      clip(w, table, block, entries[list[k]] & 0xFFFF);
    }
  }

  private static int step(
      float[] w,
      StepTable table,
      boolean rising,
      int offset,
      int[] entries,
      int from,
      int to,
      float[] gaussians,
      int position,
      int[] list) {
    FloatVector unit = FloatVector.broadcast(Lanes.FLOATS, rising ? table.unit : -table.unit);
    FloatVector unitSpread =
        FloatVector.broadcast(Lanes.FLOATS, rising ? table.unitSpread : -table.unitSpread);
    int shift = rising ? 16 : 0;
    int next = position;
    int beyond = 0;
    for (int e = from; e < to; e++) {
      int block = offset + (entries[e] >>> 16) * Kernels.BLOCK;
      int bits = entries[e] & 0xFFFF;
      long over = 0;
      for (int lane = 0; lane < Kernels.BLOCK; lane += Lanes.COUNT) {
        int i = block + lane;
        int half = bits >>> lane & HALF_MASK;
        VectorMask<Float> hit = VectorMask.fromLong(Lanes.FLOATS, half);
        FloatVector factor = FloatVector.fromArray(Lanes.FLOATS, gaussians, next).expand(hit);
        factor = factor.fma(unitSpread, unit);
        FloatVector old = FloatVector.fromArray(Lanes.FLOATS, w, i);
        FloatVector a = old.add(LaneSteps.levels(table.steps, i, shift).mul(factor), hit);
        a.intoArray(w, i);
        FloatVector limit = LaneSteps.safe(table.safe, i).mul(table.safeUnit);
        over |= a.abs().compare(VectorOperators.GT, limit, hit).toLong();
        next += Integer.bitCount(half);
      }
      list[beyond] = e;
      beyond += over != 0 ? 1 : 0;
    }
    return beyond;
  }

  /** Clips the weights of a block's devices to their bounds. */
  static void clip(float[] w, StepTable table, int block, int bits) {
    for (int lane = 0; lane < Kernels.BLOCK; lane += Lanes.COUNT) {
      int i = block + lane;
      FloatVector old = FloatVector.fromArray(Lanes.FLOATS, w, i);
      FloatVector high = LaneSteps.upper(table.bounds, i).mul(table.boundUnit);
      FloatVector a = old.blend(high, old.compare(VectorOperators.GT, high));
      FloatVector low = LaneSteps.lower(table.bounds, i).mul(table.boundUnit);
      a = a.blend(low, a.compare(VectorOperators.LT, low));
      old.blend(a, VectorMask.fromLong(Lanes.FLOATS, bits >>> lane & HALF_MASK)).intoArray(w, i);
    }
  }

  static int lines(int[] entries, int from, int to, int[] lines, int at) {
    int next = at;
    for (int e = from; e < to; e++) {
      int block = (entries[e] >>> 16) * Kernels.BLOCK;
      for (int lane = 0; lane < Kernels.BLOCK; lane += Lanes.COUNT) {
        int half = entries[e] >>> lane & HALF_MASK;
        VectorMask<Integer> hit = VectorMask.fromLong(Lanes.INTS, half);
        INDEX.add(block + lane).compress(hit).intoArray(lines, next);
        next += Integer.bitCount(half);
      }
    }
    return next - at;
  }

  static int collect(
      StepTable table, boolean rising, int offset, int[] entries, int from, int to, int[] packed) {
    int shift = rising ? 16 : 0;
    int next = 0;
    for (int e = from; e < to; e++) {
      int block = offset + (entries[e] >>> 16) * Kernels.BLOCK;
      for (int lane = 0; lane < Kernels.BLOCK; lane += Lanes.COUNT) {
        int half = entries[e] >>> lane & HALF_MASK;
        VectorMask<Integer> hit = VectorMask.fromLong(Lanes.INTS, half);
        LaneSteps.packed(table, block + lane, shift).compress(hit).intoArray(packed, next);
        next += Integer.bitCount(half);
      }
    }
    return next;
  }

  /** Changes of weights from packed steps. */
  static void changes(
      StepTable table,
      boolean rising,
      int count,
      float[] gaussians,
      int position,
      StepBuffer buffer) {
    FloatVector unit = FloatVector.broadcast(Lanes.FLOATS, rising ? table.unit : -table.unit);
    FloatVector unitSpread =
        FloatVector.broadcast(Lanes.FLOATS, rising ? table.unitSpread : -table.unitSpread);
    for (int i = 0; i < count; i += Lanes.COUNT) {
      FloatVector factor = FloatVector.fromArray(Lanes.FLOATS, gaussians, position + i);
      factor = factor.fma(unitSpread, unit);
      IntVector levels = IntVector.fromArray(Lanes.INTS, buffer.packed, i).and(0xFFFF);
      LaneFunctions.toFloat(levels).mul(factor).intoArray(buffer.changed, i);
    }
  }

  /** Adds changes to weights that lie apart, and keeps the changed ones together. */
  static void add(
      float[] w, int at, int stride, int[] lines, int first, int count, float[] changed) {
    for (int i = 0; i < count; i++) {
      int place = at + lines[first + i] * stride;
      float a = w[place] + changed[i];
      w[place] = a;
      changed[i] = a;
    }
  }

  /** Lists the changed weights that may be beyond a bound. */
  static int beyond(StepTable table, int count, StepBuffer buffer) {
    int beyond = 0;
    for (int i = 0; i < count; i += Lanes.COUNT) {
      FloatVector a = FloatVector.fromArray(Lanes.FLOATS, buffer.changed, i);
      IntVector levels = IntVector.fromArray(Lanes.INTS, buffer.packed, i);
      FloatVector limit = LaneFunctions.toFloat(levels.lanewise(VectorOperators.LSHR, 16));
      VectorMask<Integer> over =
          a.abs().compare(VectorOperators.GT, limit.mul(table.safeUnit)).cast(Lanes.INTS);
      over = over.and(Lanes.INTS.indexInRange(i, count));
      INDEX.add(i).compress(over).intoArray(buffer.list, beyond);
      beyond += over.trueCount();
    }
    return beyond;
  }
}
