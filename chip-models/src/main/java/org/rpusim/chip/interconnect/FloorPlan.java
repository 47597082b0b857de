package org.rpusim.chip.interconnect;

import com.google.common.collect.ImmutableList;
import org.rpusim.chip.cost.ChipArea;
import org.rpusim.chip.floorplan.FloorPlan.Site;
import org.rpusim.chip.spec.ChipSpec;

/**
 * Where tiles lie: square cells row by row, each with a tile and what else of the chip's area falls
 * to it. On a chip with tiles of several kinds a cell is as large as a tile of the main kind, with
 * its share of what else there is; tiles lie as {@link org.rpusim.chip.floorplan.FloorPlan} has
 * them, several small ones in a cell. Places are in cells from the upper left corner.
 *
 * @param columns cells of a row
 * @param rows rows, the last perhaps not full
 * @param cellMillimetres side of a cell, mm: the square root of the chip's area over its tiles
 * @param places of the tiles where they are of several kinds; empty where each has a cell
 */
public record FloorPlan(
    int columns, int rows, double cellMillimetres, ImmutableList<Point> places) {
  private static final double MICROMETRES_PER_MILLIMETRE = 1000;

  /** Rounding of a width that is a whole number of cells. */
  private static final double CELLS_ROUNDED = 1e-6;

  /** A place, in cells from the upper left corner. */
  public record Point(double x, double y) {}

  /** The floor plan of a chip. */
  public static FloorPlan of(ChipSpec chip) {
    if (chip.kinds().size() > 1) {
      return ofSeveralKinds(chip);
    }
    int tiles = chip.tiles();
    int asked = chip.interconnect().network().columns();
    int columns = Math.min(tiles, asked > 0 ? asked : (int) Math.ceil(Math.sqrt(tiles)));
    double cell = Math.sqrt(ChipArea.of(chip).chipSquareMillimetres() / tiles);
    return new FloorPlan(columns, Math.ceilDiv(tiles, columns), cell, ImmutableList.of());
  }

  private static FloorPlan ofSeveralKinds(ChipSpec chip) {
    org.rpusim.chip.floorplan.FloorPlan plan = org.rpusim.chip.floorplan.FloorPlan.of(chip);
    double side = plan.sites().getFirst().sideMillimetres();
    double area = 0;
    ImmutableList.Builder<Point> places = ImmutableList.builder();
    for (Site site : plan.sites()) {
      area += site.sideMillimetres() * site.sideMillimetres();
      places.add(new Point(site.xMillimetres() / side, site.yMillimetres() / side));
    }
    double scale = Math.sqrt(ChipArea.of(chip).chipSquareMillimetres() / area);
    return new FloorPlan(
        (int) Math.ceil(plan.widthMillimetres() / side - CELLS_ROUNDED),
        (int) Math.ceil(plan.heightMillimetres() / side - CELLS_ROUNDED),
        side * scale,
        places.build());
  }

  /** The middle of a cell. */
  Point middle(int column, int row) {
    return new Point(column + 0.5, row + 0.5);
  }

  /** The middle of a tile. */
  public Point tile(int tile) {
    return places.isEmpty() ? middle(tile % columns, tile / columns) : places.get(tile);
  }

  /** Whether every tile has a cell of its own. */
  boolean isRegular() {
    return places.isEmpty();
  }

  /** The cell of a tile, row by row. */
  int cell(int tile) {
    if (places.isEmpty()) {
      return tile;
    }
    Point place = places.get(tile);
    int column = Math.min(columns - 1, (int) place.x());
    return Math.min(rows - 1, (int) place.y()) * columns + column;
  }

  /** Length of a wire between two places that runs along the edges of cells, whole µm. */
  long micrometres(Point from, Point to) {
    double cells = Math.abs(from.x() - to.x()) + Math.abs(from.y() - to.y());
    return micrometres(cells);
  }

  /** A length in whole µm. */
  long micrometres(double cells) {
    return Math.round(cells * cellMillimetres * MICROMETRES_PER_MILLIMETRE);
  }
}
