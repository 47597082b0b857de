package org.rpusim.workload.system;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.HashMap;
import java.util.Map;
import org.rpusim.chip.cost.EnergyPerAction;
import org.rpusim.chip.machine.TeamLink;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.tile.WaitReason;
import org.rpusim.workload.result.ComponentResult;

/**
 * The table of a cluster's components: for each chip the mean of each kind of component, then each
 * link. While nothing is under way in a chip between two things that come to it, its components
 * wait for data; before the first and after the last they have nothing to do.
 */
final class ClusterRows {
  /** Kind of the rows of links between chips. */
  static final String LINK = "chipLink";

  /** End of the name of the row of all links between the chips of a team. */
  static final String TEAM_LINKS = ".teamLinks";

  private static final double SECONDS_PER_PICOSECOND = 1e-12;

  private final ChipSpec chip;
  private final ClusterPlan plan;
  private final ClusterSimulation simulation;
  private final long[][] totals;
  private final ClusterEnergy energy;
  private final long durationPs;
  private final Map<Part, ChipSums> sumsOf = new HashMap<>();

  ClusterRows(
      ChipSpec chip,
      ClusterPlan plan,
      ClusterSimulation simulation,
      long[][] totals,
      ClusterEnergy energy,
      long durationPs) {
    this.chip = chip;
    this.plan = plan;
    this.simulation = simulation;
    this.totals = totals;
    this.energy = energy;
    this.durationPs = durationPs;
  }

  ImmutableList<ComponentResult> all() {
    ImmutableList.Builder<ComponentResult> rows = ImmutableList.builder();
    for (int i = 0; i < totals.length; i++) {
      addChip(rows, i);
      addTeamLinks(rows, i);
    }
    for (int i = 0; i < simulation.links().size(); i++) {
      ChipLink link = simulation.links().get(i);
      if (link.vectors() > 0) {
        int behind = (i / 2 + 1) * chip.cluster().chipsPerLayer();
        String name = i % 2 == 0 ? (behind - 1) + ".linkForward" : behind + ".linkBackward";
        rows.add(row("chip" + name, LINK, link.busyPs(), link.vectors(), joules(link)));
      }
    }
    double seconds = durationPs * SECONDS_PER_PICOSECOND;
    rows.add(rest("boards", chip.cluster().boards() * chip.cluster().boardWatts() * seconds));
    EnergyPerAction each = EnergyPerAction.of(chip);
    int unused = chip.cluster().chips() - totals.length * chip.cluster().chipsPerLayer();
    rows.add(
        rest("otherChips", unused * (each.digitalWatts() + each.interconnectWatts()) * seconds));
    return rows.build();
  }

  private static double joules(ChipLink link) {
    return link.bits() * link.bitJoules();
  }

  private ComponentResult rest(String name, double joules) {
    return row(name, name, 0, 0, joules);
  }

  /** A component that is at work or has nothing to do. */
  private ComponentResult row(String name, String kind, long busyPs, long actions, double joules) {
    ImmutableMap.Builder<String, Double> waiting = ImmutableMap.builder();
    for (WaitReason reason : WaitReason.values()) {
      waiting.put(reason.key(), 0.0);
    }
    return new ComponentResult(
        name,
        kind,
        busyPs * SECONDS_PER_PICOSECOND,
        waiting.buildOrThrow(),
        (durationPs - busyPs) * SECONDS_PER_PICOSECOND,
        joules,
        actions);
  }

  /** The links between the chips of a team, in both directions: their mean. */
  private void addTeamLinks(ImmutableList.Builder<ComponentResult> rows, int number) {
    int chips = chip.cluster().chipsPerLayer();
    long[] own = totals[number];
    if (chips > 1) {
      String name = "chip" + number * chips + TEAM_LINKS;
      long busyPs = count(own, TeamLink.BUSY_PS) / (2L * (chips - 1));
      long vectors = count(own, TeamLink.VECTORS);
      rows.add(row(name, LINK, busyPs, vectors, energy.ofTeamLinks(own)));
    }
  }

  private long count(long[] of, String name) {
    return simulation.sums().count(of, name);
  }

  private void addChip(ImmutableList.Builder<ComponentResult> rows, int number) {
    long[] own = totals[number];
    Part part = plan.parts().get(number);
    ChipSums sums = sumsOf.computeIfAbsent(part, key -> new ChipSums(key.model()));
    ImmutableMap<String, Map<String, Double>> joules =
        energy.ofChip(own, durationPs * SECONDS_PER_PICOSECOND);
    for (ChipRow kind : ChipRow.values()) {
      int components = sums.components(kind.kind());
      double mean = SECONDS_PER_PICOSECOND / components;
      double used = ChipSums.busyPs(own, kind.kind());
      ImmutableMap.Builder<String, Double> waiting = ImmutableMap.builder();
      for (WaitReason reason : WaitReason.values()) {
        double waited = ChipSums.waitingPs(own, kind.kind(), reason);
        if (reason == WaitReason.DATA && ChipSums.actions(own, kind.kind()) > 0) {
          waited += (double) simulation.places().get(number).quietPs() * components;
        }
        used += waited;
        waiting.put(reason.key(), waited * mean);
      }
      rows.add(
          new ComponentResult(
              "chip" + number * chip.cluster().chipsPerLayer() + "." + kind.key(),
              kind.key(),
              ChipSums.busyPs(own, kind.kind()) * mean,
              waiting.buildOrThrow(),
              ((double) durationPs * components - used) * mean,
              joules.getOrDefault(kind.key(), Map.of()).values().stream()
                  .mapToDouble(Double::doubleValue)
                  .sum(),
              ChipSums.actions(own, kind.kind())));
    }
  }
}
