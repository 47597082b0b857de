package org.rpusim.chip.math;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** The vector shape of this machine: blocks of 16 lines are one vector of 16 lanes or two of 8. */
final class Lanes {
  static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
  static final int COUNT = FLOATS.length();

  /** A byte for each lane, or the eight of the smallest vector. */
  static final VectorSpecies<Byte> BYTES =
      COUNT == 16 ? ByteVector.SPECIES_128 : ByteVector.SPECIES_64;

  private Lanes() {}

  /** Lanes of a vector at place i of n numbers that are numbers. */
  static VectorMask<Float> within(int i, int n) {
    return FLOATS.indexInRange(i, n);
  }
}
