package org.rpusim.chip.math;

/** Steps of constant-step devices in plain Java. */
final class ScalarSteps {
  private ScalarSteps() {}

  /** See {@link StepKernels#constantStep}. */
  static void constantStep(
      float[] w,
      StepTable table,
      boolean rising,
      int offset,
      int[] entries,
      int from,
      int to,
      float[] gaussians,
      int position) {
    float unit = rising ? table.unit : -table.unit;
    float unitSpread = rising ? table.unitSpread : -table.unitSpread;
    int next = position;
    for (int e = from; e < to; e++) {
      int block = offset + (entries[e] >>> 16) * Kernels.BLOCK;
      for (int bits = entries[e] & 0xFFFF; bits != 0; bits &= bits - 1) {
        int i = block + Integer.numberOfTrailingZeros(bits);
        float factor = Math.fma(gaussians[next++], unitSpread, unit);
        w[i] = table.clip(i, w[i] + table.levels(i, rising) * factor);
      }
    }
  }

  /** See {@link StepKernels#lines}. */
  static int lines(int[] entries, int from, int to, int[] lines, int at) {
    int next = at;
    for (int e = from; e < to; e++) {
      int block = (entries[e] >>> 16) * Kernels.BLOCK;
      for (int bits = entries[e] & 0xFFFF; bits != 0; bits &= bits - 1) {
        lines[next++] = block + Integer.numberOfTrailingZeros(bits);
      }
    }
    return next - at;
  }

  /** See {@link StepKernels#collectSteps}. */
  static int collect(
      StepTable table, boolean rising, int offset, int[] entries, int from, int to, int[] packed) {
    int count = lines(entries, from, to, packed, 0);
    for (int i = 0; i < count; i++) {
      packed[i] = table.levels(offset + packed[i], rising);
    }
    return count;
  }

  /** See {@link StepKernels#constantStepAt}. */
  static void constantStepAt(
      float[] w,
      int stride,
      int row,
      int[] lines,
      int first,
      int count,
      StepTable table,
      boolean rising,
      int offset,
      float[] gaussians,
      int position,
      StepBuffer buffer) {
    float unit = rising ? table.unit : -table.unit;
    float unitSpread = rising ? table.unitSpread : -table.unitSpread;
    for (int i = 0; i < count; i++) {
      int line = lines[first + i];
      int at = Kernels.BASE + line * stride + row;
      float factor = Math.fma(gaussians[position + i], unitSpread, unit);
      w[at] = table.clip(offset + line, w[at] + buffer.packed[i] * factor);
    }
  }
}
