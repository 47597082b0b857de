package org.rpusim.workload.system;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import org.rpusim.chip.cost.ChipArea;
import org.rpusim.chip.cost.ChipFigures;
import org.rpusim.chip.cost.ReferenceProcessors;
import org.rpusim.chip.cost.ReferenceProcessors.Processor;
import org.rpusim.chip.machine.TeamLink;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.tile.SpilledInputs;
import org.rpusim.chip.tile.WaitReason;
import org.rpusim.core.Version;
import org.rpusim.core.stats.Metrics;
import org.rpusim.workload.execution.ChipModel;
import org.rpusim.workload.network.Network;
import org.rpusim.workload.result.ComponentResult;
import org.rpusim.workload.spec.TimingSpec;
import org.rpusim.workload.spec.TimingSpec.Cycle;

/** Works out the figures of a run on a cluster; docs/glossary.md defines each. */
public final class ClusterFigures {
  private static final double GIGA = 1e9;
  private static final double SECONDS_PER_PICOSECOND = 1e-12;
  private static final ImmutableList<String> ACTIVITY =
      ImmutableList.of(
          "deviceSteps", "rowPulses", "columnPulses", "halfSelectedDevices", "coincidences");

  private final ChipSpec chip;
  private final TimingSpec workload;
  private final ClusterPlan plan;
  private final ClusterSimulation simulation;
  private final long[][] totals;
  private final long samples;
  private final double seconds;
  private final ClusterEnergy energy;
  private final Metrics.Builder metrics = Metrics.builder();

  /** Figures of a simulation that has ended. */
  public ClusterFigures(
      ChipSpec chip, TimingSpec workload, ClusterPlan plan, ClusterSimulation simulation) {
    this.chip = chip;
    this.workload = workload;
    this.plan = plan;
    this.simulation = simulation;
    this.samples = simulation.completed();
    this.seconds = simulation.durationPs() * SECONDS_PER_PICOSECOND;
    this.totals = withActivity();
    this.energy = new ClusterEnergy(chip, simulation, totals, seconds);
  }

  /** Activity depends on how many samples there were alone, and is counted at the end. */
  private long[][] withActivity() {
    long[][] all = simulation.totals();
    ChipSums sums = simulation.sums();
    for (Part part : plan.kinds()) {
      ChipModel model = part.model();
      model.countActivity(samples);
      long[] activity = new ChipSums(model).capture();
      for (int chipNumber = 0; chipNumber < all.length; chipNumber++) {
        if (plan.parts().get(chipNumber).equals(part)) {
          for (String name : ACTIVITY) {
            sums.set(all[chipNumber], name, sums.count(activity, name));
          }
        }
      }
    }
    return all;
  }

  /**
   * All figures.
   *
   * @param complete whether the run went on to its end
   */
  public Metrics metrics(long seed, boolean complete) {
    Network network = workload.network();
    metrics.put("seed", seed);
    metrics.put("version", Version.current());
    metrics.put("run.complete", complete);
    metrics.put("chip.name", chip.name());
    metrics.put("chip.tiles", chip.tiles());
    metrics.put("mapping.tiles", plan.tiles());
    metrics.put("network.weights", network.weights());
    metrics.put("samples.count", samples);
    metrics.put("events.count", simulation.events());
    metrics.put("time.simulatedSeconds", seconds);
    putCluster();
    putEnergy();
    putPeak();
    if (samples > 0) {
      putSustained(network);
    }
    putCounts();
    if (seconds > 0) {
      putUtilisation(network);
    }
    return metrics.build();
  }

  private void putCluster() {
    metrics.put("cluster.chips", chip.cluster().chips());
    metrics.put("cluster.chipsInUse", (long) totals.length * chip.cluster().chipsPerLayer());
    metrics.put("cluster.boards", chip.cluster().boards());
    metrics.put("cluster.statesSimulated", simulation.states());
    metrics.put(
        "cluster.mostSamplesWaiting",
        simulation.places().stream().mapToInt(ChipPlace::mostWaiting).max().orElse(0));
    long betweenTeams = simulation.links().stream().mapToLong(ChipLink::bits).sum();
    metrics.put(
        "cluster.linkBits", betweenTeams + count(TeamLink.BOARD_BITS) + count(TeamLink.OTHER_BITS));
    long waitedPs = simulation.links().stream().mapToLong(ChipLink::queuedPs).sum();
    metrics.put(
        "cluster.linkWaitingSeconds",
        (waitedPs + count(TeamLink.WAITED_PS)) * SECONDS_PER_PICOSECOND);
    ChipArea area = ChipArea.of(chip);
    metrics.put("area.chipSquareMillimetres", area.chipSquareMillimetres());
    metrics.put("area.clusterSquareMillimetres", clusterArea());
    metrics.put("area.byComponent.tiles", chips() * area.tilesSquareMillimetres());
    metrics.put("area.byComponent.digitalUnits", chips() * area.digitalSquareMillimetres());
  }

  private double chips() {
    return chip.cluster().chips();
  }

  private double clusterArea() {
    return chips() * ChipArea.of(chip).chipSquareMillimetres();
  }

  private void putEnergy() {
    double joules = energy.totalJoules();
    metrics.put("energy.totalJoules", joules);
    energy.byPurpose().forEach((name, part) -> metrics.put("energy.byComponent." + name, part));
    metrics.put("energy.staticJoules", energy.staticJoules());
    metrics.put("energy.dynamicJoules", joules - energy.staticJoules());
    metrics.put("energy.delayProductJouleSeconds", joules * seconds);
    metrics.put("power.envelopeWatts", chips() * chip.powerEnvelopeWatts());
    if (samples > 0) {
      metrics.put("energy.perSampleJoules", joules / samples);
      metrics.put("time.perSampleSeconds", seconds / samples);
      metrics.put("power.averageWatts", joules / seconds);
      metrics.put("power.wattsPerSquareMillimetre", joules / seconds / clusterArea());
    }
  }

