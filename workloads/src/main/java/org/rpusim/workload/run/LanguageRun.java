package org.rpusim.workload.run;

import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.mapping.Mapper;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.recurrent.RecurrentNetwork;
import org.rpusim.workload.recurrent.training.TextTrainer;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.spec.LanguageModelSpec;
import org.rpusim.workload.text.EmbeddedGrammar;

/** Trains a recurrent network on a text, epoch by epoch, with an evaluation after each. */
final class LanguageRun {
  private final LanguageModelSpec spec;
  private final DataSet text;
  private final RecurrentNetwork network;
  private final EpochRun epochs;

  LanguageRun(
      ChipSpec chip,
      LanguageModelSpec spec,
      DataSet text,
      RunOptions options,
      RunListener listener) {
    this.spec = spec;
    this.text = text;
    requireFit(spec, text);
    this.network = spec.network(text.classes());
    Mapping mapping = Mapper.map(network.matrices(), chip);
    TextTrainer trainer =
        new TextTrainer(
            spec,
            network,
            mapping,
            chip,
            text,
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
            (executor, epoch, rate, goOn) -> trainer.trainEpoch(executor, rate, goOn),
            (executor, goOn) -> {
              TextTrainer.Evaluation test = trainer.evaluate(executor, goOn);
              return new EpochRun.Test(test.errorPercent(), test.crossEntropyNats());
            });
    long units = trainer.charactersOfEpoch() + trainer.charactersOfTest();
    EpochRun.Schedule schedule =
        new EpochRun.Schedule(spec.epochs(), spec::learningRate, units, spec.inFlight());
    this.epochs = new EpochRun(chip, mapping, learner, schedule, options, listener);
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
          mend(characters, (long) spec.batch() * spec.inFlight()));
    }
  }

  private static String mend(int characters, long sequences) {
    return characters < sequences
        ? "Maybe a longer text, or a smaller workload.batch."
        : "Maybe a longer text, or --set workload.unroll=" + characters / sequences + ".";
  }

  /**
   * Trains.
   *
   * @throws ConfigException if the training diverges, or a checkpoint holds what cannot be
   */
  RunResult run() {
    return epochs.run(
        text,
        network.matrices(),
        metrics -> metrics.putText(text, EmbeddedGrammar.entropyRateNats(spec)));
  }
}
