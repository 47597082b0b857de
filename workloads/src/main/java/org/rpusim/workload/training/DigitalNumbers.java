package org.rpusim.workload.training;

import java.util.Arrays;
import org.rpusim.chip.math.Kernels;
import org.rpusim.workload.network.Activation;
import org.rpusim.workload.network.Layer;
import org.rpusim.workload.network.Network;
import org.rpusim.workload.network.PoolingLayer;
import org.rpusim.workload.network.SumLayer;
import org.rpusim.workload.program.Band;

/** What digital units compute: activations, pooling, sums, derivatives, loss. */
final class DigitalNumbers {
  private final Network network;
  private final Kernels kernels;
  private final Pooling[] poolings;
  private final int[][] takers;

  DigitalNumbers(Network network, Kernels kernels) {
    this.network = network;
    this.kernels = kernels;
    this.poolings = new Pooling[network.layers().size()];
    this.takers = new int[poolings.length][];
    for (int i = 0; i < poolings.length; i++) {
      takers[i] = network.takersOf(i).stream().mapToInt(Integer::intValue).toArray();
      if (network.layers().get(i) instanceof PoolingLayer pooling) {
        poolings[i] = new Pooling(pooling, kernels);
      }
    }
  }

  void activate(SampleNumbers n, int layer, int first, int count) {
    Activation activation = network.layers().get(layer).activation();
    Activations.apply(kernels, activation, n.outputs[layer], first, count);
  }

  /** Some rows of some channels; see {@link #activate}. */
  void activateBand(SampleNumbers n, int layer, int firstChannel, int channels, Band band) {
    Layer of = network.layers().get(layer);
    int width = of.output().width();
    for (int channel = firstChannel; channel < firstChannel + channels; channel++) {
      int first = channel * of.output().area() + band.firstRow() * width;
      Activations.apply(kernels, of.activation(), n.outputs[layer], first, band.rows() * width);
    }
  }

  /** Some rows of some channels of a pooling layer's output. */
  void poolBand(SampleNumbers n, int layer, int firstChannel, int channels, Band band) {
    float[] input = n.outputOf(network.layers().get(layer).source());
    for (int channel = firstChannel; channel < firstChannel + channels; channel++) {
      poolings[layer].poolRows(
          input, n.outputs[layer], n.places[layer], channel, band.firstRow(), band.rows());
    }
  }

  void pool(SampleNumbers n, int layer, int first, int count) {
    float[] input = n.outputOf(network.layers().get(layer).source());
    poolings[layer].pool(input, n.outputs[layer], n.places[layer], first, count);
  }

  void unpool(SampleNumbers n, int layer, int first, int count) {
    poolings[layer].unpool(n.deltas[layer], n.places[layer], n.inputGradients[layer], first, count);
  }

  /** A residual sum with its activation. */
  void add(SampleNumbers n, int layer, int first, int count) {
    SumLayer sum = (SumLayer) network.layers().get(layer);
    float[] a = n.outputOf(sum.source());
    float[] b = n.outputOf(sum.other());
    float[] out = n.outputs[layer];
    for (int i = first; i < first + count; i++) {
      out[i] = a[i] + b[i];
    }
    Activations.apply(kernels, sum.activation(), out, first, count);
  }

  /** In the order of the layers that take the output. */
  void addGradients(SampleNumbers n, int layer) {
    float[] delta = n.deltas[layer];
    int size = network.layers().get(layer).output().size();
    Arrays.fill(delta, 0, size, 0f);
    for (int taker : takers[layer]) {
      float[] gradient = n.inputGradients[taker];
      for (int i = 0; i < size; i++) {
        delta[i] += gradient[i];
      }
    }
  }

  /** A single taker's gradient is taken over first; a sum of several is in place already. */
  void differentiate(SampleNumbers n, int layer, int first, int count) {
    Layer of = network.layers().get(layer);
    float[] delta = n.deltas[layer];
    if (takers[layer].length == 1) {
      float[] gradient = n.inputGradients[takers[layer][0]];
      System.arraycopy(gradient, first, delta, first, count);
    }
    Activations.differentiate(kernels, of.activation(), n.outputs[layer], delta, first, count);
  }

  /** Loss of the last layer's softmax, nats, and its gradient. */
  float loss(SampleNumbers n) {
    int last = network.layers().size() - 1;
    float[] results = n.results[last];
    return kernels.softmaxCrossEntropy(results, 0, results.length, n.label, n.deltas[last], 0);
  }

  /** Whether the largest of the last layer's results is the label's. */
  boolean isRight(SampleNumbers n) {
    float[] results = n.results[network.layers().size() - 1];
    int best = 0;
    for (int i = 1; i < results.length; i++) {
      if (results[i] > results[best]) {
        best = i;
      }
    }
    return best == n.label;
  }
}
