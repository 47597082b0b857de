package org.rpusim.chip.tile;

/**
 * What an array cycle asks of a tile, apart from its numbers.
 *
 * @param kind read or update
 * @param inputLines lines that carry inputs (columns forward, rows backward)
 * @param outputLines lines that carry outputs; an update uses both sets
 * @param poweredLines lines that draw power: a read's output lines, all of which are integrated and
 *     converted, or an update's rows and columns; the used ones, or all of the tile's where unused
 *     lines are not switched off
 * @param durationPs time that the array is occupied, ps: by one attempt of a read, or by one slot
 *     of an update in all its phases
 * @param conversionPs time that the converters need for one attempt's outputs, ps
 * @param maxRetries most bound-management retries, 0 for none
 * @param count cycles of a burst, back to back on vectors of their own; 1 is a cycle by itself
 */
public record ArrayCycle(
    Kind kind,
    int inputLines,
    int outputLines,
    int poweredLines,
    long durationPs,
    long conversionPs,
    int maxRetries,
    int count) {

  /** A cycle by itself. */
  public ArrayCycle(
      Kind kind,
      int inputLines,
      int outputLines,
      int poweredLines,
      long durationPs,
      long conversionPs,
      int maxRetries) {
    this(kind, inputLines, outputLines, poweredLines, durationPs, conversionPs, maxRetries, 1);
  }

  /** A burst of such cycles. */
  public ArrayCycle times(int cycles) {
    return new ArrayCycle(
        kind, inputLines, outputLines, poweredLines, durationPs, conversionPs, maxRetries, cycles);
  }

  /** The three cycles of an array. */
  public enum Kind {
    /** y = W x. */
    FORWARD,
    /** z = Wᵀ d. */
    BACKWARD,
    /** W += eta d xᵀ. */
    UPDATE
  }
}
