package org.rpusim.workload.mapping;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.floorplan.FloorPlan;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.spec.TileKind;
import org.rpusim.workload.network.MappingOptions.Objective;
import org.rpusim.workload.network.MappingOptions.ReplicaUpdates;
import org.rpusim.workload.network.MappingOptions.TileChoice;
import org.rpusim.workload.network.MatrixLayer;
import org.rpusim.workload.network.Network;

/**
 * Places matrices on tiles: chooses a kind of tile for each layer, cuts what is larger than a tile
 * into blocks of the tile's size, puts the blocks on tiles and the tiles on the floor plan. By
 * default no two blocks share a tile, and tiles are taken in order.
 */
public final class Mapper {
  private final Network network;
  private final ChipSpec chip;
  private final ImmutableList<TileKind> kinds;
  private final ImmutableList<MatrixLayer> matrices;
  private final Objective objective;
  private final GivenPlaces given;

  private final TileChoice choice;
  private final boolean heedsPins;

  private Mapper(Network network, ChipSpec chip, TileChoice choice, boolean heedsPins) {
    this.choice = choice;
    this.heedsPins = heedsPins;
    this.network = network;
    this.chip = chip;
    this.kinds = chip.kinds();
    this.matrices = network.matrices();
    this.objective = network.mapping().objective();
    this.given = GivenPlaces.of(matrices, chip);
  }

  /**
   * Maps a network.
   *
   * @throws ConfigException if the chip has too few tiles, and it says how many of which kind are
   *     needed; if a layer is to lie where it cannot
   */
  public static Mapping map(Network network, ChipSpec chip) {
    return new Mapper(network, chip, network.mapping().tileChoice(), true).map();
  }

  /**
   * Maps a network so that reads take the least time, whatever kinds of tiles its layers name.
   *
   * @throws ConfigException as {@link #map} does
   */
  public static Mapping fastest(Network network, ChipSpec chip) {
    return new Mapper(network, chip, TileChoice.FASTEST, false).map();
  }

  private Mapping map() {
    KindChoice chooser = new KindChoice(matrices, choice, heedsPins, chip);
    ImmutableIntArray kindOf = given.kinds(chooser.favourites());
    List<Packing> packings = pack(kindOf);
    if (!fit(packings)) {
      kindOf = given.kinds(chooser.withinLimits());
      List<Packing> limited = pack(kindOf);
      if (!fit(limited)) {
        throw tooSmall(packings);
      }
      packings = limited;
    }
    return place(packings, new Assembly(network, chip, kindOf));
  }

  /** Pieces of all layers that have no given place, on tiles of their kinds. */
  private List<Packing> pack(ImmutableIntArray kindOf) {
    List<List<Packing.Placed>> waiting = new ArrayList<>();
    kinds.forEach(kind -> waiting.add(new ArrayList<>()));
    int order = 0;
    for (int i = 0; i < matrices.size(); i++) {
      int kind = kindOf.get(i);
      for (Piece piece : cut(matrices.get(i), kinds.get(kind))) {
        if (!given.has(i)) {
          waiting.get(kind).add(new Packing.Placed(piece, order, 0, 0));
        }
        order++;
      }
    }
    List<Packing> packings = new ArrayList<>();
    for (int kind = 0; kind < kinds.size(); kind++) {
      Packing packing = new Packing(kinds.get(kind));
      packing.addAll(waiting.get(kind), objective == Objective.FEWEST_TILES);
      packings.add(packing);
    }
    return packings;
  }

  private ImmutableList<Piece> cut(MatrixLayer layer, TileKind kind) {
    boolean inStep = network.mapping().replicaUpdates() == ReplicaUpdates.IN_STEP;
    return Piece.cut(layer, kind, chip.name(), inStep);
  }

  private boolean fit(List<Packing> packings) {
    return IntStream.range(0, kinds.size())
        .allMatch(kind -> needed(packings, kind) <= kinds.get(kind).tiles());
  }

  private int needed(List<Packing> packings, int kind) {
    return packings.get(kind).bins().size() + given.tiles(kind);
  }

  /** Tiles with given places first, then those of each kind, one after the other. */
  private Mapping place(List<Packing> packings, Assembly assembly) {
    List<Packing.Bin> bins = new ArrayList<>(given.bins(assembly::firstPiece));
    List<Integer> sites = new ArrayList<>(given.sites());
    int fixed = bins.size();
    int firstSite = 0;
    for (int kind = 0; kind < kinds.size(); kind++) {
      int site = firstSite;
      for (Packing.Bin bin : packings.get(kind).bins()) {
        while (given.isTaken(site)) {
          site++;
        }
        bins.add(bin);
        sites.add(site++);
      }
      firstSite += kinds.get(kind).tiles();
    }
    int[] siteOf = sites.stream().mapToInt(Integer::intValue).toArray();
    if (objective == Objective.SHORTEST_PATH || objective == Objective.BALANCED_LINKS) {
      Traffic traffic = Traffic.of(assembly.numbered(bins));
      FloorPlan plan = FloorPlan.of(chip);
      PlacementCost cost = PlacementCost.of(objective, plan);
      new PlacementSearch(plan, traffic, cost, siteOf, fixed).improve();
    }
    return assembly.placed(bins, siteOf);
  }

  private ConfigException tooSmall(List<Packing> packings) {
    if (kinds.size() == 1) {
      int needed = needed(packings, 0);
      return new ConfigException(
          "%s %,d tiles of %d x %d, and %s has %,d."
              .formatted(
                  doesNotFit(),
                  needed,
                  chip.tile().rows(),
                  chip.tile().columns(),
                  chip.name(),
                  chip.tiles()),
          "Maybe --set chip.tiles=" + needed + ", or larger tiles.");
    }
    String needs =
        perKind(kind ->
            "%,d of the kind %s"
                .formatted(
                    needed(packings, kind),
                    kinds.get(kind).name() + " (" + kinds.get(kind).size() + ")"));
    String has = perKind(kind -> "%,d".formatted(kinds.get(kind).tiles()));
    return new ConfigException(
        "%s %s tiles, and %s has %s.".formatted(doesNotFit(), needs, chip.name(), has),
        "Maybe give the chip more tiles, or let tile: of a layer name another kind.");
  }

  private String doesNotFit() {
    return "The network does not fit the chip: its %,d weights need".formatted(network.weights());
  }

  private String perKind(IntFunction<String> text) {
    return IntStream.range(0, kinds.size()).mapToObj(text).collect(Collectors.joining(" and "));
  }
}
