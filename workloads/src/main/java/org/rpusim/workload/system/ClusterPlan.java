package org.rpusim.workload.system;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.machine.Team;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.spec.ClusterSpec;
import org.rpusim.chip.spec.ClusterSpec.LinkSpec;
import org.rpusim.chip.tile.ArrayCycles;
import org.rpusim.workload.mapping.Mapper;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.network.Network;
import org.rpusim.workload.program.NetworkCompiler;
import org.rpusim.workload.program.Program;
import org.rpusim.workload.spec.ExpectedSpec;
import org.rpusim.workload.spec.TimingSpec;
import org.rpusim.workload.spec.TimingSpec.Cycle;

/**
 * A network on the chips of a cluster: consecutive layers on each chip, as many as it has tiles
 * for. Chips with equal layers in a like place share one part.
 *
 * @param parts of the chips in use, or of the teams of them, by their place in the row
 * @param layersBefore layers of the network before each chip's
 */
public record ClusterPlan(ImmutableList<Part> parts, ImmutableList<Integer> layersBefore) {

  /** Chips are alike if these are. */
  private record Likeness(
      Network layers, boolean first, boolean last, ImmutableList<LinkSpec> links) {}

  /**
   * Cuts a network.
   *
   * @throws ConfigException if a layer does not fit a chip, the cluster has too few chips, or the
   *     network is none that can be cut into a row
   */
  public static ClusterPlan of(TimingSpec workload, ChipSpec chip) {
    if (workload.batch() > 1) {
      throw new ConfigException(
          "workload.batch is %d, and the chips of a cluster take samples one by one."
              .formatted(workload.batch()),
          "Maybe --set workload.batch=1 workload.inFlight=" + workload.batch() + ".");
    }
    List<Integer> firsts = NetworkCut.firsts(workload.network(), TeamPlaces.asOne(chip));
    NetworkCut.requireChips(firsts.size(), chip, workload.network());
    ImmutableList.Builder<Part> parts = ImmutableList.builder();
    Map<Likeness, Part> known = new HashMap<>();
    int layers = workload.network().layers().size();
    for (int i = 0; i < firsts.size(); i++) {
      boolean last = i == firsts.size() - 1;
      Network own =
          NetworkCut.part(workload.network(), firsts.get(i), last ? layers : firsts.get(i + 1));
      boolean first = i == 0;
      ImmutableList<LinkSpec> links = linksOfTeam(i, chip.cluster());
      parts.add(
          known.computeIfAbsent(
              new Likeness(own, first, last, links),
              key -> part(known.size(), workload, chip, key)));
    }
    return new ClusterPlan(parts.build(), ImmutableList.copyOf(firsts));
  }

  /** Links behind all chips of a team but the last. */
  private static ImmutableList<LinkSpec> linksOfTeam(int team, ClusterSpec cluster) {
    int chips = cluster.chipsPerLayer();
    ImmutableList.Builder<LinkSpec> links = ImmutableList.builder();
    for (int chip = 0; chip + 1 < chips; chip++) {
      links.add(cluster.linkBehind(team * chips + chip));
    }
    return links.build();
  }

  private static Part part(int number, TimingSpec workload, ChipSpec chip, Likeness like) {
    Network own = like.layers();
    Mapping mapping = Mapper.map(own, TeamPlaces.asOne(chip));
    Team team = TeamPlaces.of(mapping, like.links());
    boolean training = workload.cycle() == Cycle.TRAINING;
    Program program =
        like.first() && like.last()
            ? NetworkCompiler.whole(mapping, chip, team, training)
            : NetworkCompiler.part(mapping, chip, team, like.first(), like.last(), training);
    return new Part(
        number,
        chip,
        mapping,
        team,
        program,
        workload.expected(),
        slots(workload, chip),
        like.last() ? 0 : ArrayCycles.valueBits(own.outputs()),
        like.first() || !training ? 0 : ArrayCycles.valueBits(own.inputs()));
  }

  private static int slots(TimingSpec workload, ChipSpec chip) {
    int most = Math.min(chip.cluster().samplesInChip(), workload.inFlight());
    return Math.min(most, workload.samples());
  }

  /** Tiles in use on all chips. */
  public long tiles() {
    return parts.stream().mapToLong(part -> part.mapping().tiles()).sum();
  }

  /** The parts, each once, in the order of their first chips. */
  public ImmutableList<Part> kinds() {
    return ImmutableList.copyOf(new LinkedHashSet<>(parts));
  }

  /** How many chips have a part. */
  public int chipsOf(Part part) {
    return (int) parts.stream().filter(part::equals).count();
  }

  /** Expected activity, the same on all chips. */
  public ExpectedSpec expected() {
    return parts.getFirst().expected();
  }
}
