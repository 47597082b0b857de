package org.rpusim.chip.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * A square of 8 × 8 numbers turned over its diagonal; a part of {@link VectorPatches}, see {@link
 * LaneFunctions}.
 */
final class LaneTurn {
  private static final VectorSpecies<Float> EIGHT = FloatVector.SPECIES_256;
  private static final VectorShuffle<Float> FLIP_4 = flip(4);
  private static final VectorShuffle<Float> FLIP_2 = flip(2);
  private static final VectorShuffle<Float> FLIP_1 = flip(1);
  private static final VectorMask<Float> ODD_4 = VectorMask.fromLong(EIGHT, 0xF0);
  private static final VectorMask<Float> ODD_2 = VectorMask.fromLong(EIGHT, 0xCC);
  private static final VectorMask<Float> ODD_1 = VectorMask.fromLong(EIGHT, 0xAA);
  private static final VectorMask<Float> EVEN_4 = VectorMask.fromLong(EIGHT, 0x0F);
  private static final VectorMask<Float> EVEN_2 = VectorMask.fromLong(EIGHT, 0x33);
  private static final VectorMask<Float> EVEN_1 = VectorMask.fromLong(EIGHT, 0x55);

  private LaneTurn() {}

  private static VectorShuffle<Float> flip(int group) {
    return VectorShuffle.fromOp(EIGHT, lane -> lane ^ group);
  }

  /** Of rows four apart: the first, with the second's lower half in its upper one. */
  static FloatVector upper4(FloatVector a, FloatVector b) {
    return a.blend(b.rearrange(FLIP_4), ODD_4);
  }

  /** The second, with the first's upper half in its lower one. */
  static FloatVector lower4(FloatVector a, FloatVector b) {
    return b.blend(a.rearrange(FLIP_4), EVEN_4);
  }

  /** The same for pairs and for single numbers, and the four rows stored. */
  static void finish(
      FloatVector a, FloatVector b, FloatVector c, FloatVector d, float[] out, int to, int pitch) {
    FloatVector a2 = a.blend(c.rearrange(FLIP_2), ODD_2);
    FloatVector c2 = c.blend(a.rearrange(FLIP_2), EVEN_2);
    FloatVector b2 = b.blend(d.rearrange(FLIP_2), ODD_2);
    FloatVector d2 = d.blend(b.rearrange(FLIP_2), EVEN_2);
    a2.blend(b2.rearrange(FLIP_1), ODD_1).intoArray(out, to);
    b2.blend(a2.rearrange(FLIP_1), EVEN_1).intoArray(out, to + pitch);
    c2.blend(d2.rearrange(FLIP_1), ODD_1).intoArray(out, to + 2 * pitch);
    d2.blend(c2.rearrange(FLIP_1), EVEN_1).intoArray(out, to + 3 * pitch);
  }
}
