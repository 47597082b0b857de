package org.rpusim.chip.math;

/** Steps in plain Java: the definition of the bits that {@link VectorSteps} must give too. */
final class ScalarSteps implements StepKernels {
  @Override
  public int list(Trains columns, int slot, int distance, LineLists lists) {
    int first = lists.begin();
    int next = first;
    for (int k = 0; k < columns.count; k++) {
      for (int bits = columns.mask(k, slot); bits != 0; bits &= bits - 1) {
        lists.counts[next] = 1;
        put(columns, k, Integer.numberOfTrailingZeros(bits), distance, lists, next++);
      }
    }
    return next - first;
  }

  private static void put(
      Trains columns, int k, int lane, int distance, LineLists lists, int place) {
    int line = columns.blocks[k] * Kernels.BLOCK + lane;
    lists.numbers[place] = line;
    lists.places[place] = line * distance;
    lists.signs[place] = (columns.negatives[k] >>> lane & 1) << 31;
  }

  @Override
  public void lineBits(Trains columns, long live, int first, int[] bits) {
    for (int k = 0; k < columns.count; k++) {
      for (int lane = 0; lane < Kernels.BLOCK; lane++) {
        int on = 0;
        for (int slot = first; slot < Math.min(columns.slots, first + PLANE); slot++) {
          boolean drawn = (live >>> slot & 1) != 0;
          on |= drawn ? (columns.mask(k, slot) >>> lane & 1) << (slot - first) : 0;
        }
        bits[k * Kernels.BLOCK + lane] = on;
      }
    }
  }

  @Override
  public int listMerged(Trains columns, int[] bits, int on, int distance, LineLists lists) {
    int first = lists.begin();
    int next = first;
    for (int i = 0; i < columns.count * Kernels.BLOCK; i++) {
      int n = Integer.bitCount(bits[i] & on);
      if (n > 0) {
        lists.counts[next] = n;
        put(columns, i / Kernels.BLOCK, i % Kernels.BLOCK, distance, lists, next++);
      }
    }
    return next - first;
  }

  /** n coincidences of a device. */
  private static void step(
      float[] w, int place, StepTable table, int device, boolean falling, int n, float normal) {
    float factor = Math.fma(normal, table.spreads[n], table.units[n]);
    float level = table.levels(device, !falling);
    w[place] = table.clip(device, Math.fma(level, falling ? -factor : factor, w[place]));
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
    listedMerged(
        w, at, table, offset, falling, lists, first, count, noise, position,
        buffer); // all counts 1
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
    for (int i = 0; i < count; i++) {
      boolean down = falling != lists.signs[first + i] < 0;
      int device = offset + lists.numbers[first + i];
      int n = lists.counts[first + i];
      step(w, at + lists.places[first + i], table, device, down, n, noise[position + i]);
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
    int next = position;
    for (int k = 0; k < columns.count; k++) {
      int block = offset + columns.blocks[k] * Kernels.BLOCK;
      for (int bits = columns.mask(k, slot); bits != 0; bits &= bits - 1) {
        int lane = Integer.numberOfTrailingZeros(bits);
        boolean down = falling != ((columns.negatives[k] >>> lane & 1) != 0);
        step(w, block + lane, table, block + lane, down, 1, noise[next++]);
      }
    }
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
    int next = position;
    for (int i = 0; i < columns.count * Kernels.BLOCK; i++) {
      int n = Integer.bitCount(bits[i] & on);
      if (n > 0) {
        int k = i / Kernels.BLOCK;
        int lane = i % Kernels.BLOCK;
        int device = offset + columns.blocks[k] * Kernels.BLOCK + lane;
        boolean down = falling != ((columns.negatives[k] >>> lane & 1) != 0);
        step(w, device, table, device, down, n, noise[next++]);
      }
    }
    return next - position;
  }
}
