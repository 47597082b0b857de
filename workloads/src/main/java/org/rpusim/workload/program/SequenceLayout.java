package org.rpusim.workload.program;

import com.google.common.collect.ImmutableList;
import org.rpusim.workload.mapping.MappedLayer;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.recurrent.RecurrentLayer;
import org.rpusim.workload.recurrent.RecurrentNetwork;

/**
 * Where the parts of a recurrent network are: matrices on tiles, and the state of each layer at the
 * digital unit of its first tile, its home. The last layer is the output layer.
 *
 * @param mapping of {@link RecurrentNetwork#matrices}
 * @param steps time steps of a sequence
 * @param batch sequences side by side
 * @param drops whether numbers on their way to the next layer are dropped
 * @param clips whether gradients of gates are clipped
 */
record SequenceLayout(
    RecurrentNetwork network, Mapping mapping, int steps, int batch, boolean drops, boolean clips) {

  /** Recurrent layers. */
  int layers() {
    return network.layers().size();
  }

  /** A recurrent layer. */
  RecurrentLayer layer(int layer) {
    return network.layers().get(layer);
  }

  /** The matrix of a stage of a recurrent layer. */
  MappedLayer matrix(int layer, int stage) {
    return mapping.of(network.matrixOf(layer, stage));
  }

  /** The matrix of the output layer. */
  MappedLayer output() {
    return mapping.of(network.outputMatrix());
  }

  /** All matrices of a layer; those of the output layer behind the last recurrent one. */
  ImmutableList<MappedLayer> matrices(int layer) {
    if (layer == layers()) {
      return ImmutableList.of(output());
    }
    ImmutableList.Builder<MappedLayer> matrices = ImmutableList.builder();
    for (int stage = 0; stage < layer(layer).stages(); stage++) {
      matrices.add(matrix(layer, stage));
    }
    return matrices.build();
  }

  /** Tile at whose digital unit a layer's state is; the output layer's results, too. */
  int home(int layer) {
    return matrices(layer).getFirst().block(0, 0).tile();
  }

  /** Numbers that pass from a layer to the one above. */
  int units(int layer) {
    return layer(layer).units();
  }

  /** Numbers that a layer takes from below. */
  int inputs(int layer) {
    return network.inputsOf(layer);
  }

  /** Number of a time step of a sequence of the batch: time first. */
  int element(int step, int sequence) {
    return step * batch + sequence;
  }

  /** Characters of a batch. */
  int elements() {
    return steps * batch;
  }
}
