package org.rpusim.workload.program;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.List;
import org.rpusim.chip.tile.ArrayCycle;

/** Collects operations; each may wait only for earlier ones. */
final class ProgramBuilder {
  private final ImmutableList.Builder<Operation> operations = ImmutableList.builder();
  private int count;
  private long forwardWeights;
  private long usefulReadOperations;
  private long weightUpdates;

  /** Adds an operation that touches neither numbers nor buffers. */
  int add(String name, Step step, List<Integer> predecessors) {
    return add(name, step, Meaning.MOVES, BufferUse.NONE, predecessors);
  }

  /** Adds an operation and gives its id. */
  int add(
      String name, Step step, Meaning meaning, BufferUse buffers, List<Integer> predecessors) {
    ImmutableIntArray before =
        ImmutableIntArray.copyOf(
            predecessors.stream().mapToInt(Integer::intValue).sorted().distinct());
    if (!before.isEmpty() && before.get(before.length() - 1) >= count) {
      throw new IllegalArgumentException(name + " waits for a later operation");
    }
    operations.add(new Operation(count, name, step, meaning, buffers, before));
    if (step instanceof Step.RunArray(int tile, ArrayCycle cycle)) {
      countWork(cycle);
    }
    return count++;
  }

  private void countWork(ArrayCycle cycle) {
    long weights = (long) cycle.inputLines() * cycle.outputLines();
    switch (cycle.kind()) {
      case FORWARD -> {
        forwardWeights += weights;
        usefulReadOperations += 2 * weights;
      }
      case BACKWARD -> usefulReadOperations += 2 * weights;
      case UPDATE -> weightUpdates += weights;
    }
  }

  Program build(int tiles) {
    return new Program(
        operations.build(), tiles, forwardWeights, usefulReadOperations, weightUpdates);
  }
}
