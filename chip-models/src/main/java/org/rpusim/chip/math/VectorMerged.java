package org.rpusim.chip.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Steps of the merged slots of a row. */
final class VectorMerged {
  private static final int HALF_MASK = (1 << Lanes.COUNT) - 1;

  private VectorMerged() {}

  static int merge(
      int[] blocks,
      int[] negatives,
      int[] masks,
      int count,
      int slots,
      long on,
      boolean rising,
      StepBuffer buffer) {
    int flip = rising ? 0 : -1;
    int next = 0;
    int devices = 0;
    for (int k = 0; k < count; k++) {
      int any = 0;
      int falling = negatives[k] ^ flip;
      for (int lane = 0; lane < Kernels.BLOCK; lane += Lanes.COUNT) {
        IntVector n = IntVector.zero(Lanes.INTS);
        for (long bits = on; bits != 0; bits &= bits - 1) {
          int mask = masks[k * slots + Long.numberOfTrailingZeros(bits)];
          any |= mask;
          n = n.add(1, VectorMask.fromLong(Lanes.INTS, mask >>> lane & HALF_MASK));
        }
        VectorMask<Integer> down = VectorMask.fromLong(Lanes.INTS, falling >>> lane & HALF_MASK);
        n.lanewise(VectorOperators.NEG, down).intoArray(buffer.counts, next * Kernels.BLOCK + lane);
      }
      buffer.entries[next] = blocks[k] << 16 | any;
      next += any != 0 ? 1 : 0;
      devices += Integer.bitCount(any);
    }
    buffer.setDevices(devices);
    return next;
  }

  static void step(
      float[] w,
      StepTable table,
      int offset,
      int count,
      float[] gaussians,
      int position,
      StepBuffer buffer) {
    int beyond = add(w, table, offset, count, gaussians, position, buffer);
    for (int k = 0; k < beyond; k++) {
      int entry = buffer.entries[buffer.list[k]];
      int block = offset + (entry >>> 16) * Kernels.BLOCK;
      VectorSteps.clip(w, table, block, entry & 0xFFFF);
    }
  }

  private static int add(
      float[] w,
      StepTable table,
      int offset,
      int count,
      float[] gaussians,
      int position,
      StepBuffer buffer) {
    int next = position;
    int beyond = 0;
    for (int e = 0; e < count; e++) {
      int entry = buffer.entries[e];
      int block = offset + (entry >>> 16) * Kernels.BLOCK;
      long over = 0;
      for (int lane = 0; lane < Kernels.BLOCK; lane += Lanes.COUNT) {
        int i = block + lane;
        int half = entry >>> lane & HALF_MASK;
        VectorMask<Float> hit = VectorMask.fromLong(Lanes.FLOATS, half);
        FloatVector normal = FloatVector.fromArray(Lanes.FLOATS, gaussians, next).expand(hit);
        IntVector signed = IntVector.fromArray(Lanes.INTS, buffer.counts, e * Kernels.BLOCK + lane);
        FloatVector change =
            LaneSteps.change(table, LaneSteps.levels(table.steps, i, signed), signed, normal);
        FloatVector a = FloatVector.fromArray(Lanes.FLOATS, w, i).add(change, hit);
        a.intoArray(w, i);
        FloatVector limit = LaneSteps.safe(table.safe, i).mul(table.safeUnit);
        over |= a.abs().compare(VectorOperators.GT, limit, hit).toLong();
        next += Integer.bitCount(half);
      }
      buffer.list[beyond] = e;
      beyond += over != 0 ? 1 : 0;
    }
    return beyond;
  }

  static int collect(StepTable table, int offset, int count, StepBuffer buffer) {
    int next = 0;
    for (int e = 0; e < count; e++) {
      int block = offset + (buffer.entries[e] >>> 16) * Kernels.BLOCK;
      for (int lane = 0; lane < Kernels.BLOCK; lane += Lanes.COUNT) {
        int half = buffer.entries[e] >>> lane & HALF_MASK;
        VectorMask<Integer> hit = VectorMask.fromLong(Lanes.INTS, half);
        IntVector signed = IntVector.fromArray(Lanes.INTS, buffer.counts, e * Kernels.BLOCK + lane);
        LaneSteps.packed(table, block + lane, signed).compress(hit).intoArray(buffer.packed, next);
        signed.compress(hit).intoArray(buffer.signed, next);
        next += Integer.bitCount(half);
      }
    }
    return next;
  }

  /** Changes of weights from packed steps and signed counts. */
  static void changes(
      StepTable table, int count, float[] gaussians, int position, StepBuffer buffer) {
    for (int i = 0; i < count; i += Lanes.COUNT) {
      FloatVector normal = FloatVector.fromArray(Lanes.FLOATS, gaussians, position + i);
      IntVector levels = IntVector.fromArray(Lanes.INTS, buffer.packed, i).and(0xFFFF);
      IntVector signed = IntVector.fromArray(Lanes.INTS, buffer.signed, i);
      LaneSteps.change(table, levels, signed, normal).intoArray(buffer.changed, i);
    }
  }
}
