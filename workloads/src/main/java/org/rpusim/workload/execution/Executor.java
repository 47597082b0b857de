package org.rpusim.workload.execution;

import com.google.common.math.IntMath;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.array.BurstOutcome;
import org.rpusim.chip.array.ReadOutcome;
import org.rpusim.chip.array.UpdateOutcome;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.machine.Chip;
import org.rpusim.chip.machine.ChipState;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.tile.ArrayCycle;
import org.rpusim.chip.tile.TileWork;
import org.rpusim.chip.tile.WaitReason;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.server.CausalLog;
import org.rpusim.core.server.RateServer;
import org.rpusim.core.server.TokenQueue;
import org.rpusim.workload.observation.Recorder;
import org.rpusim.workload.observation.Timeline;
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

  private final Recorder recorder;

  private BooleanSupplier goOn = () -> true;

  /** Whether the engine stops whenever the sample of slot 0 is complete. */
  private boolean pausing;

  private RestPoint restPoint = RestPoint.NONE;
  private boolean resting;
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
    this(engine, spec, Collections.nCopies(tiles, spec), tokens, fastForward);
  }

  /**
   * @param chipOfTile the chip as each tile in use sees it, by index
   */
  public Executor(
      Engine engine, ChipSpec spec, List<ChipSpec> chipOfTile, int tokens, boolean fastForward) {
    this.engine = engine;
    this.fastForward = fastForward;
    this.log =
        new CausalLog(
            tokens, IntMath.ceilingPowerOfTwo(STAGES_OF_A_TOKEN * tokens), WaitReason.DATA.index());
    this.chip = new Chip(spec, chipOfTile, engine, log, this);
    this.recorder = new Recorder(chip);
  }

  /** From now on this is asked between samples that run one by one. */
  public void restAt(RestPoint newRestPoint) {
    restPoint = newRestPoint;
  }

  /** The chip that the programs run on. */
  public Chip chip() {
    return chip;
  }

  /** Writes down what happens, where it is asked to. */
  public Recorder recorder() {
    return recorder;
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
    begin(program, numbers, firstSample, samples, goOn);
    if (fastForward && program.isReplayable()) {
      runOneByOne(program, numbers);
    } else {
      runTogether(program);
    }
    recorder.passEnded();
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
    begin(program, expected, 0, samples, () -> count.completed(1));
    boolean found = true;
    if (fastForward) {
      found = runToPeriod(program, expected, count);
    } else {
      runTogether(program);
    }
    recorder.passEnded();
    return found;
  }

  private void begin(
      ProgramState program, Numbers numbers, long firstSample, long samples, BooleanSupplier more) {
    program.bind(chip);
    running = program;
    runningNumbers = numbers;
    goOn = more;
    nextSample = firstSample;
    endSample = firstSample + samples;
    if (recorder.isOn()) {
      recorder.passStarted(program.slots, program.tokens());
    }
  }

  private boolean runToPeriod(ProgramState program, ExpectedActivity expected, SampleCount count) {
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
      long period = recorder.isFinished() ? finder.compare(nextSample) : 0;
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
      boolean seen = recorder.isOpen(engine.nowPs());
      startNumbers(0);
      boolean last = nextSample == endSample;
      boolean known = follower.follow(numbers, last || seen);
      if (!known) {
        follower.begin();
        replay = follower;
        simulateSample(program);
        replay = null;
      }
      numbers.sampleFinished(0);
      more = goOn.getAsBoolean() && !last;
      boolean rests = !last && restPoint.isDue(nextSample);
      if (!known && (more || rests)) {
        follower.end(lastToken);
      }
      if (rests) {
        follower.flush();
        restPoint.take(nextSample);
      }
    }
    follower.flush();
  }

  private void simulateSample(ProgramState program) {
    log.forget(program.token(0, 0));
    startOperations(0, program.token(0, 0), Timeline.NONE);
    engine.run();
    requireComplete(program);
  }

  private void runTogether(ProgramState program) {
    startTogether(program);
    engine.run();
    requireComplete(program);
    while (resting) {
      resting = false;
      new ChipState(chip).settle(lastToken, engine.nowPs());
      restPoint.take(nextSample);
      startTogether(program);
      engine.run();
      requireComplete(program);
    }
  }

  private void startTogether(ProgramState program) {
    for (int slot = 0; slot < program.slots && nextSample < endSample; slot++) {
      log.forget(program.token(slot, 0));
      startNumbers(slot);
      startOperations(slot, program.token(slot, 0), Timeline.NONE);
    }
  }

  private void requireComplete(ProgramState program) {
    for (int left : program.unfinished) {
      if (left > 0) {
        requireNoDeadlock();
        throw new IllegalStateException(left + " operations wait for one another for ever");
      }
    }
  }

  private void requireNoDeadlock() {
    String deadlock = chip.interconnect().deadlock();
    if (deadlock != null) {
      throw new ConfigException(
          "Deadlock in the network at %d ps: %s".formatted(engine.nowPs(), deadlock),
          "Maybe --set interconnect.virtualChannels=2, or larger interconnect.queueFlits.");
    }
  }

  private void startNumbers(int slot) {
    if (recorder.isOn()) {
      recorder.sampleStarted(slot, nextSample, engine.nowPs());
    }
    numbers().sampleStarted(slot, nextSample++);
  }

  /**
   * @param historyToken whose history the sample has
   * @param causeToken whose completion starts the sample, or none
   */
  private void startOperations(int slot, int historyToken, int causeToken) {
    ProgramState program = program();
    program.reset(slot);
    for (int root : program.roots) {
      int token = program.token(slot, root);
      log.inherit(token, historyToken);
      noteReady(token, slot, root, causeToken);
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

  private void noteReady(int token, int slot, int operation, int causeToken) {
    if (recorder.isOn()) {
      recorder.ready(token, slot, program().names[operation], causeToken, engine.nowPs());
    }
  }

  private boolean acquireInput(int token, BufferUse use) {
    int tile = use.acquiresInputOf();
    if (tile < 0) {
      return true;
    }
    ProgramState program = program();
    int slot = program.slotOf[token];
    if (program.inputRooms.tryAcquire(chip.tile(tile).inputBuffer(), slot, tile, use.inputBits())) {
      return true;
    }
    log.enter(token, WaitReason.BUFFER_FULL.index(), engine.nowPs());
    program.waitingForInput[tile].addLast(token);
    return false;
  }

  @Override
  public void completed(int token) {
    ProgramState program = program();
    int slot = program.slotOf[token];
    int base = slot * program.operations;
    int operation = token - base;
    if (recorder.isOn()) {
      recorder.done(token, engine.nowPs());
    }
    if (program.computes[operation]) {
      compute(operation, slot);
    }
    if (program.usesBuffers[operation]) {
      release(program.buffers[operation], slot);
    }
    for (int successor : program.successors[operation]) {
      if (--program.remaining[base + successor] == 0) {
        log.inherit(base + successor, token);
        noteReady(base + successor, slot, successor, token);
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
      boolean goes = goOn.getAsBoolean();
      resting = program().slots == 1 && nextSample < endSample && restPoint.isDue(nextSample);
      endSample = goes ? endSample : nextSample;
      if (!resting && nextSample < endSample) {
        startNumbers(slot);
        startOperations(slot, token, token);
      }
      if (pausing && slot == 0) {
        engine.stop();
      }
    }
  }

  private void release(BufferUse use, int slot) {
    if (use.releasesOutputOf() >= 0) {
      chip.tile(use.releasesOutputOf()).releaseOutput();
    }
    int tile = use.releasesInputOf();
    if (tile >= 0) {
      ProgramState program = program();
      program.inputRooms.release(chip.tile(tile).inputBuffer(), slot, tile, use.inputBits());
      TokenQueue waiting = program.waitingForInput[tile];
      for (int i = waiting.size(); i > 0; i--) { // who finds no room waits on, in the same order
        int token = (int) waiting.removeFirst();
        start(token, program.operationOf(token));
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
