package org.rpusim.chip.spec;

import static org.rpusim.chip.config.Firmness.ASSUMPTION;
import static org.rpusim.chip.config.Firmness.RESTATED;
import static org.rpusim.chip.config.Measure.ENERGY;
import static org.rpusim.chip.config.ValueTypes.choice;
import static org.rpusim.chip.config.ValueTypes.integer;
import static org.rpusim.chip.config.ValueTypes.withWord;
import static org.rpusim.chip.config.ValueTypes.zeroOrMore;

import org.rpusim.chip.config.Section;
import org.rpusim.chip.config.ValueType;

/** Reads {@code dac}. */
final class DacReader {
  private static final ValueType<Rounding> ROUNDING = choice(Rounding.class);

  private DacReader() {}

  static DacSpec read(Section s) {
    return new DacSpec(
        s.read("bits", withWord("off", 0, integer(2, 16)), "5", RESTATED, "input resolution"),
        s.read("rounding", ROUNDING, "deterministic", RESTATED, "of inputs to levels"),
        s.read(
            "conversionEnergy",
            zeroOrMore(ENERGY),
            "0 pJ",
            ASSUMPTION,
            "driver of an input line over a read; none of its own in P1"));
  }
}
