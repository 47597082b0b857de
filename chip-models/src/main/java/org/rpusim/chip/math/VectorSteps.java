package org.rpusim.chip.math;

/**
 * Steps on the Vector API. What ends beyond its safe magnitude is listed first and clipped after: a
 * branch for each would be guessed wrong too often.
 */
final class VectorSteps implements StepKernels {
  @Override
  public int list(Trains columns, int slot, int distance, LineLists lists) {
    int first = lists.begin();
    int count = VectorLists.slot(columns, slot, lists, first);
    VectorLists.place(lists, first, count, distance);
    return count;
  }

  @Override
  public void lineBits(Trains columns, long live, int first, int[] bits) {
    int slots = Math.min(columns.slots - first, PLANE);
    VectorLists.lineBits(columns, (int) (live >>> first), first, slots, bits);
  }

  @Override
  public void append(
      LineLists lists,
      int first,
      int count,
      int at,
      int offset,
      boolean falling,
      float[] noise,
      int position,
      StepList steps) {
    int flip = falling ? Integer.MIN_VALUE : 0;
    VectorListed.append(lists, first, count, at, offset, flip, noise, position, steps);
  }

  @Override
  public int appendMerged(
      Trains columns,
      int[] bits,
      int on,
      int distance,
      int at,
      int offset,
      boolean falling,
      float[] noise,
      int position,
      StepList steps) {
    int before = steps.count;
    int flip = falling ? -1 : 0;
    int count = VectorListed.appendMerged(columns, bits, on, distance, at, offset, flip, steps);
    System.arraycopy(noise, position, steps.noise, before, count);
    return count;
  }

  /** What does not fill a vector is done one by one: a scatter under a mask would box vectors. */
  @Override
  public void step(float[] w, StepTable table, StepList steps, StepBuffer buffer) {
    int whole = steps.count & -Lanes.COUNT;
    int beyond = VectorListed.step(w, table, steps, whole, buffer);
    for (int k = 0; k < beyond; k++) {
      for (int bits = buffer.bits[k]; bits != 0; bits &= bits - 1) {
        int i = buffer.list[k] + Integer.numberOfTrailingZeros(bits);
        int place = steps.places[i];
        w[place] = table.clip(steps.devices[i], w[place]);
      }
    }
    ScalarSteps.step(w, table, steps, whole);
  }

  @Override
  public void slot(
      float[] w,
      StepTable table,
      int offset,
      boolean falling,
      Trains columns,
      int slot,
      float[] noise,
      int position,
      StepBuffer buffer) {
    int beyond =
        VectorBlocks.slot(
            w, table, offset, falling ? -1 : 0, columns, slot, noise, position, buffer);
    VectorBlocks.clip(w, table, beyond, buffer);
  }

  @Override
  public int merged(
      float[] w,
      StepTable table,
      int offset,
      boolean falling,
      Trains columns,
      int[] bits,
      int on,
      float[] noise,
      int position,
      StepBuffer buffer) {
    int flip = falling ? -1 : 0;
    long done =
        VectorBlocks.merged(w, table, offset, flip, columns, bits, on, noise, position, buffer);
    VectorBlocks.clip(w, table, (int) done, buffer);
    return (int) (done >>> 32);
  }
}
