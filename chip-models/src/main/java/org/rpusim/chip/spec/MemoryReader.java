package org.rpusim.chip.spec;

import static org.rpusim.chip.config.Firmness.ASSUMPTION;
import static org.rpusim.chip.config.Measure.BANDWIDTH;
import static org.rpusim.chip.config.Measure.ENERGY_PER_BIT;
import static org.rpusim.chip.config.ValueTypes.positive;
import static org.rpusim.chip.config.ValueTypes.timePs;
import static org.rpusim.chip.config.ValueTypes.zeroOrMore;

import org.rpusim.chip.config.Section;

/** Reads {@code memory}. */
final class MemoryReader {
  private MemoryReader() {}

  static MemorySpec read(Section s) {
    return new MemorySpec(
        s.read(
            "bandwidth",
            positive(BANDWIDTH),
            "256 GB/s",
            ASSUMPTION,
            "bandwidth, inputs and labels"),
        s.read("latency", timePs(0), "100 ns", ASSUMPTION, "latency of an access"),
        s.read(
            "bitEnergy",
            zeroOrMore(ENERGY_PER_BIT),
            "4 pJ/bit",
            ASSUMPTION,
            "energy of a bit read"));
  }
}
