package org.rpusim.workload.program;

import org.rpusim.workload.mapping.Block;

/** What an operation means for the numbers of a sample. */
public sealed interface Meaning {
  /** Takes time and moves numbers, but changes none. */
  Meaning MOVES = new Moves();

  /** Takes time, changes no number. */
  record Moves() implements Meaning {}

  /** A forward read of a block: a partial sum of the layer's result. */
  record ForwardRead(int layer, Block block) implements Meaning {}

  /** A backward read of a block: a partial sum of the gradient of the layer's input. */
  record BackwardRead(int layer, Block block) implements Meaning {}

  /** An update of a block. */
  record Update(int layer, Block block) implements Meaning {}

  /** Partial results of a row of blocks are added, from left to right. */
  record AddForward(int layer, int blockRow) implements Meaning {}

  /** Partial gradients of a column of blocks are added, from top to bottom. */
  record AddBackward(int layer, int blockColumn) implements Meaning {}

  /** The activation function on the rows of a row of blocks. */
  record Activate(int layer, int blockRow) implements Meaning {}

  /** The derivative of the activation before a layer, for the columns of a column of blocks. */
  record Differentiate(int layer, int blockColumn) implements Meaning {}

  /** Softmax of the last layer's result, cross-entropy with the label, and its gradient. */
  record LossGradient() implements Meaning {}

  /** The largest output is found and compared with the label. */
  record Classify() implements Meaning {}
}
