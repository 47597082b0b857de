package org.rpusim.chip.math;

/** Steps on the Vector API. */
final class VectorStepKernels implements StepKernels {
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
    VectorSteps.constantStep(
        w, table, rising, offset, entries, from, to, gaussians, position, buffer);
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
    return VectorMerged.merge(blocks, negatives, masks, count, slots, on, rising, buffer);
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
    VectorMerged.step(w, table, offset, count, gaussians, position, buffer);
  }

  @Override
  public int collectMerged(StepTable table, int offset, int count, StepBuffer buffer) {
    return VectorMerged.collect(table, offset, count, buffer);
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
    VectorMerged.changes(table, count, gaussians, position, buffer);
    VectorSteps.add(w, Kernels.BASE + row, stride, lines, first, count, buffer.changed);
    clipAt(w, stride, row, lines, first, count, table, offset, buffer);
  }

  private static void clipAt(
      float[] w,
      int stride,
      int row,
      int[] lines,
      int first,
      int count,
      StepTable table,
      int offset,
      StepBuffer buffer) {
    int beyond = VectorSteps.beyond(table, count, buffer);
    for (int k = 0; k < beyond; k++) {
      int line = lines[first + buffer.list[k]];
      int at = Kernels.BASE + line * stride + row;
      w[at] = table.clip(offset + line, w[at]);
    }
  }

  @Override
  public int lines(int[] entries, int from, int to, int[] lines, int at) {
    return VectorSteps.lines(entries, from, to, lines, at);
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
    return VectorSteps.collect(table, rising, offset, entries, from, to, buffer.packed);
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
    VectorSteps.changes(table, rising, count, gaussians, position, buffer);
    VectorSteps.add(w, Kernels.BASE + row, stride, lines, first, count, buffer.changed);
    clipAt(w, stride, row, lines, first, count, table, offset, buffer);
  }
}
