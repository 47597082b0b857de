package org.rpusim.chip.spec;

/** How a converter chooses between the two levels next to a value. */
public enum Rounding {
  /** The nearer one; half-way, the even one. */
  DETERMINISTIC,
  /** Either, with the probabilities that make the mean exact (P3). */
  STOCHASTIC
}
