package org.rpusim.workload.run;

import com.google.common.collect.ImmutableList;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.engine.TimingWheel;
import org.rpusim.workload.accounting.Period;
import org.rpusim.workload.accounting.RunMetrics;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.data.DataSets;
import org.rpusim.workload.execution.Executor;
import org.rpusim.workload.mapping.Mapper;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.spec.TrainingSpec;
import org.rpusim.workload.training.Trainer;

/**
 * Runs the test set alone, once, with saved weights: what an input takes when nothing is trained.
 */
final class InferenceRun {
  private final ChipSpec chip;
  private final TrainingSpec spec;
  private final DataSet data;
  private final RunOptions options;
  private final Progress progress;

  InferenceRun(
      ChipSpec chip, TrainingSpec spec, DataSet data, RunOptions options, RunListener listener) {
    this.chip = chip;
    this.spec = spec;
    this.data = data;
    this.options = options;
    this.progress = new Progress(listener, data.testCount());
  }

  RunResult run() {
    Course.Start start = options.course().requireStart();
    DataSets.check(spec, data);
    Mapping mapping = Mapper.map(spec.network(), chip);
    Trainer trainer =
        new Trainer(
            mapping,
            chip,
            data,
            1,
            1,
            1,
            spec.streaming(),
            options.seed(),
            options.kernels(),
            options.workers());
    trainer.setWeights(start.weights(), start.source());
    Engine engine = new Engine(new TimingWheel());
    Executor executor =
        new Executor(engine, chip, mapping, trainer.tokens(), options.fastForward());
    Period period = new Period(engine, executor.chip());
    period.begin();
    double testErrorPercent = trainer.evaluate(executor, progress::advance);
    period.end();
    return result(mapping, trainer, executor, period, testErrorPercent);
  }

  private RunResult result(
      Mapping mapping, Trainer trainer, Executor executor, Period period, double errorPercent) {
    RunMetrics metrics =
        new RunMetrics(
            chip, mapping.chipOfTile(), period, trainer.evaluationProgram(), executor.nextSample());
    metrics.putRun(options.seed(), !progress.stopped());
    metrics.putInference(data, spec.network(), errorPercent);
    metrics.putWork();
    return new RunResult(
        metrics.build(), ImmutableList.of(), metrics.components(), !progress.stopped());
  }
}
