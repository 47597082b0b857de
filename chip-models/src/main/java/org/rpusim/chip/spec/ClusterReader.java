package org.rpusim.chip.spec;

import static org.rpusim.chip.config.Firmness.ASSUMPTION;
import static org.rpusim.chip.config.Measure.BANDWIDTH;
import static org.rpusim.chip.config.Measure.ENERGY_PER_BIT;
import static org.rpusim.chip.config.Measure.POWER;
import static org.rpusim.chip.config.ValueTypes.integer;
import static org.rpusim.chip.config.ValueTypes.positive;
import static org.rpusim.chip.config.ValueTypes.timePs;
import static org.rpusim.chip.config.ValueTypes.zeroOrMore;

import org.rpusim.chip.config.Section;
import org.rpusim.chip.spec.ClusterSpec.LinkSpec;

/** Reads {@code cluster}; a file without it is of a chip by itself. */
final class ClusterReader {
  private static final int MOST_CHIPS = 100_000;
  private static final int MOST_CHIPS_OF_A_LAYER = 64;
  private static final int MOST_SAMPLES = 1024;
  private static final String SECTION = "cluster";

  private ClusterReader() {}

  static ClusterSpec read(Section root) {
    if (!root.has(SECTION)) {
      root.optional(SECTION);
      return ClusterSpec.ONE_CHIP;
    }
    Section s = root.section(SECTION);
    int chips =
        s.read("chips", integer(1, MOST_CHIPS), "1", ASSUMPTION, "chips in a row, all alike");
    return new ClusterSpec(
        chips,
        s.read("chipsPerBoard", integer(1, MOST_CHIPS), "8", ASSUMPTION, "chips on a board"),
        chipsPerLayer(s, chips),
        s.read(
            "samplesInChip",
            integer(1, MOST_SAMPLES),
            "16",
            ASSUMPTION,
            "most samples under way in a chip together"),
        link(s, "chipLink", "100 GB/s", "100 ns", "2 pJ/bit", "between chips of a board"),
        link(s, "boardLink", "50 GB/s", "500 ns", "10 pJ/bit", "between boards"),
        s.read("boardPower", zeroOrMore(POWER), "0 W", ASSUMPTION, "of a board, drawn always"));
  }

  private static int chipsPerLayer(Section s, int chips) {
    int each =
        s.read(
            "chipsPerLayer",
            integer(1, MOST_CHIPS_OF_A_LAYER),
            "1",
            ASSUMPTION,
            "chips over which the matrix of each layer is spread; 1: whole layers on chips");
    if (chips % each != 0) {
      throw s.bad(
          "chipsPerLayer",
          "must divide cluster.chips, which is %,d".formatted(chips),
          "Maybe --set cluster.chips=%d.".formatted(Math.ceilDiv(chips, each) * each));
    }
    return each;
  }

  private static LinkSpec link(
      Section s, String name, String bandwidth, String latency, String energy, String where) {
    return new LinkSpec(
        s.read(
            name + "Bandwidth",
            positive(BANDWIDTH),
            bandwidth,
            ASSUMPTION,
            "of a link " + where + ", each direction"),
        s.read(name + "Latency", timePs(0), latency, ASSUMPTION, "of a link " + where),
        s.read(
            name + "Energy",
            zeroOrMore(ENERGY_PER_BIT),
            energy,
            ASSUMPTION,
            "of a bit over a link " + where));
  }
}
