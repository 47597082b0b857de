package org.rpusim.workload.network;

import org.jspecify.annotations.Nullable;

/**
 * What a workload file says of where a layer's matrix lies.
 *
 * @param replicas copies of the matrix, each of which takes a share of a sample's vectors; 1 or
 *     more
 * @param tileKind name of the kind of tile that it must lie on, or null for the mapper's choice
 * @param spot where exactly it must lie, or null for the mapper's choice
 */
public record Placement(int replicas, @Nullable String tileKind, @Nullable Spot spot) {
  /** One copy, wherever the mapper puts it. */
  public static final Placement FREE = new Placement(1, null, null);

  /**
   * A place of the chip.
   *
   * @param tile number of a tile among all of the chip's
   * @param row first row line
   * @param column first column line
   */
  public record Spot(int tile, int row, int column) {}
}
