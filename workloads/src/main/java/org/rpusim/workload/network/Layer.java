package org.rpusim.workload.network;

/** One layer of a feed-forward network. */
public sealed interface Layer permits MatrixLayer, PoolingLayer, SumLayer {
  /** Source of a layer that takes the sample itself. */
  int SAMPLE = -1;

  /** For example {@code K1}; unique in a network. */
  String name();

  /** Position of the layer whose output it takes, before its own, or {@link #SAMPLE}. */
  int source();

  /** Shape of what it takes. */
  Volume input();

  /** Shape of what it gives. */
  Volume output();

  /** Applied to what it gives. */
  Activation activation();
}
