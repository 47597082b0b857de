package org.rpusim.chip.spec;

import static org.rpusim.chip.config.Firmness.ASSUMPTION;
import static org.rpusim.chip.config.Firmness.DERIVED;
import static org.rpusim.chip.config.Firmness.GIVEN;
import static org.rpusim.chip.config.Firmness.UNCONFIRMED;
import static org.rpusim.chip.config.Measure.BANDWIDTH;
import static org.rpusim.chip.config.Measure.CAPACITANCE_PER_LENGTH;
import static org.rpusim.chip.config.Measure.DATA;
import static org.rpusim.chip.config.Measure.ENERGY;
import static org.rpusim.chip.config.Measure.LENGTH;
import static org.rpusim.chip.config.Measure.POWER;
import static org.rpusim.chip.config.Measure.RESISTANCE_PER_LENGTH;
import static org.rpusim.chip.config.Measure.SMALL_AREA;
import static org.rpusim.chip.config.Section.REQUIRED;
import static org.rpusim.chip.config.ValueTypes.choice;
import static org.rpusim.chip.config.ValueTypes.flag;
import static org.rpusim.chip.config.ValueTypes.integer;
import static org.rpusim.chip.config.ValueTypes.positive;
import static org.rpusim.chip.config.ValueTypes.text;
import static org.rpusim.chip.config.ValueTypes.timePs;
import static org.rpusim.chip.config.ValueTypes.withWord;
import static org.rpusim.chip.config.ValueTypes.zeroOrMore;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.Firmness;
import org.rpusim.chip.config.Section;
import org.rpusim.chip.config.ValueType;
import org.rpusim.chip.spec.TileSpec.FullBuffer;

/**
 * Reads {@code tile}, and the further kinds of tiles of {@code tile.others}, which are like the
 * main one where they say nothing.
 */
final class TileReader {
  private static final int MOST_LINES = 65_536;
  private static final int MOST_VECTORS = 1 << 20;
  private static final int REFERENCE_LINES = 4096;
  private static final long REFERENCE_READ_PS = 80_000;
  private static final long INPUT_STEP_PS = 1_000;
  private static final String READ_TIME_RULE =
      "80 ns x lines/4096, at least 1 ns an input level (size-scaling assumption)";

  /** Of a scale, and of a word where the converter has unlimited resolution. */
  private static final long VALUE_BITS = 16;

  private static final ValueType<FullBuffer> FULL_BUFFER = choice(FullBuffer.class);

  private static final int MOST_TILES = 1_000_000;
  private static final String OTHERS = "others";
  private static final String EXAMPLE =
      "others: [{name: small, tiles: 8, rows: 512, columns: 512}]";

  private final Section s;

  /** The tile that this one is like; null for the main kind. */
  private final @Nullable TileSpec main;

  private TileReader(Section s, @Nullable TileSpec main) {
    this.s = s;
    this.main = main;
  }

  /** The main kind. */
  static TileSpec read(Section s, DacSpec dac) {
    return new TileReader(s, null).read(dac);
  }

  /**
   * The further kinds.
   *
   * @param mainName name of the main kind
   * @return as read; 0 lines a converter stands for as many as the main kind's
   */
  static ImmutableList<TileKind> readOthers(
      Section s, String mainName, TileSpec main, DacSpec dac) {
    if (!s.has(OTHERS)) {
      s.optional(OTHERS);
      return ImmutableList.of();
    }
    Set<String> names = new HashSet<>(Set.of(mainName));
    ImmutableList.Builder<TileKind> kinds = ImmutableList.builder();
    for (Section entry : s.list(OTHERS, EXAMPLE)) {
      String name = entry.read("name", text(), REQUIRED, GIVEN, "name of this kind of tile");
      if (!names.add(name)) {
        throw entry.bad(
            "name",
            "must differ from those of the other kinds of tiles",
            "Maybe " + name + "2 is meant.");
      }
      kinds.add(
          new TileKind(
              name,
              entry.read("tiles", integer(1, MOST_TILES), REQUIRED, GIVEN, "number of such tiles"),
              new TileReader(entry, main).read(dac),
              entry.read(
                  "linesPerConverter",
                  withWord("as-main", 0, integer(1, MOST_LINES)),
                  "as-main",
                  ASSUMPTION,
                  "lines that share one converter; as-main: as adc.linesPerConverter")));
    }
    return kinds.build();
  }

  private <T> T read(
      String name,
      ValueType<T> type,
      String standard,
      Firmness firmness,
      String meaning,
      Function<TileSpec, T> ofMain) {
    return main == null
        ? s.read(name, type, standard, firmness, meaning)
        : s.read(name, type, type.format(ofMain.apply(main)), ASSUMPTION, meaning);
  }

