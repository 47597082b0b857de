package org.rpusim.workload.recurrent.training;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rpusim.chip.math.Kernels;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.recurrent.RecurrentLayer;
import org.rpusim.workload.recurrent.RecurrentNetwork;

/** The numbers of a batch of sequences under way. */
final class SequenceNumbers {
  private static final int NO_SYMBOL = -1;

  private final RecurrentNetwork network;

  /** By matrix. */
  final ImmutableList<StageNumbers> matrices;

  /** By recurrent layer. */
  final ImmutableList<LayerNumbers> layers;

  /** The symbol that each element's input vectors show, or −1. */
  private final int[] shown;

  /** The symbol that each element is to predict. */
  final int[] labels;

  /** Number of the batch, from 0, over all passes. */
  long number;

  SequenceNumbers(
      RecurrentNetwork network, Mapping mapping, int steps, int batch, Kernels kernels) {
    this.network = network;
    int elements = steps * batch;
    List<StageNumbers> all = new ArrayList<>();
    mapping.layers().forEach(matrix -> all.add(new StageNumbers(matrix, elements)));
    matrices = ImmutableList.copyOf(all);
    List<LayerNumbers> numbers = new ArrayList<>();
    for (int i = 0; i < network.layers().size(); i++) {
      RecurrentLayer layer = network.layers().get(i);
      int first = network.matrixOf(i, 0);
      ImmutableList<StageNumbers> stages = matrices.subList(first, first + layer.stages());
      numbers.add(LayerNumbers.of(layer, network.inputsOf(i), stages, steps, batch, kernels));
    }
    layers = ImmutableList.copyOf(numbers);
    shown = new int[elements];
    labels = new int[elements];
    Arrays.fill(shown, NO_SYMBOL);
  }

  /** Puts a symbol on the input lines of an element; an unknown one drives no line. */
  void show(int element, int symbol) {
    for (int stage = 0; stage < network.layers().getFirst().stages(); stage++) {
      float[] inputs = matrices.get(stage).inputs[element];
      if (shown[element] != NO_SYMBOL) {
        inputs[shown[element]] = 0f;
      }
      if (symbol < network.symbols()) {
        inputs[symbol] = 1f;
      }
    }
    shown[element] = symbol < network.symbols() ? symbol : NO_SYMBOL;
  }

  /** Numbers of the matrix of the output layer. */
  StageNumbers output() {
    return matrices.getLast();
  }
}
