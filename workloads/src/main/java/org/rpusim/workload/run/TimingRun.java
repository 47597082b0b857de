package org.rpusim.workload.run;

import com.google.common.collect.ImmutableList;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.engine.TimingWheel;
import org.rpusim.workload.accounting.Period;
import org.rpusim.workload.accounting.RunMetrics;
import org.rpusim.workload.execution.Executor;
import org.rpusim.workload.execution.ExpectedActivity;
import org.rpusim.workload.execution.ProgramState;
import org.rpusim.workload.mapping.MappedLayer;
import org.rpusim.workload.mapping.Mapper;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.observation.Observations;
import org.rpusim.workload.observation.Observer;
import org.rpusim.workload.program.NetworkCompiler;
import org.rpusim.workload.program.Program;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.spec.TimingSpec;
import org.rpusim.workload.spec.TimingSpec.Cycle;

/** The schedule of a network on a chip with expected activity: no data, no weights. */
final class TimingRun {
  /** Fewer samples may end before a schedule can be seen to repeat. */
  private static final int SAMPLES_TO_REPEAT = 100;

  private final ChipSpec chip;
  private final TimingSpec spec;
  private final RunOptions options;
  private final RunListener listener;
  private final Mapping mapping;
  private final ImmutableList<Part> parts;
  private final Executor executor;
  private final Observer observer;
  private final Period period;
  private final Progress progress;
  private long samples;
  private boolean repeats = true;

  /** Batches of one size. */
  private record Part(
      Program program, ProgramState state, ExpectedActivity numbers, long batches) {}

  TimingRun(ChipSpec chip, TimingSpec spec, RunOptions options, RunListener listener) {
    this.chip = chip;
    this.spec = spec;
    this.options = options;
    this.listener = listener;
    this.mapping = Mapper.map(spec.network(), chip);
    mapping.layers().forEach(layer -> requireFit(layer, spec));
    this.parts = parts();
    int tokens = parts.stream().mapToInt(part -> part.state().tokens()).max().orElseThrow();
    Engine engine = new Engine(new TimingWheel());
    this.executor = new Executor(engine, chip, mapping, tokens, options.fastForward());
    int inFlight = parts.stream().mapToInt(part -> part.state().slots()).max().orElseThrow();
    this.observer = new Observer(executor.recorder(), inFlight, options.trace());
    this.period = new Period(engine, executor.chip());
    this.progress = new Progress(listener, (long) spec.epochs() * spec.samples());
  }

  static void requireFit(MappedLayer layer, TimingSpec spec) {
    int halvings = layer.chip().management().maxHalvings();
    if (spec.expected().retries() > halvings) {
      throw new ConfigException(
          "workload.expected.retries is %s, and management.maxHalvings allows %d a read."
              .formatted(spec.expected().retries(), halvings),
          "Maybe --set workload.expected.retries=" + halvings + ".");
    }
    int slots = layer.chip().update().bitLength();
    if (spec.expected().trainSlots() > slots) {
      throw new ConfigException(
          "workload.expected.trainSlots is %s, and update.bitLength of layer %s is %d."
              .formatted(spec.expected().trainSlots(), layer.layer().name(), slots),
          "Maybe --set workload.expected.trainSlots=auto.");
    }
  }

  private ImmutableList<Part> parts() {
    if (spec.cycle() == Cycle.INFERENCE) {
      return ImmutableList.of(
          part(NetworkCompiler.evaluation(mapping, chip, spec.streaming()), spec.samples()));
    }
    int batch = Math.min(spec.batch(), spec.samples());
    ImmutableList.Builder<Part> all = ImmutableList.builder();
    all.add(part(training(batch), spec.samples() / batch));
    int rest = spec.samples() % batch;
    if (rest > 0) {
      all.add(part(training(rest), 1));
    }
    return all.build();
  }

  private Program training(int batch) {
    return NetworkCompiler.training(mapping, chip, batch, spec.streaming());
  }

  private Part part(Program program, long batches) {
    int slots = (int) Math.min(spec.inFlight(), batches);
    long tokens = (long) slots * program.operations().size();
    if (tokens > Integer.MAX_VALUE) {
      throw new ConfigException(
          "workload.inFlight is %,d, and a sample has %,d operations, which together are too many."
              .formatted(spec.inFlight(), program.operations().size()),
          "Maybe fewer samples in flight.");
    }
    return new Part(
        program,
        new ProgramState(program, slots),
        new ExpectedActivity(program, slots, mapping, spec.expected()),
        batches);
  }

  RunResult run() {
    for (int epoch = 1; epoch <= spec.epochs() && !progress.stopped(); epoch++) {
      period.begin();
      parts.forEach(this::run);
      period.end();
    }
    if (!repeats && !progress.stopped()) {
      listener.notice("The schedule was not found to repeat itself, so all of it was simulated.");
    }
    boolean complete = !progress.stopped();
    RunMetrics metrics =
        new RunMetrics(chip, mapping.chipOfTile(), period, parts.getFirst().program(), samples);
    metrics.putRun(options.seed(), complete);
    metrics.putTiming(spec.network(), spec.cycle());
    metrics.putLayers(mapping);
    metrics.putWork();
    Observations seen = metrics.putObservations(observer);
    return new RunResult(
        metrics.build(),
        ImmutableList.of(),
        ImmutableList.of(),
        metrics.layers(mapping),
        metrics.components(),
        complete,
        seen,
        null);
  }

  private void run(Part part) {
    if (progress.stopped()) {
      return;
    }
    int batch = part.program().batch();
    boolean repeated =
        executor.runExpected(
            part.state(),
            part.numbers(),
            part.batches(),
            batches -> progress.advance(batches * batch));
    repeats &= repeated || part.batches() < SAMPLES_TO_REPEAT;
    samples += executor.nextSample() * batch;
  }
}
