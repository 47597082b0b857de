package org.rpusim.workload.spec;

import static org.rpusim.chip.config.Firmness.ASSUMPTION;
import static org.rpusim.chip.config.Firmness.UNCONFIRMED;
import static org.rpusim.chip.config.ValueTypes.integer;
import static org.rpusim.chip.config.ValueTypes.number;

import com.google.common.collect.Range;
import org.rpusim.chip.config.Section;

/** Reads a workload of the kind {@code stream-reads}. */
final class StreamReadsReader {
  private static final int MOST_READS = 1_000_000_000;

  private StreamReadsReader() {}

  static StreamReadsSpec read(Section s, String name, String description) {
    return new StreamReadsSpec(
        name,
        description,
        s.read("readsPerTile", integer(1, MOST_READS), "4000", ASSUMPTION, "reads of each tile"),
        s.read("rows", integer(1, 65_536), "4096", UNCONFIRMED, "used output lines of a read"),
        s.read("columns", integer(1, 65_536), "4096", UNCONFIRMED, "used input lines of a read"),
        s.read("activity", number(Range.closed(0.0, 1.0)), "0.2", UNCONFIRMED, "mean input"),
        s.read("inFlight", integer(1, 65_536), "4", ASSUMPTION, "reads of a tile under way"));
  }
}
