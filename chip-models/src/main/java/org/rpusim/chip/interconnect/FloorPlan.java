package org.rpusim.chip.interconnect;

import org.rpusim.chip.cost.ChipArea;
import org.rpusim.chip.spec.ChipSpec;

/**
 * Where tiles lie: square cells row by row, each with a tile and what else of the chip's area falls
 * to it. Places are in cells from the upper left corner.
 *
 * @param columns cells of a row
 * @param rows rows, the last perhaps not full
 * @param cellMillimetres side of a cell, mm: the square root of the chip's area over its tiles
 */
public record FloorPlan(int columns, int rows, double cellMillimetres) {
  private static final double MICROMETRES_PER_MILLIMETRE = 1000;

  /** A place, in cells from the upper left corner. */
  public record Point(double x, double y) {}

  /** The floor plan of a chip. */
  public static FloorPlan of(ChipSpec chip) {
    int tiles = chip.tiles();
    int asked = chip.interconnect().network().columns();
    int columns = Math.min(tiles, asked > 0 ? asked : (int) Math.ceil(Math.sqrt(tiles)));
    double cell = Math.sqrt(ChipArea.of(chip).chipSquareMillimetres() / tiles);
    return new FloorPlan(columns, Math.ceilDiv(tiles, columns), cell);
  }

  /** The middle of a cell. */
  Point middle(int column, int row) {
    return new Point(column + 0.5, row + 0.5);
  }

  /** The middle of a tile. */
  public Point tile(int tile) {
    return middle(tile % columns, tile / columns);
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
