package org.rpusim.workload.recurrent;

import com.google.common.collect.ImmutableList;
import org.rpusim.workload.network.Activation;
import org.rpusim.workload.network.ArrayOptions;
import org.rpusim.workload.network.DenseLayer;
import org.rpusim.workload.network.Layer;
import org.rpusim.workload.network.Network;
import org.rpusim.workload.network.Volume;

/**
 * Stacked recurrent layers that take one symbol of {@code symbols} a time step as a vector with a
 * single 1, and a dense output layer with softmax that predicts the next symbol.
 *
 * @param symbols size of the alphabet
 * @param layers from the input on, one or more
 * @param outputArrays what is peculiar to the arrays of the output layer
 */
public record RecurrentNetwork(
    int symbols, ImmutableList<RecurrentLayer> layers, ArrayOptions outputArrays) {
  /** Name of the output layer. */
  public static final String OUTPUT = "out";

  /** Numbers that a layer takes from below. */
  public int inputsOf(int layer) {
    return layer == 0 ? symbols : layers.get(layer - 1).units();
  }

  /** Position of the matrix of a layer's stage among {@link #matrices}. */
  public int matrixOf(int layer, int stage) {
    int position = stage;
    for (int i = 0; i < layer; i++) {
      position += layers.get(i).stages();
    }
    return position;
  }

  /** Position of the output layer's matrix. */
  public int outputMatrix() {
    return matrixOf(layers.size(), 0);
  }

  /**
   * The weight matrices as dense layers, in the order of the layers and stages, the output layer
   * last: for mapping, initial weights and counts. Each takes the vector [x; h; 1] of its own.
   */
  public Network matrices() {
    ImmutableList.Builder<Layer> matrices = ImmutableList.builder();
    for (int i = 0; i < layers.size(); i++) {
      RecurrentLayer layer = layers.get(i);
      for (int stage = 0; stage < layer.stages(); stage++) {
        matrices.add(
            dense(
                layer.nameOf(stage),
                inputsOf(i) + layer.units(),
                layer.rows(stage),
                layer.arrays()));
      }
    }
    matrices.add(dense(OUTPUT, layers.getLast().units(), symbols, outputArrays));
    return new Network(Volume.vector(symbols), matrices.build());
  }

  private static DenseLayer dense(String name, int inputs, int rows, ArrayOptions arrays) {
    return new DenseLayer(
        name, Layer.SAMPLE, Volume.vector(inputs), rows, Activation.NONE, true, arrays);
  }
}
