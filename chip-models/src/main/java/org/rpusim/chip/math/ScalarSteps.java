package org.rpusim.chip.math;

/** Steps in plain Java: the definition of the bits that {@link VectorSteps} must give too. */
final class ScalarSteps implements StepKernels {
  @Override
  public void countPulses(Trains lines, int[] pulses) {
    for (int slot = 0; slot < lines.slots; slot++) {
      pulses[slot] = 0;
      for (int k = 0; k < lines.count; k++) {
        pulses[slot] += Integer.bitCount(lines.mask(k, slot));
      }
    }
  }

  @Override
  public void listPulsed(Trains lines, int[][] bits, PulsedLines pulsed) {
    int next = 0;
    for (int i = 0; i < lines.count * Kernels.BLOCK; i++) {
      int any = 0;
      for (int plane = 0; plane < bits.length; plane++) {
        pulsed.slots[plane][next] = bits[plane][i];
        any |= bits[plane][i];
      }
      int block = i / Kernels.BLOCK;
      int lane = i % Kernels.BLOCK;
      pulsed.lines[next] = lines.blocks[block] * Kernels.BLOCK + lane;
      pulsed.signs[next] = (lines.negatives[block] >>> lane & 1) << 31;
      next += any != 0 ? 1 : 0;
    }
    pulsed.count = next;
  }

  @Override
  public long slotsOfSingles(PulsedLines pulsed, int plane) {
    int single = 0;
    int several = 0;
    for (int k = 0; k < pulsed.count; k++) {
      int on = pulsed.slots[plane][k];
      single |= (on & (on - 1)) == 0 ? on : 0;
      several |= (on & (on - 1)) == 0 ? 0 : on;
    }
    return (long) several << 32 | (single & 0xFFFF_FFFFL);
  }

  @Override
  public void list(int slot, int distance, LineLists lists) {
    Trains columns = lists.columns;
    int first = lists.begin(slot);
    int next = first;
    for (int k = 0; k < columns.count; k++) {
      for (int bits = columns.mask(k, slot); bits != 0; bits &= bits - 1) {
        int lane = Integer.numberOfTrailingZeros(bits);
        int line = columns.blocks[k] * Kernels.BLOCK + lane;
        lists.numbers[next] = line;
        lists.places[next] = line * distance;
        lists.codes[next++] = (columns.negatives[k] >>> lane & 1) << 31 | 1;
      }
    }
    lists.keep(next - first);
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
  public int append(
      PulsedLines rows, int from, int plane, int most, LineLists lists, StepList steps) {
    int k = from;
    while (k < rows.count && !steps.isLong()) {
      int on = rows.slots[plane][k];
      if (lists.coincidences(on, plane) > most || Integer.bitCount(on) > MERGED) {
        return k;
      }
      if ((on & (on - 1)) == 0) {
        appendSlot(rows, k, on, plane, lists, steps);
      } else {
        appendPart(rows, k, on, lists, steps);
      }
      k++;
    }
    return k;
  }

  private static void appendSlot(
      PulsedLines rows, int k, int on, int plane, LineLists lists, StepList steps) {
    int slot = Integer.numberOfTrailingZeros(on) + plane * PLANE;
    int row = rows.lines[k];
    for (int i = 0; on != 0 && i < lists.pulses[slot]; i++) {
      int from = lists.first[slot] + i;
      int next = steps.count++;
      steps.devices[next] = steps.offset(row) + lists.numbers[from];
      steps.places[next] = Kernels.BASE + row + lists.places[from];
      steps.codes[next] = lists.codes[from] ^ rows.signs[k];
    }
  }

  @Override
  public void appendPart(PulsedLines rows, int k, int on, LineLists lists, StepList steps) {
    Trains columns = lists.columns;
    int row = rows.lines[k];
    for (int i = 0; i < columns.count * Kernels.BLOCK; i++) {
      int n = Integer.bitCount(lists.bits[i] & on);
      if (n > 0) {
        int block = i / Kernels.BLOCK;
        int lane = i % Kernels.BLOCK;
        int line = columns.blocks[block] * Kernels.BLOCK + lane;
        int next = steps.count++;
        steps.devices[next] = steps.offset(row) + line;
        steps.places[next] = Kernels.BASE + row + line * steps.distance;
        int sign = (columns.negatives[block] >>> lane & 1) << 31;
        steps.codes[next] = (sign ^ rows.signs[k]) | n;
      }
    }
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
  public void step(
      float[] w,
      boolean inputMajor,
      StepTable table,
      StepList steps,
      float[] noise,
      int position,
      StepBuffer buffer) {
    for (int i = 0; i < steps.count; i++) {
      int place = inputMajor ? steps.places[i] : steps.devices[i];
      int n = steps.codes[i] & MERGED;
      step(w, place, table, steps.devices[i], steps.codes[i] < 0, n, noise[position + i]);
    }
  }

  @Override
  public void mirror(float[] w, float[] inputMajor, StepList steps, StepBuffer buffer) {
    for (int i = 0; i < steps.count; i++) {
      inputMajor[steps.places[i]] = w[steps.devices[i]];
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
