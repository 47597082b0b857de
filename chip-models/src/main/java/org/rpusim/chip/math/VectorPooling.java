package org.rpusim.chip.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** Pooling; eight columns of the input at a time, as rows are short. */
final class VectorPooling {
  private static final VectorSpecies<Float> EIGHT = FloatVector.SPECIES_256;
  private static final VectorSpecies<Integer> EIGHT_INTS = IntVector.SPECIES_256;
  private static final int LANES = 8;
  private static final IntVector INDEX = IntVector.zero(EIGHT_INTS).addIndex(1);
  private static final VectorShuffle<Float> EVEN =
      VectorShuffle.fromOp(EIGHT, lane -> 2 * lane % LANES);
  private static final VectorShuffle<Float> ODD =
      VectorShuffle.fromOp(EIGHT, lane -> (2 * lane + 1) % LANES);
  private static final VectorShuffle<Integer> EVEN_INTS =
      VectorShuffle.fromOp(EIGHT_INTS, lane -> 2 * lane % LANES);
  private static final VectorShuffle<Integer> ODD_INTS =
      VectorShuffle.fromOp(EIGHT_INTS, lane -> (2 * lane + 1) % LANES);

  private VectorPooling() {}

  static void largestOfFour(
      float[] input,
      int at,
      int width,
      float[] output,
      int[] places,
      int to,
      int rows,
      int columns) {
    for (int r = 0; r < rows; r++) {
      int top = at + 2 * r * width;
      int target = to + r * columns;
      for (int c = 0; c < columns; c += LANES / 2) {
        int left = Math.min(columns - c, LANES / 2);
        four(input, top + 2 * c, width, output, places, target + c, left);
      }
    }
  }

  /** Up to four squares. */
  private static void four(
      float[] input, int at, int width, float[] output, int[] places, int to, int squares) {
    VectorMask<Float> in = VectorMask.fromLong(EIGHT, (1L << (2 * squares)) - 1);
    FloatVector top = FloatVector.fromArray(EIGHT, input, at, in);
    FloatVector bottom = FloatVector.fromArray(EIGHT, input, at + width, in);
    VectorMask<Float> lower = bottom.compare(VectorOperators.GT, top);
    FloatVector best = top.blend(bottom, lower);
    IntVector place = INDEX.add(at);
    place = place.blend(place.add(width), lower.cast(EIGHT_INTS));
    FloatVector first = best.rearrange(EVEN);
    FloatVector second = best.rearrange(ODD);
    VectorMask<Float> right = second.compare(VectorOperators.GT, first);
    VectorMask<Float> out = VectorMask.fromLong(EIGHT, (1L << squares) - 1);
    first.blend(second, right).intoArray(output, to, out);
    IntVector where = place.rearrange(EVEN_INTS);
    where = where.blend(place.rearrange(ODD_INTS), right.cast(EIGHT_INTS));
    where.intoArray(places, to, out.cast(EIGHT_INTS));
  }
}
