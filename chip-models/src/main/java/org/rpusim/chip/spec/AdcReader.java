package org.rpusim.chip.spec;

import static org.rpusim.chip.config.Firmness.RESTATED;
import static org.rpusim.chip.config.Firmness.UNCONFIRMED;
import static org.rpusim.chip.config.Measure.ENERGY;
import static org.rpusim.chip.config.Measure.LARGE_AREA;
import static org.rpusim.chip.config.Measure.RATE;
import static org.rpusim.chip.config.ValueTypes.choice;
import static org.rpusim.chip.config.ValueTypes.integer;
import static org.rpusim.chip.config.ValueTypes.number;
import static org.rpusim.chip.config.ValueTypes.positive;
import static org.rpusim.chip.config.ValueTypes.withWord;
import static org.rpusim.chip.config.ValueTypes.zeroOrMore;

import com.google.common.collect.Range;
import org.rpusim.chip.config.Section;
import org.rpusim.chip.config.ValueType;

/** Reads {@code adc}. */
final class AdcReader {
  private static final int REFERENCE_BITS = 9;
  // 0.24 mW over the 80 ns of a read.
  private static final double REFERENCE_JOULES = 19.2e-12;
  private static final double REFERENCE_SQUARE_MILLIMETRES = 0.0256;

  private static final ValueType<Rounding> ROUNDING = choice(Rounding.class);

  private AdcReader() {}

  static AdcSpec read(Section s) {
    int bits = s.read("bits", withWord("off", 0, integer(2, 16)), "9", RESTATED, "resolution");
    double bound =
        s.read(
            "outputBound",
            number(Range.closed(1e-9, 1e9)),
            "12",
            RESTATED,
            "magnitude at which an integrator saturates, weight units");
    int lines =
        s.read(
            "linesPerConverter",
            integer(1, 65_536),
            "64",
            UNCONFIRMED,
            "lines that share one converter, converted one after the other; a side of fewer lines"
                + " has one converter");
    // Unlimited resolution costs what the reference does: it stands for no real converter.
    double scale = bits == 0 ? 1 : Math.scalb(1.0, bits - REFERENCE_BITS);
    return new AdcSpec(
        bits,
        bound,
        lines,
        s.read("conversionRate", positive(RATE), "800 MHz", UNCONFIRMED, "rate of one converter"),
        s.readOrAuto(
            "conversionEnergy",
            zeroOrMore(ENERGY),
            "19.2 pJ (derived) at 9 bits, x 2^bits (assumption)",
            "energy of one conversion",
            () -> REFERENCE_JOULES * scale),
        s.readOrAuto(
            "converterArea",
            zeroOrMore(LARGE_AREA),
            "0.0256 mm2 (unconfirmed) at 9 bits, x 2^bits (assumption)",
            "area of one converter",
            () -> REFERENCE_SQUARE_MILLIMETRES * scale),
        s.read("rounding", ROUNDING, "deterministic", RESTATED, "of outputs to levels"));
  }
}
