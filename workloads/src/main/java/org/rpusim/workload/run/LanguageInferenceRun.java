package org.rpusim.workload.run;

import com.google.common.collect.ImmutableList;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.engine.TimingWheel;
import org.rpusim.workload.accounting.Period;
import org.rpusim.workload.accounting.RunMetrics;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.execution.Executor;
import org.rpusim.workload.mapping.Mapper;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.network.Network;
import org.rpusim.workload.recurrent.RecurrentNetwork;
import org.rpusim.workload.recurrent.training.TextTrainer;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.spec.LanguageModelSpec;
import org.rpusim.workload.text.EmbeddedGrammar;

/**
 * Reads the test part of a text alone, once, with saved weights: what a character takes when
 * nothing is trained.
 */
final class LanguageInferenceRun {
  private final ChipSpec chip;
  private final LanguageModelSpec spec;
  private final DataSet text;
  private final RunOptions options;
  private final RunListener listener;

  LanguageInferenceRun(
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
  }

  RunResult run() {
    Course.Start start = options.course().requireStart();
    RecurrentNetwork network = spec.network(text.classes());
    Network matrices = network.matrices();
    Mapping mapping = Mapper.map(matrices, chip);
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
    trainer.setWeights(start.weights(), start.source());
    Engine engine = new Engine(new TimingWheel());
    Executor executor =
        new Executor(engine, chip, mapping, trainer.tokens(), options.fastForward());
    Period period = new Period(engine, executor.chip());
    Progress progress = new Progress(listener, trainer.charactersOfTest());
    period.begin();
    TextTrainer.Evaluation test = trainer.evaluate(executor, progress::advance);
    period.end();
    long characters = executor.nextSample() * trainer.testProgram().batch();
    RunMetrics metrics =
        new RunMetrics(chip, mapping.chipOfTile(), period, trainer.testProgram(), characters);
    metrics.putRun(options.seed(), !progress.stopped());
    metrics.putInference(text, matrices, test.errorPercent());
    metrics.putTestCrossEntropy(test.crossEntropyNats());
    metrics.putText(text, EmbeddedGrammar.entropyRateNats(spec));
    metrics.putWork();
    return new RunResult(
        metrics.build(), ImmutableList.of(), metrics.components(), !progress.stopped());
  }
}
