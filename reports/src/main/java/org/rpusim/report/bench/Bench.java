package org.rpusim.report.bench;

import com.google.common.collect.ImmutableList;

/** Measures one thing, in a Java machine that has done nothing else before. */
@FunctionalInterface
interface Bench {
  /**
   * The figures, the main one first.
   *
   * @throws org.rpusim.chip.config.ConfigException if this version cannot do what is measured
   */
  ImmutableList<BenchValue> measure();
}
