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
