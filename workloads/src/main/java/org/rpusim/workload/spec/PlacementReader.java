package org.rpusim.workload.spec;

import static org.rpusim.chip.config.Firmness.ASSUMPTION;
import static org.rpusim.chip.config.Firmness.GIVEN;
import static org.rpusim.chip.config.Section.REQUIRED;
import static org.rpusim.chip.config.ValueTypes.choice;
import static org.rpusim.chip.config.ValueTypes.integer;
import static org.rpusim.chip.config.ValueTypes.text;
import static org.rpusim.chip.config.ValueTypes.withWord;

import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.Section;
import org.rpusim.chip.config.ValueType;
import org.rpusim.workload.network.MappingOptions;
import org.rpusim.workload.network.MappingOptions.Objective;
import org.rpusim.workload.network.MappingOptions.ReplicaUpdates;
import org.rpusim.workload.network.MappingOptions.TileChoice;
import org.rpusim.workload.network.Placement;

/** Reads where matrices are to lie: {@code workload.mapping}, and the keys of a layer. */
final class PlacementReader {
  private static final int MOST_REPLICAS = 4096;
  private static final int MOST_TILES = 1_000_000;
  private static final int MOST_LINES = 65_535;
  private static final String AT = "at";

  private static final ValueType<Objective> OBJECTIVE = choice(Objective.class);
  private static final ValueType<TileChoice> TILES = choice(TileChoice.class);
  private static final ValueType<ReplicaUpdates> UPDATES = choice(ReplicaUpdates.class);

  private PlacementReader() {}

  /** The group {@code mapping} of a workload. */
  static MappingOptions options(Section workload) {
    Section s = workload.section("mapping");
    return new MappingOptions(
        s.read("objective", OBJECTIVE, "in-order", ASSUMPTION, "what placement tries to reach"),
        s.read("tiles", TILES, "whole", ASSUMPTION, "kind of tile for layers that name none"),
        s.read("replicaUpdates", UPDATES, "in-step", ASSUMPTION, "how copies are updated"),
        s.read(
            "averageEvery",
            withWord("never", 0, integer(1, Integer.MAX_VALUE)),
            "1",
            ASSUMPTION,
            "samples between two averages of copies, where they are averaged"));
  }

  /** The keys of one layer. */
  static Placement of(Section layer, int vectors) {
    int replicas =
        layer.read(
            "replicas",
            integer(1, MOST_REPLICAS),
            "1",
            ASSUMPTION,
            "copies that share a sample's vectors");
    if (replicas > vectors) {
      throw layer.bad(
          "replicas",
          vectors == 1
              ? "the layer has one vector a sample, which no copies can share"
              : "the layer has %,d vectors a sample, one or more for each copy".formatted(vectors),
          vectors == 1 ? "Maybe a convolution is meant." : "Maybe " + vectors + " is meant.");
    }
    String kind =
        layer.read(
            "tile",
            withWord("any", "", text()),
            "any",
            ASSUMPTION,
            "kind of tile, by its name in the chip file");
    return new Placement(replicas, kind.isEmpty() ? null : kind, spot(layer, replicas));
  }

  private static Placement.@Nullable Spot spot(Section layer, int replicas) {
    Section s = layer.section(AT);
    if (!layer.has(AT)) {
      return null;
    }
    if (replicas > 1) {
      throw layer.bad(
          AT, "the layer has copies, which lie on several tiles", "Maybe leave it out.");
    }
    return new Placement.Spot(
        s.read("tile", integer(0, MOST_TILES), REQUIRED, GIVEN, "number of the tile, from 0"),
        s.read("row", integer(0, MOST_LINES), "0", ASSUMPTION, "first row line"),
        s.read("column", integer(0, MOST_LINES), "0", ASSUMPTION, "first column line"));
  }
}
