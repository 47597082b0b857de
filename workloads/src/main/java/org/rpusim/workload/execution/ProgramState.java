package org.rpusim.workload.execution;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.interconnect.Sender;
import org.rpusim.chip.machine.Chip;
import org.rpusim.chip.tile.ArrayCycle;
import org.rpusim.chip.tile.TileCounts;
import org.rpusim.core.engine.RelativeState;
import org.rpusim.core.server.RateServer;
import org.rpusim.workload.program.BufferUse;
import org.rpusim.workload.program.Operation;
import org.rpusim.workload.program.Program;
import org.rpusim.workload.program.Step;

/**
 * A program laid out for execution, with the progress of the samples under way. The token of an
 * operation is slot × operations + id.
 */
public final class ProgramState {
  final int operations;
  final int slots;
  final String[] names;
  private final Step[] steps;
  final BufferUse[] buffers;
  final boolean[] usesBuffers;
  final boolean[] computes;
  final int[][] successors;
  final int[] roots;

  /** Each operation as work for one server, null where it is more than that; see {@link #bind}. */
  private final RateServer.@Nullable Job[] jobs;

  /** Who sends an operation that is a transfer and no such work. */
  private final @Nullable Sender[] senders;

  /** The array cycle of each operation, null where it has none. */
  final ArrayCycle[] cycles;

  /** The slot of each token. */
  final int[] slotOf;

  /** The tile of each operation's array cycle, −1 where it has none. */
  private final int[] tiles;

  /** Whether an operation stands for several cycles. */
  private boolean bursts;

  /** Predecessors that a token still waits for. */
  final int[] remaining;

  /** Operations of each slot's sample that are not complete. */
  final int[] unfinished;

  /** Number of the sample in each slot. */
  final long[] samples;

  /** What is in the tiles' input buffers, and who waits for room there. */
  final InputBuffers inputs;

  private final int[] predecessorCounts;

  /** Lays a program out for a number of samples under way together. */
  public ProgramState(Program program, int slots) {
    ImmutableList<Operation> all = program.operations();
    this.operations = all.size();
    this.slots = slots;
    this.names = all.stream().map(Operation::name).toArray(String[]::new);
    this.steps = all.stream().map(Operation::step).toArray(Step[]::new);
    this.buffers = all.stream().map(Operation::buffers).toArray(BufferUse[]::new);
    this.tiles = new int[operations];
    Arrays.fill(tiles, -1);
    this.jobs = new RateServer.Job[operations];
    this.senders = new Sender[operations];
    this.cycles = new ArrayCycle[operations];
    this.usesBuffers = new boolean[operations];
    this.computes = new boolean[operations];
    for (Operation operation : all) {
      if (operation.step() instanceof Step.RunArray(int tile, ArrayCycle cycle)) {
        cycles[operation.id()] = cycle;
        tiles[operation.id()] = tile;
        bursts |= cycle.count() > 1;
      }
      usesBuffers[operation.id()] = !operation.buffers().equals(BufferUse.NONE);
      computes[operation.id()] = operation.computes();
    }
    this.predecessorCounts =
        all.stream().mapToInt(operation -> operation.predecessors().length()).toArray();
    this.successors = successors(all);
    this.roots =
        all.stream()
            .filter(operation -> operation.predecessors().isEmpty())
            .mapToInt(Operation::id)
            .toArray();
    this.slotOf = new int[operations * slots];
    Arrays.setAll(slotOf, token -> token / operations);
    this.remaining = new int[operations * slots];
    this.unfinished = new int[slots];
    this.samples = new long[slots];
    this.inputs = new InputBuffers(buffers, successors, slots, program.tiles());
  }

  private static int[][] successors(ImmutableList<Operation> operations) {
    ImmutableIntArray.Builder[] builders = new ImmutableIntArray.Builder[operations.size()];
    for (int i = 0; i < builders.length; i++) {
      builders[i] = ImmutableIntArray.builder();
    }
    for (Operation operation : operations) {
      operation.predecessors().forEach(before -> builders[before].add(operation.id()));
    }
    int[][] successors = new int[builders.length][];
    for (int i = 0; i < builders.length; i++) {
      successors[i] = builders[i].build().toArray();
    }
    return successors;
  }

  /** Number of tokens: operations × slots. */
  public int tokens() {
    return operations * slots;
  }

  /** Samples under way together. */
  public int slots() {
    return slots;
  }

  int token(int slot, int operation) {
    return slot * operations + operation;
  }

  /** Lays down which servers of a chip do the operations; a step that is none starts as it is. */
  void bind(Chip chip) {
    for (int i = 0; i < operations; i++) {
      jobs[i] = steps[i].job(chip);
      senders[i] = jobs[i] == null ? steps[i].sender(chip) : null;
    }
  }

  /** Has a component do an operation. */
  void begin(int operation, int token, Chip chip) {
    RateServer.Job job = jobs[operation];
    if (job != null) {
      job.submit(token);
      return;
    }
    Sender sender = senders[operation];
    if (sender != null) {
      sender.send(token);
    } else {
      steps[operation].start(chip, token);
    }
  }

  Step step(int operation) {
    return steps[operation];
  }

  int operationOf(int token) {
    return token - slotOf[token] * operations;
  }

  /** Whether its samples may be replayed: one is under way at a time, and is of single cycles. */
  boolean isReplayable() {
    return slots == 1 && !bursts;
  }

  /** Writes the progress of the samples under way, and what the tiles' input buffers hold. */
  void describe(RelativeState state, Chip chip) {
    for (int slot = 0; slot < slots; slot++) {
      state.put(unfinished[slot]);
      if (unfinished[slot] > 0) {
        state.put(remaining, slot * operations, operations);
      }
    }
    inputs.describe(state, chip);
  }

  /** The tile of an operation's array cycle, −1 where it has none. */
  int tileOf(int operation) {
    return tiles[operation];
  }

  /** Counts of the tile on which an array cycle runs. */
  TileCounts counts(Chip chip, int operation) {
    return chip.tile(tiles[operation]).counts();
  }

  /** Puts a new sample into a slot: nothing of it is done. */
  void reset(int slot) {
    System.arraycopy(predecessorCounts, 0, remaining, slot * operations, operations);
    unfinished[slot] = operations;
    inputs.start(slot);
  }
}
