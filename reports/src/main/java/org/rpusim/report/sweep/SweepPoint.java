package org.rpusim.report.sweep;

import com.google.common.collect.ImmutableMap;
import java.util.Locale;

/**
 * One configuration of a sweep.
 *
 * @param number counted from 1
 * @param columns what tells it from the others, by name; keys of {@code set} mostly
 * @param set keys of chip, device and workload with their values, all that the sweep sets for it
 */
public record SweepPoint(
    int number, ImmutableMap<String, String> columns, ImmutableMap<String, String> set) {
  /** Name of its files, which sort by number. */
  String name() {
    return String.format(Locale.ROOT, "p%06d", number);
  }

  /** Name of a run's file without the ending. */
  public String fileName(long seed) {
    return name() + "-seed" + seed;
  }
}
