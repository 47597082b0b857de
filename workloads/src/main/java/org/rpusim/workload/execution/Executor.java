package org.rpusim.workload.execution;

import com.google.common.math.IntMath;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.array.BurstOutcome;
import org.rpusim.chip.array.ReadOutcome;
import org.rpusim.chip.array.UpdateOutcome;
import org.rpusim.chip.machine.Chip;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.tile.ArrayCycle;
import org.rpusim.chip.tile.TileWork;
import org.rpusim.chip.tile.WaitReason;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.server.CausalLog;
import org.rpusim.core.server.RateServer;
import org.rpusim.workload.program.BufferUse;

/**
 * Runs programs on a chip: starts each operation when what it waits for is complete, and has its
 * numbers computed where the chip does it. One program at a time; a new one may begin when the one
 * before has drained.
 */
public final class Executor implements TileWork {
  /** A token passes through fewer stages than this unless bound management repeats it often. */
  private static final int STAGES_OF_A_TOKEN = 16;

  private final Engine engine;
  private final CausalLog log;
  private final Chip chip;
  private @Nullable ProgramState running;
  private @Nullable Numbers runningNumbers;
  private final Map<ProgramState, SampleReplay> replays = new HashMap<>();
  private final boolean fastForward;

  /** Follows known schedules while samples run one by one. */
  private @Nullable SampleReplay replay;

  private BooleanSupplier goOn = () -> true;

  /** Whether the engine stops whenever the sample of slot 0 is complete. */
  private boolean pausing;

  private int lastToken;
  private long nextSample;
  private long endSample;

  /**
   * @param tiles tiles in use
   * @param tokens largest number of operations × slots of any program to come
   */
  public Executor(Engine engine, ChipSpec spec, int tiles, int tokens) {
    this(engine, spec, tiles, tokens, true);
  }

  /**
   * @param fastForward whether a sample whose schedule is known is replayed; it changes no result
   */
  public Executor(Engine engine, ChipSpec spec, int tiles, int tokens, boolean fastForward) {
    this.engine = engine;
    this.fastForward = fastForward;
    this.log =
        new CausalLog(
            tokens, IntMath.ceilingPowerOfTwo(STAGES_OF_A_TOKEN * tokens), WaitReason.DATA.index());
    this.chip = new Chip(spec, tiles, engine, log, this);
  }

  /** The chip that the programs run on. */
  public Chip chip() {
    return chip;
  }

  /**
   * Runs a program for samples, as many together as it has slots, until all are complete.
   *
   * @param firstSample number of the first sample
   * @param samples how many
   * @param goOn asked after each sample; false lets the samples under way end and starts no other
   */
  public void run(
      ProgramState program, Numbers numbers, long firstSample, long samples, BooleanSupplier goOn) {
    program.bind(chip);
    this.running = program;
    this.runningNumbers = numbers;
    this.goOn = goOn;
    this.nextSample = firstSample;
    this.endSample = firstSample + samples;
    if (fastForward && program.isReplayable()) {
      runOneByOne(program, numbers);
    } else {
      runTogether(program);
    }
  }

  /**
   * Runs a program with expected activity. Where the schedule turns out to repeat itself, whole
   * periods are counted without being simulated: time, counts, waiting and events are those of the
   * full simulation, to the picosecond.
   *
   * @param samples how many samples, or batches
   * @param count is told of those that are complete
   * @return whether the schedule was found to repeat itself, or was not asked to
   */
  public boolean runExpected(
      ProgramState program, ExpectedActivity expected, long samples, SampleCount count) {
    program.bind(chip);
    this.running = program;
    this.runningNumbers = expected;
    this.goOn = () -> count.completed(1);
    this.nextSample = 0;
    this.endSample = samples;
    if (!fastForward) {
      runTogether(program);
      return true;
    }
    PeriodFinder finder = new PeriodFinder(engine, log, chip, program, expected);
    pausing = true;
    startTogether(program);
    engine.run();
    boolean found = searchPeriod(finder, count);
    pausing = false;
    engine.run();
    requireComplete(program);
    return found;
  }

  /**
   * Goes from sample to sample until there is a period; all whole ones but the first are skipped.
   */
  private boolean searchPeriod(PeriodFinder finder, SampleCount count) {
    while (engine.pendingCount() > 0 && nextSample < endSample && finder.isSearching()) {
      long period = finder.compare(nextSample);
      if (period > 0) {
        long times = (endSample - nextSample) / period;
        finder.repeat(times);
        nextSample += times * period;
        if (!count.completed(times * period)) {
          endSample = nextSample;
        }
        return true;
      }
      engine.run();
    }
    return false;
  }

  private void runOneByOne(ProgramState program, Numbers numbers) {
    SampleReplay follower =
        replays.computeIfAbsent(program, key -> new SampleReplay(engine, chip, key));
    boolean more = nextSample < endSample;
    while (more) {
      numbers.sampleStarted(0, nextSample++);
      boolean last = nextSample == endSample;
      boolean known = follower.follow(numbers, last);
      if (!known) {
        follower.begin();
        replay = follower;
        simulateSample(program);
        replay = null;
      }
      numbers.sampleFinished(0);
      more = goOn.getAsBoolean() && !last;
      if (!known && more) {
        follower.end(lastToken);
      }
    }
    follower.flush();
  }

