package org.rpusim.report.map;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.floorplan.FloorPlan;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.mapping.Block;
import org.rpusim.workload.mapping.MappedLayer;
import org.rpusim.workload.mapping.Mapper;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.mapping.PlacementFigures;
import org.rpusim.workload.network.Network;
import org.rpusim.workload.system.ChipGroup;

/**
 * Where everything lies and what it has to do for one trained sample.
 *
 * @param workload name of the workload
 * @param plan floor plan of the chip
 * @param tiles those in use
 * @param fastest the mapping on which reads take the least time, where the chip has several kinds
 *     of tiles; else null
 */
public record MapFigures(
    String workload,
    ChipSpec chip,
    Mapping mapping,
    FloorPlan plan,
    PlacementFigures placement,
    ImmutableList<TileUse> tiles,
    @Nullable Mapping fastest) {

  /**
   * A tile in use.
   *
   * @param tile its index in tables of runs
   * @param site its number among all of the chip's
   * @param kind its kind
   * @param parts what lies on it
   * @param traffic what passes through it for one sample
   */
  public record TileUse(
      int tile, int site, String kind, ImmutableList<Part> parts, TileTraffic traffic) {

    /** Cross-points in use as a share of all that the tile has. */
    public double occupancy() {
      return parts.stream().mapToDouble(Part::occupancy).sum();
    }
  }

  /**
   * A block on a tile.
   *
   * @param layer name of its layer
   * @param number of the layer among those with weights
   * @param block the block
   * @param rows lines that its rows take
   * @param tileRows row lines of the tile
   * @param tileColumns column lines of the tile
   */
  public record Part(
      String layer, int number, Block block, int rows, int tileRows, int tileColumns) {

    /** Cross-points in use as a share of all that the tile has. */
    public double occupancy() {
      return (double) rows * block.columns() / ((double) tileRows * tileColumns);
    }

    /** {@code K2} or, of several copies, {@code K2 copy 1}. */
    public String name() {
      return block.share().copies() == 1 ? layer : layer + " copy " + (block.share().copy() + 1);
    }
  }

  /**
   * The map of a network on a chip; on a cluster, of what most of its chips hold.
   *
   * @throws ConfigException if it does not fit
   */
  public static MapFigures of(String workload, Network network, ChipSpec chip) {
    int team = chip.cluster().chipsPerLayer();
    if (team > 1) {
      throw new ConfigException(
          "A map is of one chip, and cluster.chipsPerLayer spreads each layer over %d."
              .formatted(team),
          "Maybe --set cluster.chipsPerLayer=1.");
    }
    return chip.cluster().chips() == 1
        ? ofChip(workload, network, chip)
        : ofChip(workload, ChipGroup.commonest(network, chip), chip);
  }

  private static MapFigures ofChip(String workload, Network network, ChipSpec chip) {
    Mapping mapping = Mapper.map(network, chip);
    return new MapFigures(
        workload,
        chip,
        mapping,
        FloorPlan.of(chip),
        PlacementFigures.of(mapping, chip),
        tiles(mapping, chip),
        chip.otherTiles().isEmpty() ? null : fastest(network, chip));
  }

  /** What is fastest for each layer by itself may not fit, where what was asked for does. */
  private static @Nullable Mapping fastest(Network network, ChipSpec chip) {
    try {
      return Mapper.fastest(network, chip);
    } catch (ConfigException e) {
      return null;
    }
  }

  private static ImmutableList<TileUse> tiles(Mapping mapping, ChipSpec chip) {
    List<List<Part>> parts = new ArrayList<>();
    ImmutableList<ChipSpec> chipOfTile = mapping.chipOfTile();
    for (int tile = 0; tile < mapping.tiles(); tile++) {
      parts.add(new ArrayList<>());
    }
    int number = 0;
    for (MappedLayer layer : mapping.layers()) {
      for (Block block : layer.blocks()) {
        parts
            .get(block.tile())
            .add(
                new Part(
                    layer.layer().name(),
                    number,
                    block,
                    layer.physicalRows(block),
                    layer.chip().tile().rows(),
                    layer.chip().tile().columns()));
      }
      number++;
    }
    ImmutableList<TileTraffic> traffic = TileTraffic.of(mapping, chip);
    ImmutableList.Builder<TileUse> tiles = ImmutableList.builder();
    for (int tile = 0; tile < mapping.tiles(); tile++) {
      tiles.add(
          new TileUse(
              tile,
              mapping.sites().get(tile),
              chipOfTile.get(tile).tileName(),
              ImmutableList.copyOf(parts.get(tile)),
              traffic.get(tile)));
    }
    return tiles.build();
  }
}
