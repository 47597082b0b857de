package org.rpusim.workload.training;

import org.rpusim.workload.mapping.Block;
import org.rpusim.workload.mapping.MappedLayer;
import org.rpusim.workload.mapping.Mapping;

/** The vectors of one sample under way; the digital units and the tiles' input buffers hold them. */
final class SampleNumbers {
  /** Inputs of each layer with the constant 1 of the bias; those of layer 0 are the sample. */
  final float[][] inputs;

  /** W x of each layer, before the activation. */
  final float[][] results;

  /** Negative gradient by {@link #results}. */
  final float[][] deltas;

  /** Wᵀ delta of each layer, the bias's line included. */
  final float[][] inputGradients;

  /** Partial results by layer and block, where a result has more than one part. */
  final float[][][] partialResults;

  /** Partial input gradients by layer and block. */
  final float[][][] partialGradients;

  long sample;
  int label;

  SampleNumbers(Mapping mapping) {
    int layers = mapping.layers().size();
    inputs = new float[layers][];
    results = new float[layers][];
    deltas = new float[layers][];
    inputGradients = new float[layers][];
    partialResults = new float[layers][][];
    partialGradients = new float[layers][][];
    for (MappedLayer mapped : mapping.layers()) {
      int layer = mapped.index();
      inputs[layer] = new float[mapped.layer().columns()];
      results[layer] = new float[mapped.layer().rows()];
      deltas[layer] = new float[mapped.layer().rows()];
      inputGradients[layer] = new float[mapped.layer().columns()];
      if (mapped.layer().bias()) {
        inputs[layer][mapped.layer().inputs()] = 1f;
      }
      int blocks = mapped.blocks().size();
      partialResults[layer] = new float[blocks][];
      partialGradients[layer] = new float[blocks][];
      for (int i = 0; i < blocks; i++) {
        Block block = mapped.blocks().get(i);
        partialResults[layer][i] = new float[block.rows()];
        partialGradients[layer][i] = new float[block.columns()];
      }
    }
  }
}
