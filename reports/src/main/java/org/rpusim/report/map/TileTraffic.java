package org.rpusim.report.map;

import com.google.common.collect.ImmutableList;
import org.rpusim.chip.interconnect.Transfer;
import org.rpusim.chip.interconnect.Transfer.Place;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.tile.ArrayCycle;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.program.NetworkCompiler;
import org.rpusim.workload.program.Operation;
import org.rpusim.workload.program.Step;

/**
 * What one tile has to do for one trained sample without retries.
 *
 * @param linkBits between the tile and its own digital unit
 * @param receivedBits over the interconnect to the tile or its unit
 * @param sentBits over the interconnect from them
 * @param readPs time that its array reads, forward and backward, ps
 */
public record TileTraffic(long linkBits, long receivedBits, long sentBits, long readPs) {

  /** Bits that the tile and its digital unit take and give, in all. */
  public long bits() {
    return linkBits + receivedBits + sentBits;
  }

  /** The traffic of each tile in use. */
  static ImmutableList<TileTraffic> of(Mapping mapping, ChipSpec chip) {
    long[][] sums = new long[4][mapping.tiles()];
    for (Operation operation : NetworkCompiler.training(mapping, chip).operations()) {
      if (operation.buffers().servesSpilled()) {
        continue; // a sample whose inputs have room leaves it out
      }
      switch (operation.step()) {
        case Step.Link(int tile, long bits) -> sums[0][tile] += bits;
        case Step.Send send -> add(send.transfer(), sums);
        case Step.RunArray(int tile, ArrayCycle cycle) -> {
          if (cycle.kind() != ArrayCycle.Kind.UPDATE) {
            sums[3][tile] += cycle.count() * cycle.durationPs();
          }
        }
        default -> {} // stays where it is
      }
    }
    ImmutableList.Builder<TileTraffic> tiles = ImmutableList.builder();
    for (int tile = 0; tile < mapping.tiles(); tile++) {
      tiles.add(new TileTraffic(sums[0][tile], sums[1][tile], sums[2][tile], sums[3][tile]));
    }
    return tiles.build();
  }

  private static void add(Transfer transfer, long[][] sums) {
    for (Place place : transfer.to()) {
      if (place.kind() == Place.Kind.TILE) {
        sums[1][place.index()] += transfer.bits();
      }
    }
    if (transfer.from().kind() == Place.Kind.TILE) {
      sums[2][transfer.from().index()] += transfer.bits();
    }
  }
}
