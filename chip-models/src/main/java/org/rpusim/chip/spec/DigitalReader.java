package org.rpusim.chip.spec;

import static org.rpusim.chip.config.Firmness.ASSUMPTION;
import static org.rpusim.chip.config.Firmness.DERIVED;
import static org.rpusim.chip.config.Measure.DATA;
import static org.rpusim.chip.config.Measure.LARGE_AREA;
import static org.rpusim.chip.config.Measure.OPERATIONS;
import static org.rpusim.chip.config.Measure.POWER;
import static org.rpusim.chip.config.ValueTypes.choice;
import static org.rpusim.chip.config.ValueTypes.positive;
import static org.rpusim.chip.config.ValueTypes.zeroOrMore;

import org.rpusim.chip.config.Section;
import org.rpusim.chip.config.ValueType;
import org.rpusim.chip.spec.DigitalSpec.Sharing;

/** Reads {@code digital}. */
final class DigitalReader {
  private static final ValueType<Sharing> SHARING = choice(Sharing.class);

  private DigitalReader() {}

  static DigitalSpec read(Section s) {
    return new DigitalSpec(
        s.read("sharing", SHARING, "per-tile", DERIVED, "one unit a tile, or one for all"),
        s.read("rate", positive(OPERATIONS), "51.2 GOps/s", DERIVED, "rate of one unit"),
        s.read("unitPower", zeroOrMore(POWER), "2.6 W", DERIVED, "power of one unit, drawn always"),
        s.read("unitArea", zeroOrMore(LARGE_AREA), "6.2 mm2", DERIVED, "area of one unit"),
        s.read(
            "buffer",
            zeroOrMore(DATA),
            "256 kB",
            ASSUMPTION,
            "of one unit, for the unrolled time steps of recurrent networks"));
  }
}
