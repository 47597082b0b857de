package org.rpusim.workload.network;

import com.google.common.collect.ImmutableList;
import org.rpusim.workload.spec.TrainingSpec;
import org.rpusim.workload.spec.TrainingSpec.LayerSpec;

/**
 * A feed-forward network.
 *
 * @param inputs numbers of a sample
 * @param layers from the first to the last
 */
public record Network(int inputs, ImmutableList<DenseLayer> layers) {

  /** The network that a workload describes. */
  public static Network of(TrainingSpec spec) {
    ImmutableList.Builder<DenseLayer> layers = ImmutableList.builder();
    int width = spec.inputs();
    int number = 1;
    for (LayerSpec layer : spec.layers()) {
      layers.add(
          new DenseLayer("W" + number++, width, layer.units(), layer.activation(), layer.bias()));
      width = layer.units();
    }
    return new Network(spec.inputs(), layers.build());
  }

  /** Number of weights of all layers. */
  public long weights() {
    return layers.stream().mapToLong(DenseLayer::weights).sum();
  }

  /** Numbers that the last layer gives. */
  public int outputs() {
    return layers.getLast().outputs();
  }
}
