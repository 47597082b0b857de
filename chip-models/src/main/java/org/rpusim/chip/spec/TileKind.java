package org.rpusim.chip.spec;

/**
 * Tiles of one size on a chip; a bimodal chip has two kinds.
 *
 * @param name as layers name it, unique on the chip
 * @param tiles how many there are, 1 or more
 * @param tile how one of them is built
 * @param linesPerConverter neighbouring lines that share one converter
 */
public record TileKind(String name, int tiles, TileSpec tile, int linesPerConverter) {

  /** Cross-points of one tile. */
  public long crossPoints() {
    return (long) tile.rows() * tile.columns();
  }

  /** For messages: {@code 4096 x 4096}. */
  public String size() {
    return tile.rows() + " x " + tile.columns();
  }
}
