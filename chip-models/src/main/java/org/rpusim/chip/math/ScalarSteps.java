package org.rpusim.chip.math;

/** Steps in plain Java: the definition of the bits that {@link VectorSteps} must give too. */
final class ScalarSteps implements StepKernels {
  @Override
  public int list(Trains columns, int slot, int distance, LineLists lists) {
    int first = lists.begin();
    int next = first;
    for (int k = 0; k < columns.count; k++) {
      for (int bits = columns.mask(k, slot); bits != 0; bits &= bits - 1) {
        int lane = Integer.numberOfTrailingZeros(bits);
        int line = columns.blocks[k] * Kernels.BLOCK + lane;
        lists.numbers[next] = line;
        lists.places[next] = line * distance;
        lists.signs[next++] = (columns.negatives[k] >>> lane & 1) << 31;
      }
    }
    return next - first;
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
    for (int i = 0; i < count; i++) {
      int next = steps.count++;
      steps.devices[next] = offset + lists.numbers[first + i];
      steps.places[next] = at + lists.places[first + i];
      steps.signs[next] = lists.signs[first + i] ^ flip;
      steps.counts[next] = 1;
      steps.noise[next] = noise[position + i];
    }
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
    int flip = falling ? Integer.MIN_VALUE : 0;
    int before = steps.count;
    for (int i = 0; i < columns.count * Kernels.BLOCK; i++) {
      int n = Integer.bitCount(bits[i] & on);
      if (n > 0) {
        int block = i / Kernels.BLOCK;
        int lane = i % Kernels.BLOCK;
        int line = columns.blocks[block] * Kernels.BLOCK + lane;
        int next = steps.count++;
        steps.devices[next] = offset + line;
        steps.places[next] = at + line * distance;
        steps.signs[next] = (columns.negatives[block] >>> lane & 1) << 31 ^ flip;
        steps.counts[next] = n;
        steps.noise[next] = noise[position + next - before];
      }
    }
    return steps.count - before;
  }

  /** n coincidences of a device. */
  private static void step(
      float[] w, int place, StepTable table, int device, boolean falling, int n, float normal) {
    float factor = Math.fma(normal, table.spreads[n], table.units[n]);
    float level = table.levels(device, !falling);
    float a = Math.fma(level, falling ? -factor : factor, w[place]);
    w[place] = Math.abs(a) <= table.safeMagnitude(device) ? a : table.clip(device, a);
  }

  @Override
  public void step(float[] w, StepTable table, StepList steps, StepBuffer buffer) {
    step(w, table, steps, 0);
  }

  /** Steps from the {@code first} one of a list on. */
  static void step(float[] w, StepTable table, StepList steps, int first) {
    for (int i = first; i < steps.count; i++) {
      boolean down = steps.signs[i] < 0;
      step(w, steps.places[i], table, steps.devices[i], down, steps.counts[i], steps.noise[i]);
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
