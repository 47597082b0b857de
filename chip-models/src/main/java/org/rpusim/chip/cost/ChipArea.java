package org.rpusim.chip.cost;

import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.spec.DigitalSpec.Sharing;
import org.rpusim.chip.spec.TileKind;
import org.rpusim.chip.spec.TileSpec;

/**
 * Area of a chip by component, mm². The periphery lies under the array, so that a tile takes the
 * larger of the two. Interconnect and memory interface have no area of their own: no source gives
 * one.
 *
 * <p>Where a chip has several kinds of tiles, what is of one tile is of the main kind.
 *
 * @param arraySquareMillimetres one array, rows·pitch × columns·pitch
 * @param converterSquareMillimetres the converters of one tile
 * @param driverSquareMillimetres the line drivers of one tile
 * @param tileSquareMillimetres one tile
 * @param tilesSquareMillimetres all tiles
 * @param digitalSquareMillimetres all digital units
 * @param chipSquareMillimetres the whole chip
 */
public record ChipArea(
    double arraySquareMillimetres,
    double converterSquareMillimetres,
    double driverSquareMillimetres,
    double tileSquareMillimetres,
    double tilesSquareMillimetres,
    double digitalSquareMillimetres,
    double chipSquareMillimetres) {
  private static final double SQUARE_MILLIMETRES_PER_SQUARE_MICROMETRE = 1e-6;

  /** The area of a chip. */
  public static ChipArea of(ChipSpec chip) {
    TileSpec tile = chip.tile();
    double pitch = tile.crossPointPitchMicrometres();
    double array =
        tile.rows() * pitch * (tile.columns() * pitch) * SQUARE_MILLIMETRES_PER_SQUARE_MICROMETRE;
    double converters = converters(chip) * chip.adc().converterAreaSquareMillimetres();
    double drivers =
        ((double) tile.rows() + tile.columns())
            * tile.lineDriverAreaSquareMicrometres()
            * SQUARE_MILLIMETRES_PER_SQUARE_MICROMETRE;
    double oneTile = Math.max(array, converters + drivers);
    double tiles = (double) chip.kinds().getFirst().tiles() * oneTile;
    for (TileKind kind : chip.otherTiles()) {
      tiles += of(chip.of(kind)).tilesSquareMillimetres();
    }
    double digital = digitalUnits(chip) * chip.digital().unitAreaSquareMillimetres();
    return new ChipArea(array, converters, drivers, oneTile, tiles, digital, tiles + digital);
  }

  /** Converters of one tile; rows and columns use the same ones, in forward and backward reads. */
  public static int converters(ChipSpec chip) {
    int lines = Math.max(chip.tile().rows(), chip.tile().columns());
    return Math.ceilDiv(lines, chip.adc().linesPerConverter());
  }

  /** Digital units of the whole chip. */
  public static int digitalUnits(ChipSpec chip) {
    return chip.digital().sharing() == Sharing.SHARED ? 1 : chip.tiles();
  }
}
