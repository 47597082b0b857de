package org.rpusim.workload.mapping;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.spec.TileKind;
import org.rpusim.workload.network.MatrixLayer;
import org.rpusim.workload.network.Placement.Spot;

/** Layers whose place the workload file gives; no other layer shares their tiles. */
final class GivenPlaces {
  private final ImmutableList<TileKind> kinds;
  private final ChipSpec chip;
  private final Map<Integer, Integer> kindOfLayer = new HashMap<>();

  /** By number of the tile; a piece has the number of its layer for its own. */
  private final TreeMap<Integer, Packing.Bin> bins = new TreeMap<>();

  private GivenPlaces(ChipSpec chip) {
    this.chip = chip;
    this.kinds = chip.kinds();
  }

  /**
   * The layers with a place.
   *
   * @throws ConfigException if there is no such tile, or a layer does not fit there, or two collide
   */
  static GivenPlaces of(ImmutableList<MatrixLayer> layers, ChipSpec chip) {
    GivenPlaces places = new GivenPlaces(chip);
    List<Integer> given = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      Spot spot = layers.get(i).arrays().placement().spot();
      if (spot != null) {
        places.kindOfLayer.put(i, places.kindAt(layers.get(i), spot));
        given.add(i);
      }
    }
    given.forEach(i -> places.put(layers.get(i), i));
    return places;
  }

  private int kindAt(MatrixLayer layer, Spot spot) {
    int end = 0;
    for (int kind = 0; kind < kinds.size(); kind++) {
      end += kinds.get(kind).tiles();
      if (spot.tile() < end) {
        return kind;
      }
    }
    throw new ConfigException(
        "Layer %s is to lie on tile %,d, and %s has tiles 0 to %,d."
            .formatted(layer.name(), spot.tile(), chip.name(), chip.tiles() - 1),
        "Maybe tile " + (chip.tiles() - 1) + " is meant.");
  }

  private void put(MatrixLayer layer, int index) {
    Spot spot = Objects.requireNonNull(layer.arrays().placement().spot());
    TileKind kind = kinds.get(kindOfLayer.getOrDefault(index, 0));
    Piece piece = Piece.cut(layer, kind, chip.name(), true).getFirst();
    if (Piece.tiles(layer, kind) > 1
        || spot.row() + piece.physicalRows() > kind.tile().rows()
        || spot.column() + piece.columns() > kind.tile().columns()) {
      throw new ConfigException(
          ("Layer %s takes %,d rows and %,d columns, which have no room from row %,d and column %,d"
                  + " on of a tile of %s.")
              .formatted(
                  layer.name(),
                  layer.rows() * layer.arrays().devicesPerWeight(),
                  layer.columns(),
                  spot.row(),
                  spot.column(),
                  kind.size()),
          "Maybe leave out at: of the layer.");
    }
    Packing.Placed placed = new Packing.Placed(piece, index, spot.row(), spot.column());
    Packing.Bin bin = bins.computeIfAbsent(spot.tile(), tile -> new Packing.Bin());
    bin.pieces().forEach(other -> refuseCollision(placed, other, spot.tile()));
    if (bin.pieces().size() == Packing.mostPieces(kind)) {
      throw new ConfigException(
          "Tile %,d is to hold more than %,d layers, and keeps as many inputs (inputBufferVectors)."
              .formatted(spot.tile(), bin.pieces().size()),
          "Maybe put some of them on another tile, or --set tile.inputBufferFull=spill.");
    }
    bin.pieces().add(placed);
  }

  private static void refuseCollision(Packing.Placed one, Packing.Placed other, int tile) {
    String names =
        "Layers %s and %s".formatted(other.piece().layer().name(), one.piece().layer().name());
    if (!one.piece().layer().arrays().isBuiltAs(other.piece().layer().arrays())) {
      throw new ConfigException(
          names + " are to share tile " + tile + ", but their arrays: keys differ.",
          "Maybe put one of them on another tile.");
    }
    boolean rows =
        meet(one.row(), one.piece().physicalRows(), other.row(), other.piece().physicalRows());
    boolean columns =
        meet(one.column(), one.piece().columns(), other.column(), other.piece().columns());
    if (rows || columns) {
      throw new ConfigException(
          "%s collide on tile %d: they have %s in common, and layers that share a tile need their own."
              .formatted(
                  names, tile, rows && columns ? "rows and columns" : rows ? "rows" : "columns"),
          "Maybe at: {tile: %d, row: %d, column: %d} for %s."
              .formatted(
                  tile,
                  other.row() + other.piece().physicalRows(),
                  other.column() + other.piece().columns(),
                  one.piece().layer().name()));
    }
  }

  private static boolean meet(int first, int count, int otherFirst, int otherCount) {
    return first < otherFirst + otherCount && otherFirst < first + count;
  }

  /** Whether a layer has a given place, by its number among those with weights. */
  boolean has(int layer) {
    return kindOfLayer.containsKey(layer);
  }

  /** The same kinds but for layers with a given place. */
  ImmutableIntArray kinds(ImmutableIntArray chosen) {
    int[] result = chosen.toArray();
    kindOfLayer.forEach((layer, kind) -> result[layer] = kind);
    return ImmutableIntArray.copyOf(result);
  }

  /** Tiles of a kind that have given layers. */
  int tiles(int kind) {
    int first = kinds.subList(0, kind).stream().mapToInt(TileKind::tiles).sum();
    return bins.subMap(first, first + kinds.get(kind).tiles()).size();
  }

  /** Whether a tile of the chip has given layers. */
  boolean isTaken(int site) {
    return bins.containsKey(site);
  }

  /** Numbers of the tiles that have given layers. */
  ImmutableList<Integer> sites() {
    return ImmutableList.copyOf(bins.keySet());
  }

  /**
   * What lies on these tiles.
   *
   * @param orderOf number of a layer's piece among all of the network
   */
  ImmutableList<Packing.Bin> bins(IntUnaryOperator orderOf) {
    ImmutableList.Builder<Packing.Bin> numbered = ImmutableList.builder();
    for (Packing.Bin bin : bins.values()) {
      Packing.Bin copy = new Packing.Bin();
      for (Packing.Placed p : bin.pieces()) {
        int order = orderOf.applyAsInt(p.order());
        copy.pieces().add(new Packing.Placed(p.piece(), order, p.row(), p.column()));
      }
      numbered.add(copy);
    }
    return numbered.build();
  }
}
