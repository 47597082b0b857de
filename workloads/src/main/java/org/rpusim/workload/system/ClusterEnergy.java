package org.rpusim.workload.system;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.rpusim.chip.cost.EnergyPerAction;
import org.rpusim.chip.machine.TeamLink;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.spec.ClusterSpec;

/**
 * Energy of a cluster: of each chip's components from its counts, of links from their bits, and of
 * what draws power always. Chips that hold no layer are switched on like the others.
 */
final class ClusterEnergy {
  /** What links between chips use. */
  static final String LINKS = "chipLinks";

  /** What boards draw besides their chips. */
  static final String BOARDS = "boards";

  private final EnergyPerAction energy;
  private final ClusterSimulation simulation;
  private final Map<String, Double> byPurpose = new TreeMap<>();
  private final ClusterSpec cluster;

  /** Chips that the totals are of. */
  private final int team;

  private double staticJoules;

  ClusterEnergy(ChipSpec chip, ClusterSimulation simulation, long[][] totals, double seconds) {
    this.energy = EnergyPerAction.of(chip);
    this.simulation = simulation;
    this.team = chip.cluster().chipsPerLayer();
    this.cluster = chip.cluster();
    for (long[] of : totals) {
      ofChip(of, seconds).values().forEach(part -> part.forEach(this::add));
    }
    int unused = chip.cluster().chips() - totals.length * team;
    addStatic("digitalUnits", chip.cluster().chips() * energy.digitalWatts() * seconds);
    addStatic("interconnect", chip.cluster().chips() * energy.interconnectWatts() * seconds);
    add("digitalUnits", unused * energy.digitalWatts() * seconds);
    add("interconnect", unused * energy.interconnectWatts() * seconds);
    simulation.links().forEach(link -> add(LINKS, link.bits() * link.bitJoules()));
    double boards = chip.cluster().boards() * chip.cluster().boardWatts() * seconds;
    add(BOARDS, boards);
    addStatic(BOARDS, boards);
  }

  private void add(String purpose, double joules) {
    byPurpose.merge(purpose, joules, Double::sum);
  }

  private void addStatic(String purpose, double joules) {
    byPurpose.merge(purpose, 0.0, Double::sum);
    staticJoules += joules;
  }

  /**
   * Energy of one chip, or team of chips, by kind of its components and what it was used for, J.
   *
   * @param totals what the chip did
   */
  ImmutableMap<String, Map<String, Double>> ofChip(long[] totals, double seconds) {
    Map<String, Double> arrays = new LinkedHashMap<>();
    arrays.put("arrays", count(totals, "deviceSteps") * energy.deviceStepJoules());
    arrays.put("drivers", count(totals, "drivenLines") * energy.driverReadJoules());
    arrays.put("buffers", count(totals, "bufferedNumbers") * energy.bufferNumberJoules());
    arrays.put("integrators", count(totals, "integratedLines") * energy.integratorReadJoules());
    arrays.put(
        "pulseGenerators",
        count(totals, "pulsedLinePicoseconds") * energy.pulseGeneratorPicosecondJoules());
    arrays.put(
        "updatePulses",
        count(totals, "rowPulses") * energy.rowPulseJoules()
            + count(totals, "columnPulses") * energy.columnPulseJoules()
            + count(totals, "halfSelectedDevices") * energy.halfSelectedDeviceJoules());
    double interconnect =
        count(totals, "interconnect.bits") * energy.interconnectBitJoules()
            + count(totals, "bitMicrometres") * energy.wireBitMicrometreJoules()
            + count(totals, "routedFlits") * energy.routerFlitJoules()
            + team * energy.interconnectWatts() * seconds;
    return ImmutableMap.of(
        "arrays",
        arrays,
        "converters",
        one("converters", totals, "conversions", energy.conversionJoules()),
        "management",
        one("management", totals, "managedNumbers", energy.managementNumberJoules()),
        "links",
        Map.of(),
        "digitalUnits",
        Map.of("digitalUnits", team * energy.digitalWatts() * seconds),
        "interconnect",
        Map.of("interconnect", interconnect),
        "memory",
        one("memory", totals, "memory.bits", energy.memoryBitJoules()),
        LINKS,
        Map.of(LINKS, ofTeamLinks(totals)));
  }

  /** Of bits between the chips of a team, J. */
  double ofTeamLinks(long[] totals) {
    return count(totals, TeamLink.BOARD_BITS) * cluster.chipLink().bitJoules()
        + count(totals, TeamLink.OTHER_BITS) * cluster.boardLink().bitJoules();
  }

  private Map<String, Double> one(String purpose, long[] totals, String name, double joules) {
    return Map.of(purpose, count(totals, name) * joules);
  }

  private long count(long[] totals, String name) {
    return simulation.sums().count(totals, name);
  }

  /** Energy by what it was used for, J. */
  ImmutableSortedMap<String, Double> byPurpose() {
    return ImmutableSortedMap.copyOf(byPurpose);
  }

  /** Energy drawn whether anything is done or not, J. */
  double staticJoules() {
    return staticJoules;
  }

  /** All of it, J: the sum of {@link #byPurpose()} in alphabetical order. */
  double totalJoules() {
    return byPurpose.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
