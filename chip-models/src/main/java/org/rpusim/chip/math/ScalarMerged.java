package org.rpusim.chip.math;

/** Steps of the merged slots of a row in plain Java. */
final class ScalarMerged {
  private ScalarMerged() {}

  /** See {@link StepKernels#mergeSlots}. */
  static int merge(
      int[] blocks,
      int[] negatives,
      int[] masks,
      int count,
      int slots,
      long on,
      boolean rising,
      StepBuffer buffer) {
    int next = 0;
    int devices = 0;
    for (int k = 0; k < count; k++) {
      int any = 0;
      int[] counts = buffer.counts;
      int at = next * Kernels.BLOCK;
      for (int lane = 0; lane < Kernels.BLOCK; lane++) {
        counts[at + lane] = 0;
      }
      int falling = rising ? negatives[k] : ~negatives[k];
      for (long bits = on; bits != 0; bits &= bits - 1) {
        int mask = masks[k * slots + Long.numberOfTrailingZeros(bits)];
        any |= mask;
        for (int hits = mask; hits != 0; hits &= hits - 1) {
          int lane = Integer.numberOfTrailingZeros(hits);
          counts[at + lane] += (falling >>> lane & 1) != 0 ? -1 : 1;
        }
      }
      buffer.entries[next] = blocks[k] << 16 | any;
      next += any != 0 ? 1 : 0;
      devices += Integer.bitCount(any);
    }
    buffer.setDevices(devices);
    return next;
  }

  /** See {@link StepKernels#mergedStep}. */
  static void step(
      float[] w,
      StepTable table,
      int offset,
      int count,
      float[] gaussians,
      int position,
      StepBuffer buffer) {
    int devices = collect(table, offset, count, buffer);
    int next = 0;
    for (int k = 0; k < count; k++) {
      int block = offset + (buffer.entries[k] >>> 16) * Kernels.BLOCK;
      for (int bits = buffer.entries[k] & 0xFFFF; bits != 0; bits &= bits - 1) {
        int i = block + Integer.numberOfTrailingZeros(bits);
        w[i] = table.clip(i, w[i] + change(table, buffer, next, gaussians[position + next]));
        next++;
      }
    }
    assert next == devices;
  }

  private static float change(StepTable table, StepBuffer buffer, int i, float normal) {
    float n = Math.abs(buffer.signed[i]);
    float factor = normal * (float) Math.sqrt(n);
    float change = Math.fma(factor, table.unitSpread, n * table.unit) * buffer.packed[i];
    return buffer.signed[i] < 0 ? -change : change;
  }

  /** See {@link StepKernels#collectMerged}. */
  static int collect(StepTable table, int offset, int count, StepBuffer buffer) {
    int next = 0;
    for (int k = 0; k < count; k++) {
      int block = offset + (buffer.entries[k] >>> 16) * Kernels.BLOCK;
      for (int bits = buffer.entries[k] & 0xFFFF; bits != 0; bits &= bits - 1) {
        int lane = Integer.numberOfTrailingZeros(bits);
        int signed = buffer.counts[k * Kernels.BLOCK + lane];
        buffer.signed[next] = signed;
        buffer.packed[next++] = table.levels(block + lane, signed > 0);
      }
    }
    return next;
  }

  /** See {@link StepKernels#mergedStepAt}. */
  static void stepAt(
      float[] w,
      int stride,
      int row,
      int[] lines,
      int first,
      int count,
      StepTable table,
      int offset,
      float[] gaussians,
      int position,
      StepBuffer buffer) {
    for (int i = 0; i < count; i++) {
      int line = lines[first + i];
      int at = Kernels.BASE + line * stride + row;
      float change = change(table, buffer, i, gaussians[position + i]);
      w[at] = table.clip(offset + line, w[at] + change);
    }
  }
}
