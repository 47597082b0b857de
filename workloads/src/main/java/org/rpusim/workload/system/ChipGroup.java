package org.rpusim.workload.system;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.network.Network;

/**
 * Chips of a cluster that follow one another and hold equal layers.
 *
 * @param firstChip number of the first, from 0
 * @param chips how many
 * @param firstLayer name of the first layer on the first of them
 * @param lastLayer name of the last layer on the last of them
 * @param network what each of them, or each team of them, holds, its layers numbered from 1
 */
public record ChipGroup(
    int firstChip, int chips, String firstLayer, String lastLayer, Network network) {

  /**
   * The chips in use, in order.
   *
   * @throws ConfigException if the network cannot be cut, or the cluster has too few chips
   */
  public static ImmutableList<ChipGroup> of(Network network, ChipSpec chip) {
    List<Integer> firsts = NetworkCut.firsts(network, TeamPlaces.asOne(chip));
    int each = chip.cluster().chipsPerLayer();
    NetworkCut.requireChips(firsts.size(), chip, network);
    List<ChipGroup> groups = new ArrayList<>();
    for (int i = 0; i < firsts.size(); i++) {
      int end = i + 1 < firsts.size() ? firsts.get(i + 1) : network.layers().size();
      Network own = NetworkCut.part(network, firsts.get(i), end);
      String last = network.layers().get(end - 1).name();
      if (!groups.isEmpty() && groups.getLast().network().equals(own)) {
        groups.add(groups.removeLast().with(last, each));
      } else {
        groups.add(
            new ChipGroup(i * each, each, network.layers().get(firsts.get(i)).name(), last, own));
      }
    }
    return ImmutableList.copyOf(groups);
  }

  private ChipGroup with(String lastLayerNow, int more) {
    return new ChipGroup(firstChip, chips + more, firstLayer, lastLayerNow, network);
  }

  /** What most chips hold. */
  public static Network commonest(Network network, ChipSpec chip) {
    return of(network, chip).stream()
        .max(Comparator.comparingInt(ChipGroup::chips))
        .orElseThrow()
        .network();
  }
}
