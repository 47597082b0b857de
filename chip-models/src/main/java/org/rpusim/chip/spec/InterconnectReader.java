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
  private static final ImmutableList<String> KINDS =
      ImmutableList.of("bus", "crossbar", "ring", "mesh", "torus", "h-tree", "ideal");

  private InterconnectReader() {}

  static InterconnectSpec read(Section s) {
    return new InterconnectSpec(
        s.read("kind", name(KINDS), "bus", UNCONFIRMED, "topology"),
        s.read("bandwidth", positive(BANDWIDTH), "3 TB/s", UNCONFIRMED, "of a bus; ideal: of each"),
        s.read("latency", timePs(0), "5 ns", ASSUMPTION, "of a transfer on a bus, or ideal"),
        s.read("power", zeroOrMore(POWER), "20 W", DERIVED, "power, drawn always"),
        s.read(
            "bitEnergy",
            zeroOrMore(ENERGY_PER_BIT),
            "0 pJ/bit",
            ASSUMPTION,
            "energy besides that power"),
        NetworkReader.read(s));
  }
}
