package org.rpusim.chip.floorplan;

import com.google.common.collect.ImmutableList;
import org.rpusim.chip.cost.ChipArea;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.spec.DigitalSpec.Sharing;
import org.rpusim.chip.spec.TileKind;

/**
 * Where the tiles of a chip lie: squares row by row, nearly as many rows as columns for the main
 * kind of tile; other kinds in rows of their own below, as wide as the main kind's. A square has
 * the area of a tile with the digital unit that it may have. A shared digital unit and the memory's
 * port are at the upper left corner. {@code interconnect.columns}, where it is a number, is the
 * number of columns of the main kind. An assumption: no source gives a floor plan.
 *
 * @param widthMillimetres of all squares, mm
 * @param heightMillimetres of all squares, mm
 * @param sites by number of the tile: the main kind first
 */
public record FloorPlan(
    double widthMillimetres, double heightMillimetres, ImmutableList<Site> sites) {

  /**
   * The square of a tile.
   *
   * @param kind position of its kind among the chip's
   * @param leftMillimetres distance from the left, mm
   * @param topMillimetres distance from the top, mm
   * @param sideMillimetres side, mm
   */
  public record Site(
      int kind, double leftMillimetres, double topMillimetres, double sideMillimetres) {

    /** Middle of the square, from the left, mm. */
    public double xMillimetres() {
      return leftMillimetres + sideMillimetres / 2;
    }

    /** Middle of the square, from the top, mm. */
    public double yMillimetres() {
      return topMillimetres + sideMillimetres / 2;
    }
  }

  /** The floor plan of a chip. */
  public static FloorPlan of(ChipSpec chip) {
    ImmutableList.Builder<Site> sites = ImmutableList.builder();
    double width = 0;
    double height = 0;
    ImmutableList<TileKind> kinds = chip.kinds();
    for (int kind = 0; kind < kinds.size(); kind++) {
      int tiles = kinds.get(kind).tiles();
      double side = side(chip, kinds.get(kind));
      int columns = kind == 0 ? columns(chip, kinds) : Math.max(1, (int) (width / side));
      for (int i = 0; i < tiles; i++) {
        int row = i / columns;
        sites.add(new Site(kind, i % columns * side, height + row * side, side));
      }
      width = Math.max(width, Math.min(columns, tiles) * side);
      height += Math.ceilDiv(tiles, columns) * side;
    }
    return new FloorPlan(width, height, sites.build());
  }

  /** Columns of the main kind: so many that all kinds together are nearly as high as wide. */
  private static int columns(ChipSpec chip, ImmutableList<TileKind> kinds) {
    TileKind main = kinds.getFirst();
    int asked = chip.interconnect().network().columns();
    if (asked > 0) {
      return Math.min(asked, main.tiles());
    }
    if (kinds.size() == 1) {
      return (int) Math.ceil(Math.sqrt(main.tiles()));
    }
    double area = 0;
    for (TileKind kind : kinds) {
      double side = side(chip, kind);
      area += kind.tiles() * side * side;
    }
    long columns = Math.round(Math.sqrt(area) / side(chip, main));
    return Math.clamp(columns, 1, main.tiles());
  }

  private static double side(ChipSpec chip, TileKind kind) {
    double unit =
        chip.digital().sharing() == Sharing.PER_TILE
            ? chip.digital().unitAreaSquareMillimetres()
            : 0;
    return Math.sqrt(ChipArea.of(chip.of(kind)).tileSquareMillimetres() + unit);
  }

  /** Length of the way between two tiles along rows and columns, mm. */
  public double distanceMillimetres(int tile, int other) {
    Site a = sites.get(tile);
    Site b = sites.get(other);
    return Math.abs(a.xMillimetres() - b.xMillimetres())
        + Math.abs(a.yMillimetres() - b.yMillimetres());
  }

  /** Length of the way from a tile to the memory's port, mm. */
  public double distanceToMemoryMillimetres(int tile) {
    return sites.get(tile).xMillimetres() + sites.get(tile).yMillimetres();
  }
}
