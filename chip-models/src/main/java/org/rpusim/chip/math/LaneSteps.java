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
}
