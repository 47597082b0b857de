package org.rpusim.workload.mapping;

/**
 * What a copy of a matrix has to do with a sample: it reads neighbouring vectors of all that the
 * layer has, and is updated with the same or with all.
 *
 * @param copy number of the copy, from 0
 * @param copies how many there are, 1 or more
 * @param firstVector first of its vectors
 * @param vectors how many it reads
 * @param updates vectors that it is updated with: its own, or all of the layer
 */
public record Share(int copy, int copies, int firstVector, int vectors, int updates) {

  /** The only copy takes all vectors. */
  public static Share all(int vectors) {
    return new Share(0, 1, 0, vectors, vectors);
  }

  /** The vectors are dealt out as evenly as they can be, the first copies having one more. */
  static Share of(int copy, int copies, int vectors, boolean inStep) {
    int first = from(copy, copies, vectors);
    int own = from(copy + 1, copies, vectors) - first;
    return new Share(copy, copies, first, own, inStep ? vectors : own);
  }

  private static int from(int copy, int copies, int vectors) {
    return copy * (vectors / copies) + Math.min(copy, vectors % copies);
  }
}