  private double peak() {
    return chips() * ChipFigures.of(chip).operationsPerSecond();
  }

  private void putPeak() {
    metrics.put("throughput.peakGigaOpsPerSecond", peak() / GIGA);
    metrics.put(
        "efficiency.peakGigaOpsPerSecondPerWatt",
        ChipFigures.of(chip).operationsPerSecondPerWatt() / GIGA);
    for (Processor reference : ReferenceProcessors.ALL) {
      metrics.put("acceleration.peak." + reference.key(), peak() / reference.operationsPerSecond());
    }
  }

  private void putSustained(Network network) {
    double operations = 0;
    double updates = 0;
    for (Part part : plan.kinds()) {
      double chipsAlike = plan.chipsOf(part);
      operations += chipsAlike * part.program().usefulReadOperations() * samples;
      updates += chipsAlike * part.program().weightUpdates() * samples;
    }
    metrics.put("throughput.sustainedGigaOpsPerSecond", operations / seconds / GIGA);
    metrics.put("throughput.fractionOfPeak", operations / seconds / peak());
    metrics.put("throughput.gigaUpdatesPerSecond", updates / seconds / GIGA);
    metrics.put("throughput.samplesPerSecond", samples / seconds);
    double efficiency = operations / energy.totalJoules();
    metrics.put("efficiency.sustainedGigaOpsPerSecondPerWatt", efficiency / GIGA);
    metrics.put(
        "efficiency.fractionOfPeak",
        efficiency / ChipFigures.of(chip).operationsPerSecondPerWatt());
    double perWeight = workload.cycle() == Cycle.TRAINING ? 6 : 2;
    for (Processor reference : ReferenceProcessors.ALL) {
      double referenceSeconds =
          perWeight * network.weightUses() * samples / reference.operationsPerSecond();
      metrics.put("acceleration.sustained." + reference.key(), referenceSeconds / seconds);
    }
  }

  private void putCounts() {
    metrics.put("reads.cycles", count("forwardReads") + count("backwardReads"));
    metrics.put("update.cycles", count("updates"));
    metrics.put("update.pulseSlots", count("pulseSlots"));
    metrics.put("update.rowPulses", count("rowPulses"));
    metrics.put("update.columnPulses", count("columnPulses"));
    metrics.put("update.coincidences", count("coincidences"));
    metrics.put("boundManagement.retries", count("retries"));
    metrics.put("conversions.count", count("conversions"));
    metrics.put("interconnect.bits", count("interconnect.bits"));
    metrics.put("memory.bits", count("memory.bits"));
    if (SpilledInputs.mayBeOf(chip)) {
      metrics.put("buffers.spilledVectors", count(SpilledInputs.VECTORS));
      metrics.put("buffers.spilledBits", count(SpilledInputs.BITS));
    }
  }

  private long count(String name) {
    return Arrays.stream(totals).mapToLong(of -> simulation.sums().count(of, name)).sum();
  }

  private void putUtilisation(Network network) {
    metrics.put("utilisation.tilesInUse", plan.tiles() / (chips() * chip.tiles()));
    double crossPoints = (double) chip.tile().rows() * chip.tile().columns() * plan.tiles();
    metrics.put("utilisation.crossPointsOfTilesInUse", network.weights() / crossPoints);
    ImmutableList<ComponentResult> rows = components();
    for (ChipRow kind : ChipRow.values()) {
      metrics.put("utilisation." + kind.key(), busy(rows, kind.key()));
    }
    metrics.put("utilisation.chipLinks", busyLinks(rows));
    for (WaitReason reason : WaitReason.values()) {
      metrics.put("stalls." + reason.key(), mean(rows, reason));
    }
    metrics.put(
        "stalls.nothingToDo",
        arrays(rows).stream().mapToDouble(ComponentResult::idleSeconds).average().orElse(0)
            / seconds);
  }

  private static ImmutableList<ComponentResult> arrays(ImmutableList<ComponentResult> rows) {
    return rows.stream()
        .filter(row -> row.kind().equals(ChipRow.ARRAYS.key()))
        .collect(ImmutableList.toImmutableList());
  }

  private double mean(ImmutableList<ComponentResult> rows, WaitReason reason) {
    return arrays(rows).stream()
            .mapToDouble(row -> row.waitingSeconds().getOrDefault(reason.key(), 0.0))
            .average()
            .orElse(0)
        / seconds;
  }

  private double busy(ImmutableList<ComponentResult> rows, String kind) {
    return rows.stream()
            .filter(row -> row.kind().equals(kind))
            .mapToDouble(ComponentResult::busySeconds)
            .average()
            .orElse(0)
        / seconds;
  }

  /** A row of a team's links stands for all of them. */
  private double busyLinks(ImmutableList<ComponentResult> rows) {
    int chips = chip.cluster().chipsPerLayer();
    if (chips == 1) {
      return busy(rows, ClusterRows.LINK);
    }
    double busy = 0;
    long links = 0;
    for (ComponentResult row : rows) {
      if (row.kind().equals(ClusterRows.LINK)) {
        int many = row.name().endsWith(ClusterRows.TEAM_LINKS) ? 2 * (chips - 1) : 1;
        busy += many * row.busySeconds();
        links += many;
      }
    }
    return busy / links / seconds;
  }

  /** One row a chip and kind of its components, and one a link. */
  public ImmutableList<ComponentResult> components() {
    return new ClusterRows(chip, plan, simulation, totals, energy, simulation.durationPs()).all();
  }
}
