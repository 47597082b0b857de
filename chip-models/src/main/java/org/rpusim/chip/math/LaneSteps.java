package org.rpusim.chip.math;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** Unpacks a {@link StepTable}; a part of {@link VectorPulses}, see {@link LaneFunctions}. */
final class LaneSteps {
  private static final VectorSpecies<Byte> BYTES =
      VectorSpecies.of(byte.class, VectorShape.forBitSize(Lanes.COUNT * Byte.SIZE));

  private LaneSteps() {}

  /**
   * Steps in levels.
   *
   * @param shift 16 for those up, 0 for those down
   */
  static FloatVector levels(int[] steps, int i, int shift) {
    return LaneFunctions.toFloat(words(steps, i, shift));
  }

  private static IntVector words(int[] steps, int i, int shift) {
    IntVector words = IntVector.fromArray(Lanes.INTS, steps, i);
    return words.lanewise(VectorOperators.LSHL, shift).lanewise(VectorOperators.LSHR, 16);
  }

  /** Steps in levels, up where the count is above 0, else down. */
  static IntVector levels(int[] steps, int i, IntVector signed) {
    IntVector words = IntVector.fromArray(Lanes.INTS, steps, i);
    IntVector down = words.lanewise(VectorOperators.LSHR, 16);
    return down.blend(words.and(0xFFFF), signed.compare(VectorOperators.GT, 0));
  }

  /** Change of weights by a signed number of steps. */
  static FloatVector change(
      StepTable table, IntVector levels, IntVector signed, FloatVector normal) {
    FloatVector n = LaneFunctions.toFloat(signed.abs());
    FloatVector unitSpread = FloatVector.broadcast(Lanes.FLOATS, table.unitSpread);
    FloatVector factor = normal.mul(n.sqrt()).fma(unitSpread, n.mul(table.unit));
    IntVector change = factor.mul(LaneFunctions.toFloat(levels)).reinterpretAsInts();
    IntVector sign = signed.and(Integer.MIN_VALUE);
    return change.lanewise(VectorOperators.XOR, sign).reinterpretAsFloats();
  }

  /** Magnitudes without a bound, in levels. */
  static FloatVector safe(byte[] safe, int i) {
    return LaneFunctions.toFloat(bytes(safe, i));
  }

  private static IntVector bytes(byte[] safe, int i) {
    return (IntVector)
        ByteVector.fromArray(BYTES, safe, i)
            .convertShape(VectorOperators.ZERO_EXTEND_B2I, Lanes.INTS, 0);
  }

  /** Steps in the low halves, magnitudes without a bound in the high ones. */
  static IntVector packed(StepTable table, int i, int shift) {
    IntVector high = bytes(table.safe, i).lanewise(VectorOperators.LSHL, 16);
    return words(table.steps, i, shift).lanewise(VectorOperators.OR, high);
  }

  /** As {@link #packed(StepTable, int, int)}, each up or down by its count. */
  static IntVector packed(StepTable table, int i, IntVector signed) {
    IntVector high = bytes(table.safe, i).lanewise(VectorOperators.LSHL, 16);
    return levels(table.steps, i, signed).lanewise(VectorOperators.OR, high);
  }

  static FloatVector upper(int[] bounds, int i) {
    IntVector words = IntVector.fromArray(Lanes.INTS, bounds, i);
    return LaneFunctions.toFloat(words.lanewise(VectorOperators.ASHR, 16));
  }

  static FloatVector lower(int[] bounds, int i) {
    IntVector words = IntVector.fromArray(Lanes.INTS, bounds, i);
    words = words.lanewise(VectorOperators.LSHL, 16).lanewise(VectorOperators.ASHR, 16);
    return LaneFunctions.toFloat(words);
  }
}
