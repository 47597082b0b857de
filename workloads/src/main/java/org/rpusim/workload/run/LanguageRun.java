package org.rpusim.workload.run;

import com.google.common.collect.ImmutableList;
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
import org.rpusim.workload.observation.Observations;
import org.rpusim.workload.observation.Observer;
import org.rpusim.workload.recurrent.RecurrentNetwork;
import org.rpusim.workload.recurrent.training.TextTrainer;
import org.rpusim.workload.result.EpochResult;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.spec.LanguageModelSpec;
import org.rpusim.workload.text.EmbeddedGrammar;

/** Trains a recurrent network on a text, epoch by epoch, with an evaluation after each. */
final class LanguageRun {
  private final ChipSpec chip;
  private final LanguageModelSpec spec;
  private final DataSet text;
  private final RunOptions options;
  private final RunListener listener;
  private final RecurrentNetwork network;
  private final Mapping mapping;
  private final TextTrainer trainer;
  private final Executor executor;
  private final Observer observer;
  private final Period training;
  private final Period evaluation;
  private final Progress progress;
  private final EpochLog log;
  private final LayerCounts layers;
  private final TrainingState state;
  private @Nullable EpochResult reached;

  LanguageRun(
      ChipSpec chip,
      LanguageModelSpec spec,
      DataSet text,
      RunOptions options,
      RunListener listener) {
    this.chip = chip;
    this.spec = spec;
    this.text = text;
    this.options = options;
    this.listener = listener;
    requireFit(spec, text);
    this.network = spec.network(text.classes());
    this.mapping = Mapper.map(network.matrices(), chip);
    this.trainer =
        new TextTrainer(
            spec,
            network,
            mapping,
            chip,
            text,
            options.seed(),
            options.kernels(),
            options.workers());
    Engine engine = new Engine(new TimingWheel());
    this.executor = new Executor(engine, chip, mapping, trainer.tokens(), options.fastForward());
    this.observer = new Observer(executor.recorder(), spec.inFlight(), options.trace());
    this.training = new Period(engine, executor.chip());
    this.evaluation = new Period(engine, executor.chip());
    this.layers = new LayerCounts(training, mapping, trainer::weightsAtBound);
    this.log = new EpochLog(spec.epochs());
    this.progress =
        new Progress(
            listener, spec.epochs() * (trainer.charactersOfEpoch() + trainer.charactersOfTest()));
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

  private static void requireFit(LanguageModelSpec spec, DataSet text) {
    if (spec.samples() > text.trainingCount()) {
      throw new ConfigException(
          "workload.samples is %,d, and %s has %,d training characters."
              .formatted(spec.samples(), text.name(), text.trainingCount()),
          "Maybe --samples " + text.trainingCount() + ", or all of them without --samples.");
    }
    int characters = spec.samples() == 0 ? text.trainingCount() : spec.samples();
    long needed = (long) spec.unroll() * spec.batch() * spec.inFlight();
    if (characters < needed) {
      throw new ConfigException(
          "workload.unroll x batch x inFlight is %,d, and there are %,d characters to train."
              .formatted(needed, characters),
          "Maybe a longer text, or --set workload.unroll=" + Math.max(1, characters / 10) + ".");
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
    ImmutableList<EpochResult> done = log.epochs();
    boolean complete = !progress.stopped();
    RunMetrics metrics =
        new RunMetrics(
            chip,
            mapping.chipOfTile(),
            training,
            trainer.trainingProgram(),
            trainer.trainedSamples());
    metrics.putRun(options.seed(), complete);
    metrics.putTraining(text, network.matrices(), done, layers, evaluation);
    metrics.putText(text, EmbeddedGrammar.entropyRateNats(spec));
    Double target = options.course().untilErrorPercent();
    if (target != null) {
      metrics.putTarget(target, reached);
    }
    metrics.putLayers(mapping);
    metrics.putWork();
    Observations seen = metrics.putObservations(observer);
    return new RunResult(
        metrics.build(),
        done,
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
    TextTrainer.Evaluation test = trainer.evaluate(executor, progress::advance);
    evaluation.end();
    if (progress.stopped()) {
      return;
    }
    EpochResult result =
        log.add(
            epoch,
            spec.learningRate(epoch),
            state.loss(),
            test.errorPercent(),
            training.seconds(),
            new EnergyBreakdown(chip, mapping.chipOfTile(), training).totalJoules(),
            training.tileCount("retries"),
            training.tileCount("coincidences"),
            test.crossEntropyNats());
    layers.endEpoch(epoch);
    Double target = options.course().untilErrorPercent();
    if (target != null && test.errorPercent() <= target) {
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
    double loss = trainer.trainEpoch(executor, spec.learningRate(epoch), progress::advance);
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
