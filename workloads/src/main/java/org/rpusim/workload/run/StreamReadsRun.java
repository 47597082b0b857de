package org.rpusim.workload.run;

import com.google.common.collect.ImmutableList;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.engine.TimingWheel;
import org.rpusim.workload.accounting.Period;
import org.rpusim.workload.accounting.RunMetrics;
import org.rpusim.workload.execution.Executor;
import org.rpusim.workload.execution.ExpectedNumbers;
import org.rpusim.workload.execution.ProgramState;
import org.rpusim.workload.observation.Observations;
import org.rpusim.workload.observation.Observer;
import org.rpusim.workload.program.Program;
import org.rpusim.workload.program.StreamReadsCompiler;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.spec.StreamReadsSpec;

/** The saturation run: every tile reads back to back, timing only. */
final class StreamReadsRun {
  private final ChipSpec chip;
  private final StreamReadsSpec spec;
  private final RunOptions options;
  private final RunListener listener;

  StreamReadsRun(ChipSpec chip, StreamReadsSpec spec, RunOptions options, RunListener listener) {
    this.chip = chip;
    this.spec = spec;
    this.options = options;
    this.listener = listener;
  }

  RunResult run() {
    requireFit();
    Program program = StreamReadsCompiler.compile(spec, chip);
    ProgramState state = new ProgramState(program, spec.inFlight());
    Engine engine = new Engine(new TimingWheel());
    Executor executor = new Executor(engine, chip, chip.tiles(), state.tokens());
    Observer observer = new Observer(executor.recorder(), spec.inFlight(), options.trace());
    Period period = new Period(engine, executor.chip());
    Progress progress = new Progress(listener, spec.readsPerTile());
    long onSteps = Math.round(spec.activity() * spec.columns() * chip.dac().levels());
    period.begin();
    executor.run(
        state,
        new ExpectedNumbers(spec.columns(), onSteps),
        0,
        spec.readsPerTile(),
        progress::advance);
    period.end();
    RunMetrics metrics = new RunMetrics(chip, period, program, executor.nextSample());
    metrics.putRun(options.seed(), !progress.stopped());
    metrics.putWork();
    Observations seen = metrics.putObservations(observer);
    return new RunResult(
            metrics.build(), ImmutableList.of(), metrics.components(), !progress.stopped())
        .with(seen);
  }

  private void requireFit() {
    if (spec.rows() > chip.tile().rows() || spec.columns() > chip.tile().columns()) {
      throw new ConfigException(
          "workload.rows x workload.columns is %d x %d, and a tile of %s has %d x %d."
              .formatted(
                  spec.rows(),
                  spec.columns(),
                  chip.name(),
                  chip.tile().rows(),
                  chip.tile().columns()),
          "Maybe --set workload.rows=%d workload.columns=%d."
              .formatted(
                  Math.min(spec.rows(), chip.tile().rows()),
                  Math.min(spec.columns(), chip.tile().columns())));
    }
  }
}
