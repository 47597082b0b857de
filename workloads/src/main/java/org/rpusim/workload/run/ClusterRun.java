package org.rpusim.workload.run;

import com.google.common.collect.ImmutableList;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.observation.Observations;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.spec.TimingSpec;
import org.rpusim.workload.spec.WorkloadSpec;
import org.rpusim.workload.system.ClusterFigures;
import org.rpusim.workload.system.ClusterPlan;
import org.rpusim.workload.system.ClusterSimulation;

/** The schedule of a network on a cluster of chips with expected activity. */
final class ClusterRun {
  private final ChipSpec chip;
  private final TimingSpec spec;
  private final RunOptions options;
  private final RunListener listener;
  private final ClusterPlan plan;
  private final Progress progress;

  private ClusterRun(ChipSpec chip, TimingSpec spec, RunOptions options, RunListener listener) {
    this.chip = chip;
    this.spec = spec;
    this.options = options;
    this.listener = listener;
    this.plan = ClusterPlan.of(spec, chip);
    plan.kinds()
        .forEach(
            part -> part.mapping().layers().forEach(layer -> TimingRun.requireFit(layer, spec)));
    this.progress = new Progress(listener, (long) spec.epochs() * spec.samples());
  }

  /**
   * A run on a cluster.
   *
   * @throws ConfigException if the workload is none that a cluster runs
   */
  static ClusterRun of(
      ChipSpec chip, WorkloadSpec workload, RunOptions options, RunListener listener) {
    if (!(workload instanceof TimingSpec timing)) {
      throw new ConfigException(
          "%s has cluster.chips = %,d, and a cluster runs networks without numbers alone."
              .formatted(chip.name(), chip.cluster().chips()),
          "Maybe --set workload.timingOnly=true, or cluster.chips=1.");
    }
    if (options.trace() != null) {
      throw new ConfigException(
          "--trace is of a single chip, and %s is a cluster of %,d."
              .formatted(chip.name(), chip.cluster().chips()),
          "Maybe --set cluster.chips=1, with a network that fits one chip.");
    }
    return new ClusterRun(chip, timing, options, listener);
  }

  RunResult run() {
    ClusterSimulation simulation =
        new ClusterSimulation(
            plan, chip.cluster(), Math.min(spec.inFlight(), spec.samples()), options.fastForward());
    boolean found = simulation.run(spec.samples(), spec.epochs(), progress::advance);
    if (!found && !progress.stopped() && spec.samples() > 100) {
      listener.notice("The schedule was not found to repeat itself, so all of it was simulated.");
    }
    ClusterFigures figures = new ClusterFigures(chip, spec, plan, simulation);
    return new RunResult(
        figures.metrics(options.seed(), !progress.stopped()),
        ImmutableList.of(),
        ImmutableList.of(),
        ImmutableList.of(),
        figures.components(),
        !progress.stopped(),
        Observations.NONE,
        null);
  }
}