  private void simulateSample(ProgramState program) {
    log.forget(program.token(0, 0));
    startOperations(0, program.token(0, 0));
    engine.run();
    requireComplete(program);
  }

  private void runTogether(ProgramState program) {
    startTogether(program);
    engine.run();
    requireComplete(program);
  }

  private void startTogether(ProgramState program) {
    for (int slot = 0; slot < program.slots && nextSample < endSample; slot++) {
      log.forget(program.token(slot, 0));
      startSample(slot, program.token(slot, 0));
    }
  }

  private static void requireComplete(ProgramState program) {
    for (int left : program.unfinished) {
      if (left > 0) {
        throw new IllegalStateException(left + " operations wait for one another for ever");
      }
    }
  }

  /** The sample may start because of what {@code causeToken} names. */
  private void startSample(int slot, int causeToken) {
    numbers().sampleStarted(slot, nextSample++);
    startOperations(slot, causeToken);
  }

  private void startOperations(int slot, int causeToken) {
    ProgramState program = program();
    program.reset(slot);
    for (int root : program.roots) {
      int token = program.token(slot, root);
      log.inherit(token, causeToken);
      start(token, root);
    }
  }

  private void start(int token, int operation) {
    ProgramState program = program();
    if (program.usesBuffers[operation] && !acquireInput(token, program.buffers[operation])) {
      return;
    }
    RateServer.Job job = program.jobs[operation];
    if (job != null) {
      job.submit(token);
    } else {
      program.steps[operation].start(chip, token);
    }
  }

  private boolean acquireInput(int token, BufferUse use) {
    int tile = use.acquiresInputOf();
    if (tile < 0 || chip.tile(tile).inputBuffer().tryAcquire()) {
      return true;
    }
    log.enter(token, WaitReason.BUFFER_FULL.index(), engine.nowPs());
    program().waitingForInput[tile].addLast(token);
    return false;
  }

  @Override
  public void completed(int token) {
    ProgramState program = program();
    int slot = program.slotOf[token];
    int base = slot * program.operations;
    int operation = token - base;
    if (program.computes[operation]) {
      compute(operation, slot);
    }
    if (program.usesBuffers[operation]) {
      release(program.buffers[operation]);
    }
    for (int successor : program.successors[operation]) {
      if (--program.remaining[base + successor] == 0) {
        log.inherit(base + successor, token);
        start(base + successor, successor);
      }
    }
    if (--program.unfinished[slot] == 0) {
      lastToken = token;
      endSample(slot, token);
    }
  }

  private void compute(int operation, int slot) {
    if (replay == null) {
      numbers().compute(operation, slot);
    } else {
      replay.compute(numbers(), operation);
    }
  }

  private void endSample(int slot, int token) {
    if (replay == null) {
      numbers().sampleFinished(slot);
      if (goOn.getAsBoolean() && nextSample < endSample) {
        startSample(slot, token);
      }
      if (pausing && slot == 0) {
        engine.stop();
      }
    }
  }

  private void release(BufferUse use) {
    if (use.releasesOutputOf() >= 0) {
      chip.tile(use.releasesOutputOf()).releaseOutput();
    }
    int tile = use.releasesInputOf();
    if (tile >= 0) {
      chip.tile(tile).inputBuffer().release();
      ProgramState program = program();
      if (!program.waitingForInput[tile].isEmpty()) {
        int waiting = (int) program.waitingForInput[tile].removeFirst();
        start(waiting, program.operationOf(waiting));
      }
    }
  }

  @Override
  public ArrayCycle cycle(int token) {
    ProgramState program = program();
    return program.cycles[program.operationOf(token)];
  }

  @Override
  public void read(int token, int attempt, ReadOutcome outcome) {
    if (replay == null) {
      ProgramState program = program();
      numbers().read(program.operationOf(token), program.slotOf[token], attempt, outcome);
    } else {
      replay.read(numbers(), token, attempt, outcome);
    }
  }

  @Override
  public void readBurst(int token, BurstOutcome outcome) {
    ProgramState program = program();
    numbers().readBurst(program.operationOf(token), program.slotOf[token], outcome);
  }

  @Override
  public void update(int token, UpdateOutcome outcome) {
    if (replay == null) {
      ProgramState program = program();
      numbers().update(program.operationOf(token), program.slotOf[token], outcome);
    } else {
      replay.update(numbers(), token, outcome);
    }
  }

  /** Samples started so far, as the number that the next one would have. */
  public long nextSample() {
    return nextSample;
  }

  private ProgramState program() {
    return Objects.requireNonNull(running, "no program runs");
  }

  private Numbers numbers() {
    return Objects.requireNonNull(runningNumbers, "no program runs");
  }
}
