package org.rpusim.workload.execution;

import com.google.common.math.IntMath;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.array.BurstOutcome;
import org.rpusim.chip.array.ReadOutcome;
import org.rpusim.chip.array.UpdateOutcome;
import org.rpusim.chip.machine.Chip;
import org.rpusim.chip.machine.Team;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.tile.ArrayCycle;
import org.rpusim.chip.tile.TileWork;
import org.rpusim.chip.tile.WaitReason;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.engine.HeapEventQueue;
import org.rpusim.core.engine.RelativeState;
import org.rpusim.core.server.CausalLog;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.program.Program;
import org.rpusim.workload.program.Step;
import org.rpusim.workload.spec.ExpectedSpec;

/**
 * One chip of a cluster on an engine of its own, with its part of a network and expected activity.
 * Samples come into slots from outside; what the chip hands over is left in {@link #outputs()}. Its
 * clock is its own: it stands still while nothing is under way and nobody moves it on.
 */
public final class ChipModel implements TileWork {
  private static final int STAGES_OF_A_TOKEN = 4;

  private final HeapEventQueue queue = new HeapEventQueue();
  private final Engine engine = new Engine(queue);
  private final CausalLog log;
  private final Chip chip;
  private final BufferGate gate;
  private final ProgramState program;
  private final ExpectedActivity numbers;
  private final ChipOutputs outputs = new ChipOutputs();

  /** The operation that waits for gradients, or −1. */
  private final int gradientsTaken;

  /** When the sample of each slot came, as a running number; −1 where there is none. */
  private final long[] came;

  /** Whether a slot's sample is to go on when its gradients come. */
  private final boolean[] waitsForGradients;

  /** Samples that have come so far. */
  private long arrivals;

  /**
   * @param part what the chip does for a sample
   * @param mapping of the part's network
   * @param team on whose tiles the mapping lies
   * @param slots most samples under way together
   */
  public ChipModel(
      ChipSpec spec, Program part, Mapping mapping, Team team, ExpectedSpec expected, int slots) {
    this.program = new ProgramState(part, slots);
    this.numbers = new ExpectedActivity(part, slots, mapping, expected);
    int tokens = program.tokens();
    this.log =
        new CausalLog(
            tokens, IntMath.ceilingPowerOfTwo(STAGES_OF_A_TOKEN * tokens), WaitReason.DATA.index());
    this.chip = new Chip(spec, mapping.chipOfTile(), team, engine, log, this);
    this.gate = new BufferGate(engine, log, chip, this::start, this);
    program.bind(chip);
    this.gradientsTaken = gradientsTaken();
    this.waitsForGradients = new boolean[slots];
    this.came = new long[slots];
    Arrays.fill(came, -1);
  }

  private int gradientsTaken() {
    for (int i = 0; i < program.operations; i++) {
      if (program.step(i) instanceof Step.Port port && port.takes() && !port.forward()) {
        return i;
      }
    }
    return -1;
  }

  /** Its components. */
  public Chip chip() {
    return chip;
  }

  /** Which packets wait for one another when no event is left; null where none do. */
  public @Nullable String deadlock() {
    return chip.deadlock();
  }

  /** What it has handed over. */
  public ChipOutputs outputs() {
    return outputs;
  }

  /** Its clock, ps. */
  public long nowPs() {
    return engine.nowPs();
  }

  /** Time of its next event, ps; {@link Long#MAX_VALUE} where nothing is under way. */
  public long nextPs() {
    return queue.nextPs();
  }

  /** Events handled. */
  public long events() {
    return engine.eventCount();
  }

  /** Handles all that happens up to a time, ps; the clock then shows the time of the last event. */
  public void runEvents(long untilPs) {
    while (queue.nextPs() <= untilPs) {
      engine.runUntil(queue.nextPs());
    }
  }

  /** Handles all that happens up to a time, ps, which the clock then shows. */
  public void runUntil(long timePs) {
    engine.runUntil(timePs);
  }

  /** A sample comes into a slot that is free. */
  public void take(int slot) {
    program.reset(slot);
    came[slot] = arrivals++;
    for (int root : program.roots) {
      int token = program.token(slot, root);
      log.forget(token);
      start(token, root);
    }
  }

  /** The gradients of a slot's sample come. */
  public void takeGradients(int slot) {
    waitsForGradients[slot] = false;
    completed(program.token(slot, gradientsTaken));
  }

  private void start(int token, int operation) {
    if (!gate.enter(program, token, operation)) {
      return;
    }
    if (program.step(operation) instanceof Step.Port port) {
      pass(token, port);
    } else {
      program.begin(operation, token, chip);
    }
  }

  private void pass(int token, Step.Port port) {
    if (port.takes() && !port.forward()) {
      log.enter(token, WaitReason.DATA.index(), engine.nowPs());
      waitsForGradients[program.slotOf[token]] = true;
      return;
    }
    if (!port.takes()) {
      outputs.add(engine.nowPs(), port.forward(), program.slotOf[token]);
    }
    completed(token);
  }

  @Override
  public void completed(int token) {
    int slot = program.slotOf[token];
    int base = slot * program.operations;
    int operation = token - base;
    gate.leave(program, operation, slot);
    for (int successor : program.successors[operation]) {
      if (--program.remaining[base + successor] == 0) {
        log.inherit(base + successor, token);
        start(base + successor, successor);
      }
    }
    if (--program.unfinished[slot] == 0) {
      came[slot] = -1;
      outputs.addEnd(engine.nowPs(), slot);
    }
  }

  /** Writes all that decides what it does from now on, whatever comes. */
  public void describe(RelativeState state) {
    state.begin(engine.nowPs());
    engine.describe(state);
    program.describe(state, chip);
    numbers.describe(state);
    for (long number : came) {
      state.put(number < 0 ? 0 : 1 + Arrays.stream(came).filter(other -> other >= number).count());
    }
    describeWaits(state);
    log.describe(state);
  }

  /** Who waits for gradients has a history that explains waits when they have come. */
  private void describeWaits(RelativeState state) {
    for (int slot = 0; slot < came.length; slot++) {
      if (waitsForGradients[slot]) {
        state.putToken(program.token(slot, gradientsTaken));
      }
    }
    state.put(-1); // no token: the end of the list
  }

  /** Counts the activity of samples that it has not simulated, all that it ever did included. */
  public void countActivity(long samples) {
    numbers.countSamples(samples, chip);
  }

  @Override
  public ArrayCycle cycle(int token) {
    return program.cycles[program.operationOf(token)];
  }

  @Override
  public void read(int token, int attempt, ReadOutcome outcome) {
    numbers.read(program.operationOf(token), program.slotOf[token], attempt, outcome);
  }

  @Override
  public void readBurst(int token, BurstOutcome outcome) {
    numbers.readBurst(program.operationOf(token), program.slotOf[token], outcome);
  }

  @Override
  public void update(int token, UpdateOutcome outcome) {
    numbers.update(program.operationOf(token), program.slotOf[token], outcome);
  }
}
