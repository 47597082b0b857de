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
  private float[] columnLargest = new float[0];
  private float[] rowLargest = new float[0];

  VectorwiseArray(int rows, int columns, Kernels kernels) {
    this.kernels = kernels.bursts();
    this.columnPitch = Kernels.padded(columns);
    this.rowPitch = Kernels.padded(rows);
  }

  @Override
  public final void updateBurst(
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
    findLargest(x, xLine, d, dLine, stride);
    int slots = 0;
    long rowPulses = 0;
    long columnPulses = 0;
    long coincidences = 0;
    for (int v = 0; v < count; v++) {
      int lane = v % Kernels.BLOCK;
      if (lane == 0) {
        kernels.lineUp(x, xLine, columns(), stride, v, columnValues, columnPitch);
        kernels.lineUp(d, dLine, rows(), stride, v, rowValues, rowPitch);
      }
      update(
          columnValues,
          lane * columnPitch,
          columnLargest[v],
          rowValues,
          lane * rowPitch,
          rowLargest[v],
          learningRate,
          firstCycle + v,
          outcome);
      slots += outcome.slots;
      rowPulses += outcome.rowPulses;
      columnPulses += outcome.columnPulses;
      coincidences += outcome.coincidences;
    }
    outcome.slots = slots;
    outcome.rowPulses = rowPulses;
    outcome.columnPulses = columnPulses;
    outcome.coincidences = coincidences;
  }

  private void findLargest(float[] x, int xLine, float[] d, int dLine, int stride) {
    if (columnLargest.length < stride) {
      columnLargest = new float[stride];
      rowLargest = new float[stride];
    }
    if (wantsLargest()) {
      kernels.absMax(x, xLine * stride, columns(), stride, columnLargest);
      kernels.absMax(d, dLine * stride, rows(), stride, rowLargest);
    }
  }

  /** Whether updates depend on the largest magnitudes of both sides. */
  boolean wantsLargest() {
    return false;
  }

  /**
   * As the update without them, for vectors whose largest magnitudes are known.
   *
   * @param xMax largest magnitude of x; anything where it is not wanted
   * @param dMax largest magnitude of d; anything where it is not wanted
   */
  void update(
      float[] x,
      int xOffset,
      float xMax,
      float[] d,
      int dOffset,
      float dMax,
      float learningRate,
      long cycle,
      UpdateOutcome outcome) {
    update(x, xOffset, d, dOffset, learningRate, cycle, outcome);
  }
}
