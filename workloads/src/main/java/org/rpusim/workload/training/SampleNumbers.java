package org.rpusim.workload.training;

import org.rpusim.chip.math.Kernels;
import org.rpusim.workload.mapping.Block;
import org.rpusim.workload.mapping.MappedLayer;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.network.Activation;
import org.rpusim.workload.network.ConvolutionLayer;
import org.rpusim.workload.network.Layer;
import org.rpusim.workload.network.MatrixLayer;
import org.rpusim.workload.network.Network;
import org.rpusim.workload.network.PoolingLayer;
import org.rpusim.workload.network.SumLayer;

/**
 * The numbers of one sample under way, by layer; the digital units and the tiles' input buffers
 * hold them. Vectors of a weight-shared layer lie side by side, {@link #stride} apart from line to
 * line.
 */
final class SampleNumbers {
  private static final float[] NONE = new float[0];
  private static final int[] NO_PLACES = new int[0];

  /** The sample, with the constant 1 of a bias behind it. */
  final float[] sampleInput;

  /** What each layer gives, with the constant 1 of a bias behind it. */
  final float[][] outputs;

  /** W x of each layer, before the activation. */
  final float[][] results;

  /** Patches of a convolution's input, line by line, the constant 1 of the bias included. */
  final float[][] patches;

  /** Negative gradient by {@link #results}, or by the output of a layer without a matrix. */
  final float[][] deltas;

  /** {@link #deltas} of a burst's vectors side by side; the same array where it has this form. */
  final float[][] sideBySide;

  /** Wᵀ delta of a convolution, patch by patch side by side. */
  final float[][] patchGradients;

  /** Negative gradient by each layer's input, a dense one's bias line included. */
  final float[][] inputGradients;

  /** Places of the largest numbers of a pooling layer's windows. */
  final int[][] places;

  /** Partial results by layer and block, where a result has more than one part. */
  final float[][][] partialResults;

  /** Partial input gradients by layer and block. */
  final float[][][] partialGradients;

  long sample;
  int label;

  SampleNumbers(Mapping mapping) {
    Network network = mapping.network();
    int layers = network.layers().size();
    sampleInput = withOne(network.inputs());
    outputs = new float[layers][];
    results = new float[layers][];
    patches = new float[layers][];
    deltas = new float[layers][];
    sideBySide = new float[layers][];
    patchGradients = new float[layers][];
    inputGradients = new float[layers][];
    places = new int[layers][];
    partialResults = new float[layers][][];
    partialGradients = new float[layers][][];
    for (int i = layers - 1; i >= 0; i--) {
      Layer layer = network.layers().get(i);
      outputs[i] = withOne(layer.output().size());
      deltas[i] = delta(network, i);
      switch (layer) {
        case MatrixLayer matrix -> addMatrix(mapping.of(i));
        case PoolingLayer pooling -> {
          places[i] = new int[layer.output().size()];
          inputGradients[i] = new float[layer.input().size()];
        }
        case SumLayer sum -> inputGradients[i] = deltas[i];
      }
    }
  }

  /** Distance of lines: one vector has none beside it, others fill blocks of vector lanes. */
  static int stride(MatrixLayer layer) {
    return layer.vectors() == 1 ? 1 : Kernels.padded(layer.vectors());
  }

  private static float[] withOne(int size) {
    float[] numbers = new float[size + 1];
    numbers[size] = 1f;
    return numbers;
  }

  /** Without an activation, a single taker's gradient is delta itself. */
  private float[] delta(Network network, int layer) {
    Layer of = network.layers().get(layer);
    if (of.activation() == Activation.NONE && network.takers(layer) == 1) {
      return inputGradients[network.takersOf(layer).get(0)];
    }
    return new float[of.output().size()];
  }

  private void addMatrix(MappedLayer mapped) {
    int layer = mapped.index();
    MatrixLayer matrix = mapped.layer();
    int stride = stride(matrix);
    results[layer] = new float[matrix.rows() * stride];
    boolean packed = stride == matrix.vectors();
    sideBySide[layer] = packed ? deltas[layer] : new float[matrix.rows() * stride];
    patches[layer] = NONE;
    places[layer] = NO_PLACES;
    if (matrix instanceof ConvolutionLayer) {
      patches[layer] = new float[matrix.columns() * stride];
      patchGradients[layer] = new float[matrix.columns() * stride];
      inputGradients[layer] = new float[matrix.input().size()];
      if (matrix.bias()) {
        for (int v = 0; v < matrix.vectors(); v++) {
          patches[layer][matrix.fanIn() * stride + v] = 1f;
        }
      }
    } else {
      inputGradients[layer] = new float[matrix.columns()];
      patchGradients[layer] = inputGradients[layer];
    }
    int blocks = mapped.blocks().size();
    partialResults[layer] = new float[blocks][];
    partialGradients[layer] = new float[blocks][];
    for (int i = 0; i < blocks; i++) {
      Block block = mapped.blocks().get(i);
      int of = mapped.copies() == 1 ? stride : CopyNumbers.stride(block);
      partialResults[layer][i] = new float[block.rows() * of];
      partialGradients[layer][i] = new float[block.columns() * of];
    }
  }

  /** What a layer gives, or the sample. */
  float[] outputOf(int layer) {
    return layer == Layer.SAMPLE ? sampleInput : outputs[layer];
  }
}
