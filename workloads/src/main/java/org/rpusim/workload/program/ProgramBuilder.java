package org.rpusim.workload.program;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.List;
import org.rpusim.chip.tile.ArrayCycle;
import org.rpusim.workload.mapping.Share;

/** Collects operations; each may wait only for earlier ones. */
final class ProgramBuilder {
  private final ImmutableList.Builder<Operation> operations = ImmutableList.builder();
  private int count;
  private int element;
  private long forwardWeights;
  private long usefulReadOperations;
  private long weightUpdates;

  /** From now on operations are of this sample of the batch, from 0. */
  void startElement(int number) {
    element = number;
  }

  /** Adds an operation that touches neither numbers nor buffers. */
  int add(String name, Step step, List<Integer> predecessors) {
    return add(name, step, Meaning.MOVES, BufferUse.NONE, predecessors);
  }

  /** Adds an operation and gives its id. */
  int add(String name, Step step, Meaning meaning, BufferUse buffers, List<Integer> predecessors) {
    ImmutableIntArray before =
        ImmutableIntArray.copyOf(
            predecessors.stream().mapToInt(Integer::intValue).sorted().distinct());
    if (!before.isEmpty() && before.get(before.length() - 1) >= count) {
      throw new IllegalArgumentException(name + " waits for a later operation");
    }
    operations.add(new Operation(count, name, step, meaning, buffers, element, before));
    if (step instanceof Step.RunArray(int tile, ArrayCycle cycle) && element == 0) {
      countWork(meaning, cycle.count());
    }
    return count++;
  }

  /** Copies of a weight count nothing. */
  private void countWork(Meaning meaning, long vectors) {
    switch (meaning) {
      case Meaning.ForwardRead read -> {
        forwardWeights += read.block().share().copy() == 0 ? read.block().weights() : 0;
        usefulReadOperations += 2 * read.block().weights() * vectors;
      }
      case Meaning.ForwardBand read -> {
        forwardWeights += read.band().firstRow() == 0 ? read.block().weights() : 0;
        usefulReadOperations += 2 * read.block().weights() * vectors;
      }
      case Meaning.BackwardRead read ->
          usefulReadOperations += 2 * read.block().weights() * vectors;
      case Meaning.Update update ->
          weightUpdates += update.block().weights() * ownVectors(update.block().share(), vectors);
      case Meaning.ReadWeights read -> {}
      case Meaning.WriteWeights write -> {}
      default -> throw new IllegalArgumentException("an array neither reads nor updates");
    }
  }

  /** Of an update with all vectors a copy counts those that it has read. */
  private static long ownVectors(Share share, long vectors) {
    return share.copies() == 1 ? vectors : share.vectors();
  }

  Program build(int tiles, int batch) {
    return new Program(
        operations.build(), tiles, batch, forwardWeights, usefulReadOperations, weightUpdates);
  }
}
