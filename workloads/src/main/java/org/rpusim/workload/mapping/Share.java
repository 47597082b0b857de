package org.rpusim.workload.mapping;

/**
 * What a copy of a matrix has to do with a sample: neighbouring vectors of all that the layer has.
 *
 * @param copy number of the copy, from 0
 * @param copies how many there are, 1 or more
 * @param firstVector first of its vectors
 * @param vectors how many it takes
 */
public record Share(int copy, int copies, int firstVector, int vectors) {

  /** The only copy takes all vectors. */
  public static Share all(int vectors) {
    return new Share(0, 1, 0, vectors);
  }

  /** The vectors are dealt out as evenly as they can be, the first copies having one more. */
  static Share of(int copy, int copies, int vectors) {
    int first = from(copy, copies, vectors);
    return new Share(copy, copies, first, from(copy + 1, copies, vectors) - first);
  }

  private static int from(int copy, int copies, int vectors) {
    return copy * (vectors / copies) + Math.min(copy, vectors % copies);
  }
}
