package org.rpusim.workload.run;

import com.google.common.collect.ImmutableList;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.engine.TimingWheel;
import org.rpusim.workload.accounting.EnergyBreakdown;
import org.rpusim.workload.accounting.LayerCounts;
import org.rpusim.workload.accounting.Period;
import org.rpusim.workload.accounting.RunMetrics;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.execution.Executor;
import org.rpusim.workload.mapping.Mapper;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.network.Network;
import org.rpusim.workload.result.EpochResult;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.spec.TrainingSpec;
import org.rpusim.workload.training.Trainer;

/** Trains a network on a chip, epoch by epoch, with an evaluation after each. */
final class TrainingRun {
  private final ChipSpec chip;
  private final TrainingSpec spec;
  private final DataSet data;
  private final RunOptions options;
  private final RunListener listener;
  private final Network network;
  private final Mapping mapping;
  private final Trainer trainer;
  private final Executor executor;
  private final Period training;
  private final Period evaluation;
  private final Progress progress;
  private final ImmutableList.Builder<EpochResult> epochs = ImmutableList.builder();
  private final LayerCounts layers;
  private long retriesBefore;
  private long coincidencesBefore;

  TrainingRun(
      ChipSpec chip, TrainingSpec spec, DataSet data, RunOptions options, RunListener listener) {
    this.chip = chip;
    this.spec = spec;
    this.data = data;
    this.options = options;
    this.listener = listener;
    this.network = spec.network();
    requireFit();
    this.mapping = Mapper.map(network, chip);
    int samples = spec.samples() == 0 ? data.trainingCount() : spec.samples();
    this.trainer =
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
    Engine engine = new Engine(new TimingWheel());
    this.executor =
        new Executor(engine, chip, mapping.tiles(), trainer.tokens(), options.fastForward());
    this.training = new Period(engine, executor.chip());
    this.evaluation = new Period(engine, executor.chip());
    this.layers = new LayerCounts(training, mapping, trainer::weightsAtBound);
    this.progress = new Progress(listener, (long) spec.epochs() * (samples + data.testCount()));
  }

  private void requireFit() {
    if (data.inputs() != network.inputs()) {
      throw new ConfigException(
          "workload.inputs is %d, and a sample of %s has %d numbers."
              .formatted(network.inputs(), data.name(), data.inputs()),
          "Maybe --set workload.inputs=" + data.inputs() + ", or another data set.");
    }
    if (data.classes() > network.outputs()) {
      throw new ConfigException(
          "The last layer has %d units, and %s has %d classes."
              .formatted(network.outputs(), data.name(), data.classes()),
          "Maybe give the last layer " + data.classes() + " units.");
    }
    if (spec.samples() > data.trainingCount()) {
      throw new ConfigException(
          "workload.samples is %,d, and %s has %,d training samples."
              .formatted(spec.samples(), data.name(), data.trainingCount()),
          "Maybe --samples " + data.trainingCount() + ", or all of them without --samples.");
    }
  }

  RunResult run() {
    for (int epoch = 1; epoch <= spec.epochs() && !progress.stopped(); epoch++) {
      runEpoch(epoch);
    }
    ImmutableList<EpochResult> done = epochs.build();
    boolean complete = done.size() == spec.epochs();
    RunMetrics metrics =
        new RunMetrics(
            chip,
            mapping.chipOfTile(),
            training,
            trainer.trainingProgram(),
            trainer.trainedSamples());
    metrics.putRun(options.seed(), complete);
    metrics.putTraining(data, network, done, layers, evaluation);
    metrics.putWork();
    return new RunResult(metrics.build(), done, layers.epochs(), metrics.components(), complete);
  }

  private void runEpoch(int epoch) {
    double learningRate = spec.learningRate(epoch);
    training.begin();
    double loss = trainer.trainEpoch(executor, epoch, learningRate, progress::advance);
    training.end();
    if (progress.stopped()) {
      return;
    }
    evaluation.begin();
    double testErrorPercent = trainer.evaluate(executor, progress::advance);
    evaluation.end();
    if (progress.stopped()) {
      return;
    }
    long retries = training.tileCount("retries");
    long coincidences = training.tileCount("coincidences");
    EpochResult result =
        new EpochResult(
            epoch,
            learningRate,
            loss,
            testErrorPercent,
            training.seconds(),
            new EnergyBreakdown(chip, mapping.chipOfTile(), training).totalJoules(),
            retries - retriesBefore,
            coincidences - coincidencesBefore);
    retriesBefore = retries;
    coincidencesBefore = coincidences;
    layers.endEpoch(epoch);
    epochs.add(result);
    listener.epochDone(result);
  }
}
