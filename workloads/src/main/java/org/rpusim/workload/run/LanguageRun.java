package org.rpusim.workload.run;

import com.google.common.collect.ImmutableList;
import java.util.OptionalDouble;
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
    requireFit();
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
  }

  private void requireFit() {
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

  RunResult run() {
    for (int epoch = 1; epoch <= spec.epochs() && !progress.stopped(); epoch++) {
      runEpoch(epoch);
    }
    ImmutableList<EpochResult> done = log.epochs();
    boolean complete = done.size() == spec.epochs();
    RunMetrics metrics =
        new RunMetrics(
            chip,
            mapping.chipOfTile(),
            training,
            trainer.trainingProgram(),
            trainer.trainedCharacters());
    metrics.putRun(options.seed(), complete);
    metrics.putTraining(text, network.matrices(), done, layers, evaluation);
    metrics.putText(
        text,
        spec.isGenerated()
            ? OptionalDouble.of(EmbeddedGrammar.grammar().entropyRateNats())
            : OptionalDouble.empty());
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
        null);
  }

  private void runEpoch(int epoch) {
    double learningRate = spec.learningRate(epoch);
    training.begin();
    double loss = trainer.trainEpoch(executor, learningRate, progress::advance);
    training.end();
    if (progress.stopped()) {
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
            learningRate,
            loss,
            test.errorPercent(),
            training.seconds(),
            new EnergyBreakdown(chip, mapping.chipOfTile(), training).totalJoules(),
            training.tileCount("retries"),
            training.tileCount("coincidences"),
            test.crossEntropyNats());
    layers.endEpoch(epoch);
    listener.epochDone(result);
  }
}
