package org.rpusim.workload.run;

import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.machine.ChipState;
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
import org.rpusim.workload.observation.Observations;
import org.rpusim.workload.observation.Observer;
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
  private final Observer observer;
  private final Period training;
  private final Period evaluation;
  private final Progress progress;
  private final LayerCounts layers;
  private final EpochLog log;
  private final TrainingState state;
  private @Nullable EpochResult reached;

  TrainingRun(
      ChipSpec chip, TrainingSpec spec, DataSet data, RunOptions options, RunListener listener) {
    this.chip = chip;
    this.spec = spec;
    this.data = data;
    this.options = options;
    this.listener = listener;
    this.network = spec.network();
    DataFit.require(spec, data);
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
    this.executor = new Executor(engine, chip, mapping, trainer.tokens(), options.fastForward());
    this.observer = new Observer(executor.recorder(), spec.inFlight(), options.trace());
    this.training = new Period(engine, executor.chip());
    this.evaluation = new Period(engine, executor.chip());
    this.layers = new LayerCounts(training, mapping, trainer::weightsAtBound);
    this.progress = new Progress(listener, (long) spec.epochs() * (samples + data.testCount()));
    this.log = new EpochLog(spec.epochs());
    this.state =
        new TrainingState(
            engine,
            new ChipState(executor.chip()),
            training,
            evaluation,
            layers,
            log,
            trainer,
            observer,
            progress,
            spec.epochs(),
            options.course().checkpoints());
    executor.restAt(state);
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
    state.resume();
    try {
      return runEpochs();
    } catch (IllegalStateException
        | IllegalArgumentException
        | ArithmeticException
        | IndexOutOfBoundsException e) {
      throw state.blame(e);
    }
  }

  private RunResult runEpochs() {
    while (state.epoch() <= spec.epochs() && !progress.stopped() && reached == null) {
      runEpoch(state.epoch());
    }
    boolean complete = !progress.stopped();
    RunMetrics metrics =
        new RunMetrics(
            chip,
            mapping.chipOfTile(),
            training,
            trainer.trainingProgram(),
            trainer.trainedSamples());
    metrics.putRun(options.seed(), complete);
    metrics.putTraining(data, network, log.epochs(), layers, evaluation);
    Double target = options.course().untilErrorPercent();
    if (target != null) {
      metrics.putTarget(target, reached);
    }
    metrics.putLayers(mapping);
    metrics.putWork();
    Observations seen = metrics.putObservations(observer);
    return new RunResult(
        metrics.build(),
        log.epochs(),
        layers.epochs(),
        metrics.layers(mapping),
        metrics.components(),
        complete,
        seen,
        trainer.weights());
  }

  private void runEpoch(int epoch) {
    if (state.stage() != TrainingState.Stage.EVALUATION && !train(epoch)) {
      return;
    }
    evaluation.begin();
    double testErrorPercent = trainer.evaluate(executor, progress::advance);
    evaluation.end();
    if (progress.stopped()) {
      return;
    }
    EpochResult result =
        log.add(
            epoch,
            spec.learningRate(epoch),
            state.loss(),
            testErrorPercent,
            training.seconds(),
            new EnergyBreakdown(chip, mapping.chipOfTile(), training).totalJoules(),
            training.tileCount("retries"),
            training.tileCount("coincidences"),
            Double.NaN);
    layers.endEpoch(epoch);
    Double target = options.course().untilErrorPercent();
    if (target != null && testErrorPercent <= target) {
      reached = result;
    }
    state.epochEnded(epoch == spec.epochs() || reached != null);
    listener.epochDone(result);
  }

  /** Trains what is left of an epoch; false if the run was stopped meanwhile. */
  private boolean train(int epoch) {
    if (state.stage() == TrainingState.Stage.EPOCH) {
      training.begin();
    }
    state.passBegins();
    double loss = trainer.trainEpoch(executor, epoch, spec.learningRate(epoch), progress::advance);
    training.end();
    if (progress.stopped()) {
      return false;
    }
    if (!Double.isFinite(loss)) {
      throw new ConfigException(
          "The training has diverged: the mean loss of epoch " + epoch + " is no finite number.",
          "Maybe workload.learningRate is too large.");
    }
    state.passEnded(loss);
    return true;
  }
}
