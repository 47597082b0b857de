package org.rpusim.chip.device;

/** How the weights of an array lie in memory; the order of sums, and so their rounding, is its. */
public enum WeightLayout {
  /** A line of columns for each row. */
  ROW_MAJOR,

  /** A line of rows for each column: a forward read streams only the columns that are on. */
  INPUT_MAJOR,

  /**
   * Both, for reads of several vectors side by side: forward and backward, sums go over the inputs
   * one after the other.
   */
  BOTH
}
