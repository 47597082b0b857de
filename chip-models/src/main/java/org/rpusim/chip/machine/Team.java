package org.rpusim.chip.machine;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import org.rpusim.chip.spec.ClusterSpec.LinkSpec;

/**
 * Chips that hold the same layers together, in a row with links between neighbours; or a chip by
 * itself.
 *
 * @param chipOfTile the chip that each tile in use lies on, from 0
 * @param placeOfTile which of its chip's tiles in use it is, from 0
 * @param siteOfTile its number among all tiles of its chip
 * @param links behind each chip but the last
 */
public record Team(
    ImmutableIntArray chipOfTile,
    ImmutableIntArray placeOfTile,
    ImmutableIntArray siteOfTile,
    ImmutableList<LinkSpec> links) {

  /**
   * A chip by itself.
   *
   * @param sites number of each tile in use among all of the chip's
   */
  public static Team alone(ImmutableIntArray sites) {
    ImmutableIntArray.Builder places = ImmutableIntArray.builder(sites.length());
    for (int tile = 0; tile < sites.length(); tile++) {
      places.add(tile);
    }
    ImmutableIntArray chips = ImmutableIntArray.copyOf(new int[sites.length()]);
    return new Team(chips, places.build(), sites, ImmutableList.of());
  }

  /** Number of chips, 1 or more. */
  public int chips() {
    return links.size() + 1;
  }

  /** Whether there is no other chip. */
  public boolean isAlone() {
    return links.isEmpty();
  }

  /** Tiles in use. */
  public int tiles() {
    return chipOfTile.length();
  }

  /** Sites of the tiles in use on a chip, by their places. */
  public ImmutableIntArray sitesOf(int chip) {
    ImmutableIntArray.Builder sites = ImmutableIntArray.builder();
    for (int tile = 0; tile < tiles(); tile++) {
      if (chipOfTile.get(tile) == chip) {
        sites.add(siteOfTile.get(tile));
      }
    }
    return sites.build();
  }
}
