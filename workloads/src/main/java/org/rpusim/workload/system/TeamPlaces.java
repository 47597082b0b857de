package org.rpusim.workload.system;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.rpusim.chip.machine.Team;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.spec.ClusterSpec.LinkSpec;
import org.rpusim.workload.mapping.Block;
import org.rpusim.workload.mapping.MappedLayer;
import org.rpusim.workload.mapping.Mapping;

/**
 * Spreads each layer over the chips of a team: blocks that follow one another, row by row, stay
 * together, every chip gets as many as the others or one more, and the chips with the fewest tiles
 * get those.
 */
final class TeamPlaces {
  private static final int NOWHERE = -1;

  private final int chips;
  private final int[] chipOf;
  private final int[] held;

  private TeamPlaces(Mapping mapping, int chips) {
    this.chips = chips;
    this.chipOf = new int[mapping.tiles()];
    Arrays.fill(chipOf, NOWHERE);
    this.held = new int[chips];
    mapping.layers().forEach(this::spread);
  }

  /** A team's tiles as those of one chip, for the mapper. */
  static ChipSpec asOne(ChipSpec chip) {
    int chips = chip.cluster().chipsPerLayer();
    return chips == 1 ? chip : chip.withTiles(Math.multiplyExact(chips, chip.tiles()));
  }

  /**
   * Where the tiles of a mapping on {@link #asOne} lie.
   *
   * @param links behind each chip of the team but the last
   */
  static Team of(Mapping mapping, ImmutableList<LinkSpec> links) {
    if (links.isEmpty()) {
      return Team.alone(mapping.sites());
    }
    int[] chipOf = new TeamPlaces(mapping, links.size() + 1).chipOf;
    int[] next = new int[links.size() + 1];
    ImmutableIntArray places =
        ImmutableIntArray.copyOf(Arrays.stream(chipOf).map(chip -> next[chip]++));
    return new Team(ImmutableIntArray.copyOf(chipOf), places, places, links);
  }

  private void spread(MappedLayer layer) {
    List<Integer> tiles = new ArrayList<>();
    for (Block block : layer.blocks()) {
      if (chipOf[block.tile()] == NOWHERE && !tiles.contains(block.tile())) {
        tiles.add(block.tile());
      }
    }
    List<Integer> emptiest =
        IntStream.range(0, chips)
            .boxed()
            .sorted(Comparator.comparingInt(chip -> held[chip]))
            .limit(tiles.size() % chips)
            .toList();
    int at = 0;
    for (int chip = 0; chip < chips; chip++) {
      int count = tiles.size() / chips + (emptiest.contains(chip) ? 1 : 0);
      held[chip] += count;
      for (int i = 0; i < count; i++) {
        chipOf[tiles.get(at++)] = chip;
      }
    }
  }
}
