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
  public int listMerged(Trains columns, int[] bits, int on, int distance, LineLists lists) {
    int first = lists.begin();
    int count = VectorLists.merged(columns, bits, on, lists, first);
    VectorLists.place(lists, first, count, distance);
    return count;
  }

  @Override
  public void listed(
      float[] w,
      int at,
      StepTable table,
      int offset,
      boolean falling,
      LineLists lists,
      int first,
      int count,
      float[] noise,
      int position,
      StepBuffer buffer) {
    int flip = falling ? Integer.MIN_VALUE : 0;
    int whole = count & -Lanes.COUNT;
    int beyond =
        VectorListed.step(w, at, table, offset, flip, lists, first, whole, noise, position, buffer);
    if (whole < count) {
      beyond =
          VectorListed.last(
              w, at, table, offset, flip, lists, first, whole, count, noise, position, buffer,
              beyond);
    }
    clip(w, at, table, offset, lists, first, beyond, buffer);
  }

  @Override
  public void listedMerged(
      float[] w,
      int at,
      StepTable table,
      int offset,
      boolean falling,
      LineLists lists,
      int first,
      int count,
      float[] noise,
      int position,
      StepBuffer buffer) {
    int flip = falling ? Integer.MIN_VALUE : 0;
    int whole = count & -Lanes.COUNT;
    int beyond =
        VectorListed.merged(
            w, at, table, offset, flip, lists, first, whole, noise, position, buffer);
    if (whole < count) {
      beyond =
          VectorListed.last(
              w, at, table, offset, flip, lists, first, whole, count, noise, position, buffer,
              beyond);
    }
    clip(w, at, table, offset, lists, first, beyond, buffer);
  }

  private static void clip(
      float[] w,
      int at,
      StepTable table,
      int offset,
      LineLists lists,
      int first,
      int beyond,
      StepBuffer buffer) {
    for (int k = 0; k < beyond; k++) {
      for (int bits = buffer.bits[k]; bits != 0; bits &= bits - 1) {
        int i = first + buffer.list[k] + Integer.numberOfTrailingZeros(bits);
        int place = at + lists.places[i];
        w[place] = table.clip(offset + lists.numbers[i], w[place]);
      }
    }
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
