package org.rpusim.chip.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Unpacks a {@link StepTable}; a part of the loops of steps, see {@link LaneFunctions}. */
final class LaneSteps {
  private LaneSteps() {}

  /** Steps in levels, down where the sign is negative. */
  static FloatVector levels(IntVector words, IntVector sign) {
    return levels(words, sign.compare(VectorOperators.LT, 0));
  }

  /** Steps in levels, up or down. */
  static FloatVector levels(IntVector words, VectorMask<Integer> down) {
    IntVector step = words.lanewise(VectorOperators.LSHL, StepTable.DOWN, down);
    return LaneFunctions.toFloat(step.lanewise(VectorOperators.ASHR, StepTable.UP));
  }

  /** The step's multiple of n coincidences with their noise. */
  static FloatVector factor(FloatVector normal, IntVector n, IntVector spreads, IntVector units) {
    FloatVector unit = n.selectFrom(units).reinterpretAsFloats();
    return normal.fma(n.selectFrom(spreads).reinterpretAsFloats(), unit);
  }

  static FloatVector signed(FloatVector a, IntVector sign) {
    return a.reinterpretAsInts().lanewise(VectorOperators.XOR, sign).reinterpretAsFloats();
  }

  static FloatVector signed(FloatVector a, VectorMask<Integer> negative) {
    IntVector bits = a.reinterpretAsInts();
    return bits.lanewise(VectorOperators.XOR, Integer.MIN_VALUE, negative).reinterpretAsFloats();
  }

  /** Weights whose magnitude is above one at which no bound is reached. */
  static VectorMask<Float> beyond(FloatVector weights, IntVector words, float safeUnit) {
    FloatVector safe = LaneFunctions.toFloat(words.and(StepTable.SAFE_LEVELS)).mul(safeUnit);
    return weights.abs().compare(VectorOperators.GT, safe);
  }

  /** Weights within their bounds: lower ones in the low halves, upper ones in the high ones. */
  static FloatVector clip(FloatVector weights, IntVector bounds, float unit) {
    FloatVector upper = LaneFunctions.toFloat(bounds.lanewise(VectorOperators.ASHR, 16)).mul(unit);
    IntVector low = bounds.lanewise(VectorOperators.LSHL, 16).lanewise(VectorOperators.ASHR, 16);
    FloatVector lower = LaneFunctions.toFloat(low).mul(unit);
    FloatVector a = weights.blend(upper, weights.compare(VectorOperators.GT, upper));
    return a.blend(lower, a.compare(VectorOperators.LT, lower));
  }

  /** Stores to places, one by one where there is no instruction for it. */
  static void scatter(FloatVector a, float[] w, int[] places, int from, StepBuffer buffer) {
    if (Lanes.COUNT == Kernels.BLOCK) {
      a.intoArray(w, 0, places, from);
    } else {
      a.intoArray(buffer.changed, 0);
      for (int i = 0; i < Lanes.COUNT; i++) {
        w[places[from + i]] = buffer.changed[i];
      }
    }
  }
}
