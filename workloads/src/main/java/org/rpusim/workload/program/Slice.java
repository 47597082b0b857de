package org.rpusim.workload.program;

/**
 * Part of a vector and where it is.
 *
 * @param first index of its first number
 * @param count how many numbers
 * @param tile tile at whose digital unit it is, −1 for the memory
 * @param operation operation after which it is there
 */
record Slice(int first, int count, int tile, int operation) {
  static final int MEMORY = -1;

  /** The same numbers in the same place after a further operation. */
  Slice after(int another) {
    return new Slice(first, count, tile, another);
  }

  boolean overlaps(int otherFirst, int otherCount) {
    return first < otherFirst + otherCount && otherFirst < first + count;
  }
}
