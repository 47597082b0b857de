package org.rpusim.workload.run;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
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
import org.rpusim.workload.mapping.MappedLayer;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.network.Network;
import org.rpusim.workload.observation.Observations;
import org.rpusim.workload.observation.Observer;
import org.rpusim.workload.program.Program;
import org.rpusim.workload.result.EpochResult;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.state.NetworkWeights;
import org.rpusim.workload.state.Resumable;

/** Training epoch by epoch, with an evaluation after each, whatever is trained. */
final class EpochRun {
  private final ChipSpec chip;
  private final Mapping mapping;
  private final Learner learner;
  private final Schedule schedule;
  private final RunOptions options;
  private final RunListener listener;
  private final Executor executor;
  private final Observer observer;
  private final Period training;
  private final Period evaluation;
  private final Progress progress;
  private final LayerCounts layers;
  private final EpochLog log;
  private final TrainingState state;
  private @Nullable EpochResult reached;

  /**
   * What learns.
   *
   * @param trainer whose state is saved
   * @param program of a training sample
   * @param tokens most operations under way
   * @param weightsAtBound of a layer
   * @param weights as they are
   */
  record Learner(
      Resumable trainer,
      Program program,
      int tokens,
      ToLongFunction<MappedLayer> weightsAtBound,
      Supplier<NetworkWeights> weights,
      Training training,
      Evaluation evaluation) {}

  /** Trains an epoch while it is told to go on; gives the mean loss, nats. */
  interface Training {
    double train(Executor executor, int epoch, double learningRate, BooleanSupplier goOn);
  }

  /** Evaluates the test set while it is told to go on. */
  interface Evaluation {
    Test evaluate(Executor executor, BooleanSupplier goOn);
  }

  /**
   * What an evaluation gave.
   *
   * @param errorPercent misclassified samples, %
   * @param crossEntropyNats of a language model, else not a number
   */
  record Test(double errorPercent, double crossEntropyNats) {}

  /**
   * How long it learns.
   *
   * @param learningRate of each epoch, from 1
   * @param unitsOfEpoch units of progress of an epoch and its evaluation
   * @param inFlight samples under way together
   */
  record Schedule(int epochs, IntToDoubleFunction learningRate, long unitsOfEpoch, int inFlight) {}

  EpochRun(
      ChipSpec chip,
      Mapping mapping,
      Learner learner,
      Schedule schedule,
      RunOptions options,
      RunListener listener) {
    this.chip = chip;
    this.mapping = mapping;
    this.learner = learner;
    this.schedule = schedule;
    this.options = options;
    this.listener = listener;
    Engine engine = new Engine(new TimingWheel());
    this.executor = new Executor(engine, chip, mapping, learner.tokens(), options.fastForward());
    this.observer = new Observer(executor.recorder(), schedule.inFlight(), options.trace());
    this.training = new Period(engine, executor.chip());
    this.evaluation = new Period(engine, executor.chip());
    this.layers = new LayerCounts(training, mapping, learner.weightsAtBound());
    this.progress = new Progress(listener, schedule.epochs() * schedule.unitsOfEpoch());
    this.log = new EpochLog(schedule.epochs());
    this.state =
        new TrainingState(
            engine,
            new ChipState(executor.chip()),
            training,
            evaluation,
            layers,
            log,
            learner.trainer(),
            observer,
            progress,
            schedule.epochs(),
            options.course().checkpoints());
    executor.restAt(state);
  }

  /**
   * Trains.
   *
   * @param more puts the figures that only this kind of training has
   * @throws ConfigException if the training diverges, or a checkpoint holds what cannot be
   */
  RunResult run(DataSet data, Network network, Consumer<RunMetrics> more) {
    state.resume();
    try {
      return runEpochs(data, network, more);
    } catch (IllegalStateException
        | IllegalArgumentException
        | ArithmeticException
        | IndexOutOfBoundsException e) {
      throw state.blame(e);
    }
  }

  private RunResult runEpochs(DataSet data, Network network, Consumer<RunMetrics> more) {
    while (state.epoch() <= schedule.epochs() && !progress.stopped() && reached == null) {
      runEpoch(state.epoch());
    }
    boolean complete = !progress.stopped();
    RunMetrics metrics =
        new RunMetrics(
            chip,
            mapping.chipOfTile(),
            training,
            learner.program(),
            learner.trainer().trainedSamples());
    metrics.putRun(options.seed(), complete);
    metrics.putTraining(data, network, log.epochs(), layers, evaluation);
    more.accept(metrics);
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
        learner.weights().get());
  }

  private void runEpoch(int epoch) {
    if (state.stage() != TrainingState.Stage.EVALUATION && !train(epoch)) {
      return;
    }
    evaluation.begin();
    Test test = learner.evaluation().evaluate(executor, progress::advance);
    evaluation.end();
    if (progress.stopped()) {
      return;
    }
    EpochResult result =
        log.add(
            epoch,
            schedule.learningRate().applyAsDouble(epoch),
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
    state.epochEnded(epoch == schedule.epochs() || reached != null);
    listener.epochDone(result);
  }

  /** Trains what is left of an epoch; false if the run was stopped meanwhile. */
  private boolean train(int epoch) {
    if (state.stage() == TrainingState.Stage.EPOCH) {
      training.begin();
    }
    state.passBegins();
    double rate = schedule.learningRate().applyAsDouble(epoch);
    double loss = learner.training().train(executor, epoch, rate, progress::advance);
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
