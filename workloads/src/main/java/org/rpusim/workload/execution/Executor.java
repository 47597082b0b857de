package org.rpusim.workload.execution;

import com.google.common.math.IntMath;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.array.BurstOutcome;
import org.rpusim.chip.array.ReadOutcome;
import org.rpusim.chip.array.UpdateOutcome;
import org.rpusim.chip.interconnect.Interconnects;
import org.rpusim.chip.machine.Chip;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.tile.ArrayCycle;
import org.rpusim.chip.tile.TileWork;
import org.rpusim.chip.tile.WaitReason;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.server.CausalLog;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.observation.Recorder;
import org.rpusim.workload.observation.Timeline;

/**
 * Runs programs on a chip: starts each operation when what it waits for is complete, and has its
 * numbers computed where the chip does it. One program at a time; a new one may begin when the one
 * before has drained.
 */
public final class Executor implements TileWork {
  /** A token passes through fewer stages than this unless bound management repeats it often. */
  private static final int STAGES_OF_A_TOKEN = 16;

  /** No completion started an operation. */
  static final int NO_CAUSE = Timeline.NONE;

  private final Engine engine;
  private final CausalLog log;
  private final Chip chip;
  private final BufferGate gate;
  private @Nullable ProgramState running;
  private final CycleNumbers numbers = new CycleNumbers();
  private final Samples samples = new Samples();
  private final Passes passes;
  private final Recorder recorder;

  private RestPoint restPoint = RestPoint.NONE;

  /**
   * On the first tiles of a chip.
   *
   * @param tiles tiles in use
   * @param tokens largest number of operations × slots of any program to come
   */
  public Executor(Engine engine, ChipSpec spec, int tiles, int tokens) {
    this(
        engine, spec, Collections.nCopies(tiles, spec), Interconnects.allTiles(spec), tokens, true);
  }

  /**
   * On the tiles of a mapping.
   *
   * @param fastForward whether a sample whose schedule is known is replayed; it changes no result
   */
  public Executor(Engine engine, ChipSpec spec, Mapping mapping, int tokens, boolean fastForward) {
    this(engine, spec, mapping.chipOfTile(), mapping.sites(), tokens, fastForward);
  }

  private Executor(
      Engine engine,
      ChipSpec spec,
      List<ChipSpec> chipOfTile,
      ImmutableIntArray sites,
      int tokens,
      boolean fastForward) {
    this.engine = engine;
    this.log =
        new CausalLog(
            tokens, IntMath.ceilingPowerOfTwo(STAGES_OF_A_TOKEN * tokens), WaitReason.DATA.index());
    this.chip = new Chip(spec, chipOfTile, sites, engine, log, this);
    this.gate = new BufferGate(engine, log, chip, this::start, this);
    this.recorder = new Recorder(chip);
    this.passes = new Passes(engine, log, this, numbers, samples, fastForward);
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
   * @param first number of the first sample
   * @param count how many
   * @param goOn asked after each sample; false lets the samples under way end and starts no other
   */
  public void run(
      ProgramState program, Numbers computedBy, long first, long count, BooleanSupplier goOn) {
    begin(program, computedBy, first, count, goOn);
    passes.run(program, computedBy, restPoint);
    recorder.passEnded();
  }

  /**
   * Runs a program with expected activity. Where the schedule turns out to repeat itself, whole
   * periods are counted without being simulated: time, counts, waiting and events are those of the
   * full simulation, to the picosecond.
   *
   * @param samplesToRun how many samples, or batches
   * @param count is told of those that are complete
   * @return whether the schedule was found to repeat itself, or was not asked to
   */
  public boolean runExpected(
      ProgramState program, ExpectedActivity expected, long samplesToRun, SampleCount count) {
    begin(program, expected, 0, samplesToRun, () -> count.completed(1));
    boolean found = passes.runExpected(program, expected, count);
    recorder.passEnded();
    return found;
  }

  private void begin(
      ProgramState program, Numbers computedBy, long first, long count, BooleanSupplier goOn) {
    program.bind(chip);
    running = program;
    numbers.begin(program, computedBy);
    samples.begin(first, count, goOn);
    if (recorder.isOn()) {
      recorder.passStarted(program.slots, program.tokens());
    }
  }

  /** A slot takes the next sample. */
  void startNumbers(int slot) {
    long sample = samples.start();
    program().samples[slot] = sample;
    if (recorder.isOn()) {
      recorder.sampleStarted(slot, sample, engine.nowPs());
    }
    numbers.numbers().sampleStarted(slot, sample);
  }

  /**
   * Starts the operations of a slot's sample that wait for none.
   *
   * @param historyToken whose history the sample has
   * @param causeToken whose completion starts the sample, or none
   */
  void startOperations(int slot, int historyToken, int causeToken) {
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
    if (gate.enter(program, token, operation)) {
      program.begin(operation, token, chip);
    }
  }

  private void noteReady(int token, int slot, int operation, int causeToken) {
    if (recorder.isOn()) {
      recorder.ready(token, slot, program().names[operation], causeToken, engine.nowPs());
    }
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
      numbers.compute(operation, slot);
    }
    gate.leave(program, operation, slot);
    for (int successor : program.successors[operation]) {
      if (--program.remaining[base + successor] == 0) {
        log.inherit(base + successor, token);
        noteReady(base + successor, slot, successor, token);
        start(base + successor, successor);
      }
    }
    if (--program.unfinished[slot] == 0) {
      samples.ended(token);
      endSample(slot, token);
    }
  }

  private void endSample(int slot, int token) {
    if (numbers.isWritten()) {
      return;
    }
    numbers.numbers().sampleFinished(slot);
    boolean more = samples.hasNext();
    boolean goes = samples.goOn();
    if (program().slots == 1 && more && restPoint.isDue(samples.next())) {
      samples.rest();
    } else if (goes && more && numbers.numbers().takesAnother(slot)) {
      startNumbers(slot);
      startOperations(slot, token, token);
    }
    if (slot == 0 && samples.pausesAfterEach()) {
      engine.stop();
    }
  }

  @Override
  public ArrayCycle cycle(int token) {
    ProgramState program = program();
    return program.cycles[program.operationOf(token)];
  }

  @Override
  public void read(int token, int attempt, ReadOutcome outcome) {
    numbers.read(token, attempt, outcome);
  }

  @Override
  public void readBurst(int token, BurstOutcome outcome) {
    numbers.readBurst(token, outcome);
  }

  @Override
  public void update(int token, UpdateOutcome outcome) {
    numbers.update(token, outcome);
  }

  /** Samples started so far, as the number that the next one would have. */
  public long nextSample() {
    return samples.next();
  }

  private ProgramState program() {
    return Objects.requireNonNull(running, "no program runs");
  }
}
