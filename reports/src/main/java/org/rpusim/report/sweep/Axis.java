package org.rpusim.report.sweep;

import com.google.common.collect.ImmutableList;

/**
 * Keys that are varied together.
 *
 * @param keys dotted paths of chip, device or workload; all take the same value
 * @param values what they take
 */
record Axis(ImmutableList<String> keys, Values values) {
  /** The keys as they are written, {@code tile.rows+tile.columns}. */
  String name() {
    return String.join("+", keys);
  }
}
