package org.rpusim.workload.program;

import com.google.common.primitives.ImmutableIntArray;

/**
 * One node of a program.
 *
 * @param id position in the program
 * @param name for people, for example {@code W1 forward read, tile 3}
 * @param step what a component does
 * @param meaning what it does to the numbers
 * @param buffers what it does to the buffers of tiles
 * @param element which sample of a batch it is of, from 0
 * @param predecessors operations that must be complete before, by id, all smaller than {@code id}
 */
public record Operation(
    int id,
    String name,
    Step step,
    Meaning meaning,
    BufferUse buffers,
    int element,
    ImmutableIntArray predecessors) {

  /** Whether a digital unit changes numbers in it. */
  public boolean computes() {
    return step instanceof Step.Compute && !(meaning instanceof Meaning.Moves);
  }
}
