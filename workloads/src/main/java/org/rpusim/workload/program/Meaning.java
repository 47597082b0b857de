package org.rpusim.workload.program;

import org.rpusim.workload.mapping.Block;

/**
 * What an operation means for the numbers of a sample. Layers are named by their position in the
 * network; {@code first} and {@code count} are numbers of a layer's output.
 */
public sealed interface Meaning {
  /** Takes time and moves numbers, but changes none. */
  Meaning MOVES = new Moves();

  /** Takes time, changes no number. */
  record Moves() implements Meaning {}

  /** A forward read of a block: a partial sum of the layer's result. */
  record ForwardRead(int layer, Block block) implements Meaning {}

  /** A forward read of a block with the vectors of a band of the layer's output. */
  record ForwardBand(int layer, Block block, Band band) implements Meaning {}

  /** {@link AddForward} for a band. */
  record AddForwardBand(int layer, int blockRow, Band band) implements Meaning {}

  /** {@link Activate} for a band of some channels. */
  record ActivateBand(int layer, int firstChannel, int channels, Band band) implements Meaning {}

  /** {@link Pool} for a band of some channels of the pooled output. */
  record PoolBand(int layer, int firstChannel, int channels, Band band) implements Meaning {}

  /** A backward read of a block: a partial sum of the gradient of the layer's input. */
  record BackwardRead(int layer, Block block) implements Meaning {}

  /** An update of a block. */
  record Update(int layer, Block block) implements Meaning {}

  /** The weights of a block are read out, column by column. */
  record ReadWeights(int layer, Block block) implements Meaning {}

  /** The mean of a block's copies is worked out. */
  record AverageWeights(int layer, int block) implements Meaning {}

  /** The mean is written into a copy of a block, column by column. */
  record WriteWeights(int layer, Block block) implements Meaning {}

  /** Partial results of a row of blocks are added, from left to right. */
  record AddForward(int layer, int blockRow) implements Meaning {}

  /** Partial gradients of a column of blocks are added, from top to bottom. */
  record AddBackward(int layer, int blockColumn) implements Meaning {}

  /** The gradients of patches are added where the patches overlap. */
  record Fold(int layer) implements Meaning {}

  /** The activation function on part of a layer's results; the identity moves them on. */
  record Activate(int layer, int first, int count) implements Meaning {}

  /** Part of the output of a pooling layer. */
  record Pool(int layer, int first, int count) implements Meaning {}

  /** The gradients of whole channels of a pooling layer's output go back to its input. */
  record Unpool(int layer, int first, int count) implements Meaning {}

  /** Part of a residual sum with its activation. */
  record Add(int layer, int first, int count) implements Meaning {}

  /** The gradients that the takers of a layer's output give are added. */
  record AddGradients(int layer) implements Meaning {}

  /** The derivative of a layer's activation on part of its gradient. */
  record Differentiate(int layer, int first, int count) implements Meaning {}

  /** A stage of a recurrent layer's cell, from the result of its read. */
  record Cell(int layer, int stage) implements Meaning {}

  /** The gradients of a stage of a recurrent layer's cell. */
  record CellGradient(int layer, int stage) implements Meaning {}

  /** Softmax of the last layer's result, cross-entropy with the label, and its gradient. */
  record LossGradient() implements Meaning {}

  /** The largest output is found and compared with the label. */
  record Classify() implements Meaning {}
}
