package org.rpusim.workload.recurrent.training;

import org.rpusim.workload.mapping.MappedLayer;

/**
 * The vectors of one matrix in all time steps of a batch of sequences, by element (time step ×
 * batch + sequence).
 */
final class StageNumbers {
  /** [x; u; 1]. */
  final float[][] inputs;

  /** W·[x; u; 1]; the activations replace it. */
  final float[][] results;

  /** Negative gradient by the matrix's result. */
  final float[][] deltas;

  /** Wᵀ delta. */
  final float[][] gradients;

  /** Partial results and gradients by element and block; empty where a matrix is not cut. */
  final float[][][] partialResults;

  final float[][][] partialGradients;

  StageNumbers(MappedLayer mapped, int elements) {
    int rows = mapped.layer().rows();
    int columns = mapped.layer().columns();
    inputs = new float[elements][columns];
    results = new float[elements][rows];
    deltas = new float[elements][rows];
    gradients = new float[elements][columns];
    boolean cutRows = mapped.blockColumns() > 1;
    boolean cutColumns = mapped.blockRows() > 1;
    int blocks = mapped.blocks().size();
    partialResults = new float[cutRows ? elements : 0][blocks][];
    partialGradients = new float[cutColumns ? elements : 0][blocks][];
    for (int element = 0; element < elements; element++) {
      inputs[element][columns - 1] = 1f;
      for (int i = 0; i < blocks && cutRows; i++) {
        partialResults[element][i] = new float[mapped.blocks().get(i).rows()];
      }
      for (int i = 0; i < blocks && cutColumns; i++) {
        partialGradients[element][i] = new float[mapped.blocks().get(i).columns()];
      }
    }
  }
}
