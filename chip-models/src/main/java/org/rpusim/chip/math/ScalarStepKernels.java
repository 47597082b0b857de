package org.rpusim.chip.math;

/** Steps in plain Java: the definition of the bits that {@link VectorStepKernels} must give too. */
final class ScalarStepKernels implements StepKernels {
  @Override
  public void constantStep(
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
    ScalarSteps.constantStep(w, table, rising, offset, entries, from, to, gaussians, position);
  }

  @Override
  public int mergeSlots(
      int[] blocks,
      int[] negatives,
      int[] masks,
      int count,
      int slots,
      long on,
      boolean rising,
      StepBuffer buffer) {
    return ScalarMerged.merge(blocks, negatives, masks, count, slots, on, rising, buffer);
  }

  @Override
  public void mergedStep(
      float[] w,
      StepTable table,
      int offset,
      int count,
      float[] gaussians,
      int position,
      StepBuffer buffer) {
    ScalarMerged.step(w, table, offset, count, gaussians, position, buffer);
  }

  @Override
  public int collectMerged(StepTable table, int offset, int count, StepBuffer buffer) {
    return ScalarMerged.collect(table, offset, count, buffer);
  }

  @Override
  public void mergedStepAt(
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
    ScalarMerged.stepAt(
        w, stride, row, lines, first, count, table, offset, gaussians, position, buffer);
  }

  @Override
  public int lines(int[] entries, int from, int to, int[] lines, int at) {
    return ScalarSteps.lines(entries, from, to, lines, at);
  }

  @Override
  public int collectSteps(
      StepTable table,
      boolean rising,
      int offset,
      int[] entries,
      int from,
      int to,
      StepBuffer buffer) {
    return ScalarSteps.collect(table, rising, offset, entries, from, to, buffer.packed);
  }

  @Override
  public void constantStepAt(
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
    ScalarSteps.constantStepAt(
        w, stride, row, lines, first, count, table, rising, offset, gaussians, position, buffer);
  }
}
