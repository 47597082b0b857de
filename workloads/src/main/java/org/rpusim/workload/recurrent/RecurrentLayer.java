package org.rpusim.workload.recurrent;

import org.rpusim.workload.network.ArrayOptions;

/**
 * A recurrent layer, a block of P3.
 *
 * @param name for example {@code L1}; unique in a network
 * @param kind what it computes
 * @param units numbers that it gives and remembers, h
 * @param arrays what is peculiar to its arrays
 */
public record RecurrentLayer(String name, CellKind kind, int units, ArrayOptions arrays) {
  /** Matrices, read one after the other in a time step. */
  public int stages() {
    return kind.stages().size();
  }

  /** Rows of the matrix of a stage. */
  public int rows(int stage) {
    return kind.stages().get(stage).rows() * units;
  }

  /** Name of the matrix of a stage. */
  public String nameOf(int stage) {
    return name + kind.stages().get(stage).suffix();
  }

  /** Digital operations after the forward read of a stage. */
  public long forwardOperations(int stage) {
    return (long) kind.stages().get(stage).forwardOperations() * units;
  }

  /**
   * Digital operations before the backward read of a stage: derivatives and products, 2 a number
   * for the derivative of an activation with its product, 1 a product or sum.
   */
  public long backwardOperations(int stage) {
    return (long) kind.stages().get(stage).backwardOperations() * units;
  }

  /**
   * Numbers of a time step that are kept for the backward pass and the update beside x and h: the
   * gates, which their gradients later replace, and of an LSTM c and tanh(c).
   */
  public int keptNumbers() {
    int gates = 0;
    for (int stage = 0; stage < stages(); stage++) {
      gates += rows(stage);
    }
    return gates + (kind == CellKind.LSTM ? 2 * units : 0);
  }
}
