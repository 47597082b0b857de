package org.rpusim.chip.array;

import org.rpusim.chip.math.BurstKernels;
import org.rpusim.chip.math.Kernels;

/**
 * An array whose bursts of updates are single ones: sixteen vectors that lie side by side at a time
 * are lined up, then used one after the other.
 */
abstract class VectorwiseArray implements CrossbarArray {
  private final BurstKernels kernels;
  private final int columnPitch;
  private final int rowPitch;
  private float[] columnValues = new float[0];
  private float[] rowValues = new float[0];
  private final UpdateOutcome one = new UpdateOutcome();

  VectorwiseArray(int rows, int columns, Kernels kernels) {
    this.kernels = kernels.bursts();
    this.columnPitch = Kernels.padded(columns);
    this.rowPitch = Kernels.padded(rows);
  }

  @Override
  public void updateBurst(
      float[] x,
      int xLine,
      float[] d,
      int dLine,
      int stride,
      int count,
      float learningRate,
      long firstCycle,
      UpdateOutcome outcome) {
    if (columnValues.length == 0) { // made when the first burst comes
      columnValues = new float[Kernels.BLOCK * columnPitch];
      rowValues = new float[Kernels.BLOCK * rowPitch];
    }
    outcome.clear();
    for (int v = 0; v < count; v++) {
      int lane = v % Kernels.BLOCK;
      if (lane == 0) {
        kernels.lineUp(x, xLine, columns(), stride, v, columnValues, columnPitch);
        kernels.lineUp(d, dLine, rows(), stride, v, rowValues, rowPitch);
      }
      update(
          columnValues,
          lane * columnPitch,
          rowValues,
          lane * rowPitch,
          learningRate,
          firstCycle + v,
          one);
      outcome.add(one);
    }
  }
}
