package org.rpusim.workload.program;

/**
 * Part of a vector and where it is.
 *
 * @param first index of its first number
 * @param count how many numbers
 * @param tile tile at whose digital unit it is, −1 for the memory, −1 − n for that of chip n of a
 *     team
 * @param operation operation after which it is there
 */
record Slice(int first, int count, int tile, int operation) {
  static final int MEMORY = -1;

  /** Where the memory and the neighbours of a chip of a team are joined to it. */
  static int edge(int chip) {
    return MEMORY - chip;
  }

  /** The same numbers in the same place after a further operation. */
  Slice after(int another) {
    return new Slice(first, count, tile, another);
  }

  boolean overlaps(int otherFirst, int otherCount) {
    return first < otherFirst + otherCount && otherFirst < first + count;
  }
}
