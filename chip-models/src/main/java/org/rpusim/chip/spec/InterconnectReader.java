package org.rpusim.chip.spec;

import static org.rpusim.chip.config.Firmness.ASSUMPTION;
import static org.rpusim.chip.config.Firmness.DERIVED;
import static org.rpusim.chip.config.Firmness.UNCONFIRMED;
import static org.rpusim.chip.config.Measure.BANDWIDTH;
import static org.rpusim.chip.config.Measure.ENERGY_PER_BIT;
import static org.rpusim.chip.config.Measure.POWER;
import static org.rpusim.chip.config.ValueTypes.name;
import static org.rpusim.chip.config.ValueTypes.positive;
import static org.rpusim.chip.config.ValueTypes.timePs;
import static org.rpusim.chip.config.ValueTypes.zeroOrMore;

import com.google.common.collect.ImmutableList;
import org.rpusim.chip.config.Section;

/** Reads {@code interconnect}. */
final class InterconnectReader {
  private static final ImmutableList<String> KINDS = ImmutableList.of("bus");

  private InterconnectReader() {}

  static InterconnectSpec read(Section s) {
    return new InterconnectSpec(
        s.read("kind", name(KINDS), "bus", UNCONFIRMED, "topology"),
        s.read("bandwidth", positive(BANDWIDTH), "3 TB/s", UNCONFIRMED, "bandwidth"),
        s.read("latency", timePs(0), "5 ns", ASSUMPTION, "latency of a transfer"),
        s.read("power", zeroOrMore(POWER), "20 W", DERIVED, "power, drawn always"),
        s.read(
            "bitEnergy",
            zeroOrMore(ENERGY_PER_BIT),
            "0 pJ/bit",
            ASSUMPTION,
            "energy besides that power"));
  }
}
