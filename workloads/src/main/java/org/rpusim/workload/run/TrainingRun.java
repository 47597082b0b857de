package org.rpusim.workload.run;

import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.data.DataSets;
import org.rpusim.workload.mapping.Mapper;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.network.Network;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.spec.TrainingSpec;
import org.rpusim.workload.training.Trainer;

/** Trains a network on a chip, epoch by epoch, with an evaluation after each. */
final class TrainingRun {
  private final DataSet data;
  private final Network network;
  private final EpochRun epochs;

  TrainingRun(
      ChipSpec chip, TrainingSpec spec, DataSet data, RunOptions options, RunListener listener) {
    this.data = data;
    this.network = spec.network();
    DataSets.check(spec, data);
    Mapping mapping = Mapper.map(network, chip);
    int samples = spec.samples() == 0 ? data.trainingCount() : spec.samples();
    Trainer trainer =
        new Trainer(
            mapping,
            chip,
            data,
            samples,
            spec.batch(),
            spec.inFlight(),
            spec.streaming(),
            options.seed(),
            options.kernels(),
            options.workers());
    EpochRun.Learner learner =
        new EpochRun.Learner(
            trainer,
            trainer.trainingProgram(),
            trainer.tokens(),
            trainer::weightsAtBound,
            trainer::weights,
            trainer::trainEpoch,
            (executor, goOn) -> new EpochRun.Test(trainer.evaluate(executor, goOn), Double.NaN));
    long units = (long) samples + data.testCount();
    EpochRun.Schedule schedule =
        new EpochRun.Schedule(spec.epochs(), spec::learningRate, units, spec.inFlight());
    this.epochs = new EpochRun(chip, mapping, learner, schedule, options, listener);
    Course.Start start = options.course().start();
    if (start != null) {
      trainer.setWeights(start.weights(), start.source());
    }
  }

  /**
   * Trains.
   *
   * @throws ConfigException if the training diverges, or a checkpoint holds what cannot be
   */
  RunResult run() {
    return epochs.run(data, network, metrics -> {});
  }
}
