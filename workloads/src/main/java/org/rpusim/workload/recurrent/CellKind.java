package org.rpusim.workload.recurrent;

import com.google.common.collect.ImmutableList;

/**
 * What a recurrent layer computes in a time step. A stage is one matrix with one read: W·[x; u; 1],
 * where u is the layer's last output h, or in the second stage of a GRU the part of it that the
 * reset gate lets through.
 */
public enum CellKind {
  /**
   * Long short-term memory (Hochreiter and Schmidhuber 1997, with forget gates; P3): [i; f; o; g] =
   * W·[x; h; 1], c = σ(f)·c + σ(i)·tanh(g), h = σ(o)·tanh(c).
   */
  LSTM,
  /**
   * Gated recurrent unit (Cho et al. 2014): [r; z] = σ(W·[x; h; 1]), n = tanh(V·[x; r·h; 1]), h = n
   * + z·(h − n).
   */
  GRU,
  /** Plain recurrent layer (Elman 1990): h = tanh(W·[x; h; 1]). */
  PLAIN;

  /**
   * A matrix of a layer.
   *
   * @param suffix behind the layer's name
   * @param rows rows a unit
   * @param forwardOperations digital operations a unit after its read
   * @param backwardOperations digital operations a unit before its backward read, without clipping
   *     and without the sum of gradients that come from above and from the next time step
   */
  record Stage(String suffix, int rows, int forwardOperations, int backwardOperations) {}

  ImmutableList<Stage> stages() {
    return switch (this) {
      case LSTM -> ImmutableList.of(new Stage("", 4, 9, 17));
      case GRU -> ImmutableList.of(new Stage("-gates", 2, 3, 9), new Stage("-candidate", 1, 4, 6));
      case PLAIN -> ImmutableList.of(new Stage("", 1, 1, 2));
    };
  }
}
