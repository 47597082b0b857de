package org.rpusim.workload.network;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/**
 * A feed-forward network.
 *
 * @param input shape of a sample
 * @param layers each behind those that it takes from
 * @param mapping how its matrices are to be placed on a chip
 */
public record Network(Volume input, ImmutableList<Layer> layers, MappingOptions mapping) {

  /** A network that is placed in the order of its layers. */
  public Network(Volume input, ImmutableList<Layer> layers) {
    this(input, layers, MappingOptions.DEFAULT);
  }

  /** Numbers of a sample. */
  public int inputs() {
    return input.size();
  }

  /** Number of weights of all layers. */
  public long weights() {
    return matrices().stream().mapToLong(MatrixLayer::weights).sum();
  }

  /** Multiplications of a weight by a number that a forward pass of one sample takes. */
  public long weightUses() {
    return matrices().stream().mapToLong(layer -> layer.weights() * layer.vectors()).sum();
  }

  /** The layers with weights, in order. */
  public ImmutableList<MatrixLayer> matrices() {
    return layers.stream()
        .filter(MatrixLayer.class::isInstance)
        .map(MatrixLayer.class::cast)
        .collect(ImmutableList.toImmutableList());
  }

  /** Shape of what a layer gives, or of the sample. */
  public Volume outputOf(int layer) {
    return layer == Layer.SAMPLE ? input : layers.get(layer).output();
  }

  /** Layers that take the output of a layer; one that takes it twice stands there twice. */
  public ImmutableList<Integer> takersOf(int layer) {
    ImmutableList.Builder<Integer> takers = ImmutableList.builder();
    for (int i = layer + 1; i < layers.size(); i++) {
      Layer taker = layers.get(i);
      if (taker.source() == layer) {
        takers.add(i);
      }
      if (taker instanceof SumLayer sum && sum.other() == layer) {
        takers.add(i);
      }
    }
    return takers.build();
  }

  /** The layers whose output any layer takes. */
  public ImmutableSet<Integer> taken() {
    ImmutableSet.Builder<Integer> taken = ImmutableSet.builder();
    for (Layer layer : layers) {
      taken.add(layer.source());
      if (layer instanceof SumLayer sum) {
        taken.add(sum.other());
      }
    }
    return taken.build();
  }

  /** How often the output of a layer is taken. */
  public int takers(int layer) {
    return takersOf(layer).size();
  }

  /** Numbers that the last layer gives. */
  public int outputs() {
    return layers.getLast().output().size();
  }
}
