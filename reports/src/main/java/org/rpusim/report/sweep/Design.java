package org.rpusim.report.sweep;

/** How the points of a sweep are chosen. */
public enum Design {
  /** Every value of a key with every value of the others; the last key changes fastest. */
  GRID,
  /** Points that are written out. */
  LIST,
  /** Independent uniform draws. */
  RANDOM,
  /**
   * One draw in each of n equal parts of every key's range, parts combined at random (McKay,
   * Beckman and Conover, Technometrics 21, 1979).
   */
  LATIN_HYPERCUBE,
  /** The sequence of Sobol (1967), which fills the space evenly from the first point on. */
  SOBOL
}
