package org.rpusim.chip.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/** Lists of steps: weights and table are gathered, weights scattered again. */
final class VectorListed {
  private VectorListed() {}

  /** See {@link StepKernels#append}. */
  static int append(
      PulsedLines rows, int from, int plane, int most, LineLists lists, StepList steps) {
    int[] slots = rows.slots[plane];
    int k = from;
    while (k < rows.count && steps.count < StepList.ENOUGH) {
      int on = slots[k];
      if (lists.coincidences(on, plane) > most || Integer.bitCount(on) > StepKernels.MERGED) {
        return k;
      }
      int row = rows.lines[k];
      int sign = rows.signs[k];
      if ((on & (on - 1)) != 0) {
        steps.count = LaneAppend.merged(lists, on, row, sign, steps);
      } else if (on != 0) {
        int slot = Integer.numberOfTrailingZeros(on) + plane * StepKernels.PLANE;
        int count = lists.pulses[slot];
        steps.count = LaneAppend.slot(lists, lists.first[slot], count, row, sign, steps);
      }
      k++;
    }
    return k;
  }

  static void appendPart(PulsedLines rows, int k, int on, LineLists lists, StepList steps) {
    steps.count = LaneAppend.merged(lists, on, rows.lines[k], rows.signs[k], steps);
  }

  /** Whole vectors of steps up to {@code end}; gives how many hold one to be clipped. */
  static int step(
      float[] w,
      int[] at,
      StepTable table,
      StepList steps,
      int end,
      float[] noise,
      int position,
      StepBuffer buffer) {
    IntVector units = IntVector.fromArray(Lanes.INTS, table.unitBits, 0);
    IntVector spreads = IntVector.fromArray(Lanes.INTS, table.spreadBits, 0);
    int beyond = 0;
    for (int i = 0; i < end; i += Lanes.COUNT) {
      IntVector word = IntVector.fromArray(Lanes.INTS, table.words, 0, steps.devices, i);
      FloatVector old = FloatVector.fromArray(Lanes.FLOATS, w, 0, at, i);
      IntVector code = IntVector.fromArray(Lanes.INTS, steps.codes, i);
      IntVector sign = code.and(Integer.MIN_VALUE);
      IntVector n = code.and(StepKernels.MERGED);
      FloatVector factor = FloatVector.fromArray(Lanes.FLOATS, noise, position + i);
      factor = LaneSteps.signed(LaneSteps.factor(factor, n, spreads, units), sign);
      FloatVector a = LaneSteps.levels(word, sign).fma(factor, old);
      boolean over = LaneSteps.beyond(a, word, table.safeUnit).anyTrue();
      LaneSteps.scatter(a, w, at, i, buffer);
      buffer.list[beyond] = i;
      beyond += over ? 1 : 0;
    }
    return beyond;
  }

  /** Clips listed vectors to their devices' bounds. */
  static void clip(
      float[] w, int[] at, StepTable table, StepList steps, int beyond, StepBuffer buffer) {
    for (int k = 0; k < beyond; k++) {
      int i = buffer.list[k];
      IntVector bounds = IntVector.fromArray(Lanes.INTS, table.bounds, 0, steps.devices, i);
      FloatVector a = FloatVector.fromArray(Lanes.FLOATS, w, 0, at, i);
      LaneSteps.scatter(LaneSteps.clip(a, bounds, table.boundUnit), w, at, i, buffer);
    }
  }

  static void mirror(float[] w, float[] inputMajor, StepList steps, int end, StepBuffer buffer) {
    for (int i = 0; i < end; i += Lanes.COUNT) {
      FloatVector a = FloatVector.fromArray(Lanes.FLOATS, w, 0, steps.devices, i);
      LaneSteps.scatter(a, inputMajor, steps.places, i, buffer);
    }
  }
}