  private TileSpec read(DacSpec dac) {
    String lines = main == null ? "4096" : REQUIRED;
    int rows = s.read("rows", integer(1, MOST_LINES), lines, UNCONFIRMED, "output lines");
    int columns = s.read("columns", integer(1, MOST_LINES), lines, UNCONFIRMED, "input lines");
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
        read(
            "crossPointPitch",
            positive(LENGTH),
            "0.4 um",
            UNCONFIRMED,
            "distance of lines",
            TileSpec::crossPointPitchMicrometres),
        read(
            "lineCapacitance",
            zeroOrMore(CAPACITANCE_PER_LENGTH),
            "0.2 fF/um",
            UNCONFIRMED,
            "wire capacitance",
            TileSpec::lineCapacitanceFemtofaradsPerMicrometre),
        read(
            "lineResistance",
            zeroOrMore(RESISTANCE_PER_LENGTH),
            "0.36 Ohm/um",
            UNCONFIRMED,
            "wire resistance",
            TileSpec::lineResistanceOhmsPerMicrometre),
        read(
            "integratorPower",
            zeroOrMore(POWER),
            "170.8984375 uW",
            DERIVED,
            "op-amp of a line while it integrates (0.7 W/4096)",
            TileSpec::integratorWattsPerLine),
        read(
            "pulseGeneratorPower",
            zeroOrMore(POWER),
            "85.44921875 uW",
            DERIVED,
            "pulse generator of a line during an update (0.7 W/8192)",
            TileSpec::pulseGeneratorWattsPerLine),
        read(
            "lineDriverArea",
            zeroOrMore(SMALL_AREA),
            "100 um2",
            ASSUMPTION,
            "periphery of a line besides its ADC",
            TileSpec::lineDriverAreaSquareMicrometres),
        read(
            "linkBandwidth",
            positive(BANDWIDTH),
            "90 GB/s",
            DERIVED,
            "link to the digital unit",
            TileSpec::linkBytesPerSecond),
        read(
            "inputBufferVectors",
            integer(1, MOST_VECTORS),
            "16",
            ASSUMPTION,
            "inputs kept until their update",
            TileSpec::inputBufferVectors),
        inputBufferBytes(rows, columns, dac),
        read(
            "inputBufferFull",
            FULL_BUFFER,
            "wait",
            ASSUMPTION,
            "what an input does that finds no room: wait for some, or spill to the memory",
            TileSpec::fullBuffer),
        read(
            "outputBufferVectors",
            integer(1, MOST_VECTORS),
            "4",
            ASSUMPTION,
            "outputs that may wait for the link",
            TileSpec::outputBufferVectors),
        read(
            "bufferNumberEnergy",
            zeroOrMore(ENERGY),
            "0 fJ",
            ASSUMPTION,
            "a number that a cycle takes from or leaves in a buffer; none in P1",
            TileSpec::bufferNumberJoules),
        read(
            "switchOffUnusedLines",
            flag(),
            "true",
            ASSUMPTION,
            "unused lines draw nothing",
            TileSpec::switchOffUnusedLines));
  }

  /** It must hold what an update may need: an input, a gradient and their scales. */
  private long inputBufferBytes(int rows, int columns, DacSpec dac) {
    double bytes =
        read(
            "inputBuffer",
            withWord("auto", 0.0, positive(DATA)),
            "auto",
            ASSUMPTION,
            "room for the words of these inputs; auto: as many as there are vectors",
            tile -> (double) tile.inputBufferBytes());
    long bits = ((long) rows + columns) * (dac.bits() == 0 ? VALUE_BITS : dac.bits());
    long least = Math.ceilDiv(bits + 2 * VALUE_BITS, (long) Byte.SIZE);
    if (bytes > 0 && bytes < least) {
      throw s.bad(
          "inputBuffer",
          "must hold an input and a gradient of the whole tile, %,d bytes".formatted(least),
          "Maybe %d B is meant.".formatted(least));
    }
    return (long) bytes;
  }

  /** max(80 ns × max(rows, columns)/4096, input levels × 1 ns), rounded up to whole ps. */
  private static long automaticReadTimePs(int rows, int columns, DacSpec dac) {
    long lines = Math.max(rows, columns);
    long bySize = Math.ceilDiv(REFERENCE_READ_PS * lines, (long) REFERENCE_LINES);
    return dac.bits() == 0 ? bySize : Math.max(bySize, dac.levels() * INPUT_STEP_PS);
  }
}
