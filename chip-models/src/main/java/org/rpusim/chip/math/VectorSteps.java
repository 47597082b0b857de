package org.rpusim.chip.math;

/**
 * Steps on the Vector API. What ends beyond its safe magnitude is listed first and clipped after: a
 * branch for each would be guessed wrong too often.
 */
final class VectorSteps implements StepKernels {
  @Override
  public void countPulses(Trains lines, int[] pulses) {
    for (int slot = 0; slot < lines.slots; slot += Lanes.COUNT) {
      VectorLists.countPulses(lines, slot, pulses);
    }
  }

  @Override
  public void listPulsed(Trains lines, int[][] bits, PulsedLines pulsed) {
    if (bits.length == 1) {
      pulsed.count = VectorLists.pulsed(lines, bits[0], pulsed);
    } else {
      pulsed.count = VectorLists.pulsed(lines, bits[0], bits[1], pulsed);
    }
  }

  @Override
  public long slotsOfSingles(PulsedLines pulsed, int plane) {
    return VectorLists.slotsOfSingles(pulsed.slots[plane], pulsed.count);
  }

  @Override
  public void list(int slot, int distance, LineLists lists) {
    int first = lists.begin(slot);
    int count = VectorLists.slot(lists.columns, slot, lists, first);
    VectorLists.place(lists, first, count, distance);
    lists.keep(count);
  }

  @Override
  public void lineBits(Trains columns, long live, int first, int[] bits) {
    int slots = Math.min(columns.slots - first, PLANE);
    VectorLists.lineBits(columns, (int) (live >>> first), first, slots, bits);
  }

  @Override
  public int append(
      PulsedLines rows, int from, int plane, int most, LineLists lists, StepList steps) {
    return VectorListed.append(rows, from, plane, most, lists, steps);
  }

  @Override
  public void appendPart(PulsedLines rows, int k, int on, LineLists lists, StepList steps) {
    VectorListed.appendPart(rows, k, on, lists, steps);
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
    int end = steps.fill(Lanes.COUNT);
    int[] at = inputMajor ? steps.places : steps.devices;
    int beyond = VectorListed.step(w, at, table, steps, end, noise, position, buffer);
    VectorListed.clip(w, at, table, steps, beyond, buffer);
  }

  @Override
  public void mirror(float[] w, float[] inputMajor, StepList steps, StepBuffer buffer) {
    VectorListed.mirror(w, inputMajor, steps, steps.fill(Lanes.COUNT), buffer);
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
