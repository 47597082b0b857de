package org.rpusim.workload.execution;

import java.util.HashMap;
import java.util.Map;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.machine.Chip;
import org.rpusim.chip.machine.ChipState;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.server.CausalLog;
import org.rpusim.workload.observation.Recorder;

/**
 * The ways in which samples go through a program: one by one, of which known ones are replayed; as
 * many together as there are slots; and together until the schedule repeats itself.
 */
final class Passes {
  private final Engine engine;
  private final CausalLog log;
  private final Chip chip;
  private final Recorder recorder;
  private final Executor executor;
  private final CycleNumbers numbers;
  private final Samples samples;
  private final boolean fastForward;
  private final Map<ProgramState, SampleReplay> replays = new HashMap<>();

  Passes(
      Engine engine,
      CausalLog log,
      Executor executor,
      CycleNumbers numbers,
      Samples samples,
      boolean fastForward) {
    this.fastForward = fastForward;
    this.engine = engine;
    this.log = log;
    this.chip = executor.chip();
    this.recorder = executor.recorder();
    this.executor = executor;
    this.numbers = numbers;
    this.samples = samples;
  }

  /** All samples of a pass. */
  void run(ProgramState program, Numbers computedBy, RestPoint restPoint) {
    if (fastForward && program.isReplayable()) {
      runOneByOne(program, computedBy, restPoint);
    } else {
      runTogether(program, restPoint);
    }
  }

  /**
   * All samples of a pass without numbers.
   *
   * @return whether the schedule was found to repeat itself, or was not asked to
   */
  boolean runExpected(ProgramState program, ExpectedActivity expected, SampleCount count) {
    if (fastForward) {
      return runToPeriod(program, expected, count);
    }
    runTogether(program, RestPoint.NONE);
    return true;
  }

  private void runOneByOne(ProgramState program, Numbers computedBy, RestPoint restPoint) {
    SampleReplay follower =
        replays.computeIfAbsent(program, key -> new SampleReplay(engine, chip, key));
    boolean more = samples.hasNext();
    while (more) {
      boolean seen = recorder.isOpen(engine.nowPs());
      executor.startNumbers(0);
      boolean last = !samples.hasNext();
      boolean known = follower.follow(computedBy, last || seen);
      if (!known) {
        follower.begin();
        numbers.writeTo(follower);
        simulateSample(program);
        numbers.writeTo(null);
      }
      computedBy.sampleFinished(0);
      more = samples.goOn() && !last;
      boolean rests = !last && restPoint.isDue(samples.next());
      if (!known && (more || rests)) {
        follower.end(samples.lastToken());
      }
      if (rests) {
        follower.flush();
        restPoint.take(samples.next());
      }
    }
    follower.flush();
  }

  private void simulateSample(ProgramState program) {
    log.forget(program.token(0, 0));
    executor.startOperations(0, program.token(0, 0), Executor.NO_CAUSE);
    engine.run();
    requireComplete(program);
  }

  private void runTogether(ProgramState program, RestPoint restPoint) {
    startTogether(program);
    engine.run();
    requireComplete(program);
    while (samples.takeRest()) {
      new ChipState(chip).settle(samples.lastToken(), engine.nowPs());
      restPoint.take(samples.next());
      startTogether(program);
      engine.run();
      requireComplete(program);
    }
  }

  private void startTogether(ProgramState program) {
    for (int slot = 0; slot < program.slots && samples.hasNext(); slot++) {
      log.forget(program.token(slot, 0));
      executor.startNumbers(slot);
      executor.startOperations(slot, program.token(slot, 0), Executor.NO_CAUSE);
    }
  }

  /** Whether a period was found. */
  private boolean runToPeriod(ProgramState program, ExpectedActivity expected, SampleCount count) {
    PeriodFinder finder = new PeriodFinder(engine, log, chip, program, expected);
    samples.pauseAfterEach(true);
    startTogether(program);
    engine.run();
    boolean found = searchPeriod(finder, count);
    samples.pauseAfterEach(false);
    engine.run();
    requireComplete(program);
    return found;
  }

  /**
   * Goes from sample to sample until there is a period; all whole ones but the first are skipped.
   */
  private boolean searchPeriod(PeriodFinder finder, SampleCount count) {
    while (engine.pendingCount() > 0 && samples.hasNext() && finder.isSearching()) {
      long period = recorder.isFinished() ? finder.compare(samples.next()) : 0;
      if (period > 0) {
        long times = samples.left() / period;
        finder.repeat(times);
        samples.skip(times * period);
        if (!count.completed(times * period)) {
          samples.stop();
        }
        return true;
      }
      engine.run();
    }
    return false;
  }

  private void requireComplete(ProgramState program) {
    for (int left : program.unfinished) {
      if (left > 0) {
        requireNoDeadlockOfPackets();
        throw OperationDeadlock.of(program, chip, engine.nowPs());
      }
    }
  }

  private void requireNoDeadlockOfPackets() {
    String deadlock = chip.interconnect().deadlock();
    if (deadlock != null) {
      throw new ConfigException(
          "Deadlock in the network at %d ps: %s".formatted(engine.nowPs(), deadlock),
          "Maybe --set interconnect.virtualChannels=2, or larger interconnect.queueFlits.");
    }
  }
}
