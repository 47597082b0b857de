package org.rpusim.chip.spec;

import static org.rpusim.chip.config.Firmness.ASSUMPTION;
import static org.rpusim.chip.config.Firmness.DERIVED;
import static org.rpusim.chip.config.Firmness.UNCONFIRMED;
import static org.rpusim.chip.config.Measure.BANDWIDTH;
import static org.rpusim.chip.config.Measure.CAPACITANCE_PER_LENGTH;
import static org.rpusim.chip.config.Measure.LENGTH;
import static org.rpusim.chip.config.Measure.POWER;
import static org.rpusim.chip.config.Measure.RESISTANCE_PER_LENGTH;
import static org.rpusim.chip.config.Measure.SMALL_AREA;
import static org.rpusim.chip.config.ValueTypes.flag;
import static org.rpusim.chip.config.ValueTypes.integer;
import static org.rpusim.chip.config.ValueTypes.positive;
import static org.rpusim.chip.config.ValueTypes.timePs;
import static org.rpusim.chip.config.ValueTypes.zeroOrMore;

import org.rpusim.chip.config.Section;

/** Reads {@code tile}. */
final class TileReader {
  private static final int MOST_LINES = 65_536;
  private static final int MOST_VECTORS = 1 << 20;
  private static final int REFERENCE_LINES = 4096;
  private static final long REFERENCE_READ_PS = 80_000;
  private static final long INPUT_STEP_PS = 1_000;
  private static final String READ_TIME_RULE =
      "80 ns x lines/4096, at least 1 ns an input level (size-scaling assumption)";

  private TileReader() {}

  static TileSpec read(Section s, DacSpec dac) {
    int rows = s.read("rows", integer(1, MOST_LINES), "4096", UNCONFIRMED, "output lines");
    int columns = s.read("columns", integer(1, MOST_LINES), "4096", UNCONFIRMED, "input lines");
    long readTimePs =
        s.readOrAuto(
            "readTime",
            timePs(1),
            READ_TIME_RULE,
            "integration time of a read cycle",
            () -> automaticReadTimePs(rows, columns, dac));
    return new TileSpec(
        rows,
        columns,
        readTimePs,
        s.read("crossPointPitch", positive(LENGTH), "0.4 um", UNCONFIRMED, "distance of lines"),
        s.read(
            "lineCapacitance",
            zeroOrMore(CAPACITANCE_PER_LENGTH),
            "0.2 fF/um",
            UNCONFIRMED,
            "wire capacitance"),
        s.read(
            "lineResistance",
            zeroOrMore(RESISTANCE_PER_LENGTH),
            "0.36 Ohm/um",
            UNCONFIRMED,
            "wire resistance"),
        s.read(
            "integratorPower",
            zeroOrMore(POWER),
            "170.8984375 uW",
            DERIVED,
            "op-amp of a line while it integrates (0.7 W/4096)"),
        s.read(
            "pulseGeneratorPower",
            zeroOrMore(POWER),
            "85.44921875 uW",
            DERIVED,
            "pulse generator of a line during an update (0.7 W/8192)"),
        s.read(
            "lineDriverArea",
            zeroOrMore(SMALL_AREA),
            "100 um2",
            ASSUMPTION,
            "periphery of a line besides its ADC"),
        s.read(
            "linkBandwidth", positive(BANDWIDTH), "90 GB/s", DERIVED, "link to the digital unit"),
        s.read(
            "inputBufferVectors",
            integer(1, MOST_VECTORS),
            "16",
            ASSUMPTION,
            "inputs kept until their update"),
        s.read(
            "outputBufferVectors",
            integer(1, MOST_VECTORS),
            "4",
            ASSUMPTION,
            "outputs that may wait for the link"),
        s.read("switchOffUnusedLines", flag(), "true", ASSUMPTION, "unused lines draw nothing"));
  }

  /** max(80 ns × max(rows, columns)/4096, input levels × 1 ns), rounded up to whole ps. */
  private static long automaticReadTimePs(int rows, int columns, DacSpec dac) {
    long lines = Math.max(rows, columns);
    long bySize = Math.ceilDiv(REFERENCE_READ_PS * lines, (long) REFERENCE_LINES);
    return dac.bits() == 0 ? bySize : Math.max(bySize, dac.levels() * INPUT_STEP_PS);
  }
}
