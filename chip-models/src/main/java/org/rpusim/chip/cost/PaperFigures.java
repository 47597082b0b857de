package org.rpusim.chip.cost;

import static org.rpusim.chip.config.Firmness.DERIVED;
import static org.rpusim.chip.config.Firmness.RESTATED;
import static org.rpusim.chip.config.Firmness.STATED;
import static org.rpusim.chip.config.Firmness.UNCONFIRMED;

import com.google.common.collect.ImmutableMap;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.Firmness;
import org.rpusim.chip.cost.Figure.Reference;

/** What Gokmen & Vlasov 2016 (P1) say of their three chip designs and of the tile of all three. */
final class PaperFigures {
  private static final ImmutableMap<String, Reference> TILE =
      ImmutableMap.<String, Reference>builder()
          .put("tileThroughput", reference(419e12, UNCONFIRMED, "2 N^2/80 ns"))
          .put("tileUpdates", reference(839e12, UNCONFIRMED, "N^2/20 ns"))
          .put("tilePower", reference(2.0, UNCONFIRMED, "0.28 + 1.0 + 0.7 W, rounded"))
          .put("tileArea", reference(2.68e-6, UNCONFIRMED, "periphery under the array"))
          .put("tileTraffic", reference(90e9, RESTATED, "4096 (5 + 9 bit)/80 ns, rounded"))
          .put("tileDigitalWork", reference(51e9, UNCONFIRMED, "4096 numbers in 80 ns, rounded"))
          .buildOrThrow();

  private static final ImmutableMap<String, ImmutableMap<String, Reference>> CHIPS =
      ImmutableMap.of(
          "gokmen2016-design1",
          ImmutableMap.of(
              "activeTiles", reference(12, UNCONFIRMED, ""),
              "throughput", reference(5033e12, DERIVED, ""),
              "power", reference(250, UNCONFIRMED, "the paper's 20 W a core would give 264 W"),
              "efficiency", reference(20e12, UNCONFIRMED, "rounded"),
              "weights", reference(0.20e9, UNCONFIRMED, "rounded")),
          "gokmen2016-design2",
          ImmutableMap.of(
              "activeTiles", reference(50, UNCONFIRMED, ""),
              "throughput", reference(20_970e12, DERIVED, ""),
              "power", reference(250, UNCONFIRMED, "rounded"),
              "efficiency", reference(84e12, STATED, "84,000 GigaOps/s/W in the abstract"),
              "weights", reference(0.84e9, UNCONFIRMED, "rounded"),
              "serverProcessor", reference(30_000, STATED, "the abstract's factor")),
          "gokmen2016-design3",
          ImmutableMap.of(
              "activeTiles", reference(1, UNCONFIRMED, ""),
              "throughput", reference(419e12, DERIVED, ""),
              "power", reference(22, UNCONFIRMED, "rounded"),
              "efficiency", reference(19e12, UNCONFIRMED, "19 to 20 there"),
              "weights", reference(1.68e9, UNCONFIRMED, "rounded")));

  private PaperFigures() {}

  /** What the paper says of a figure of a chip, or null. */
  static @Nullable Reference of(String chip, String key) {
    ImmutableMap<String, Reference> own = CHIPS.get(chip);
    if (own == null) {
      return null;
    }
    Reference reference = own.get(key);
    return reference == null ? TILE.get(key) : reference;
  }

  private static Reference reference(double value, Firmness firmness, String remark) {
    return new Reference(value, firmness, remark);
  }
}
