package org.rpusim.chip.array;

import org.rpusim.chip.math.BurstKernels;
import org.rpusim.chip.math.Kernels;

/** The updates of vectors side by side: sixteen vectors at a time are lined up, then used singly. */
final class BurstUpdates {
  private final CrossbarArray array;
  private final BurstKernels kernels;
  private final int columnPitch;
  private final int rowPitch;
  private float[] x = new float[0];
  private float[] d = new float[0];

  BurstUpdates(CrossbarArray array, int rows, int columns, Kernels kernels) {
    this.array = array;
    this.kernels = kernels.bursts();
    this.columnPitch = Kernels.padded(columns);
    this.rowPitch = Kernels.padded(rows);
  }

  /** See {@link CrossbarArray#updateBurst}. */
  void update(
      float[] columns,
      int xLine,
      float[] rows,
      int dLine,
      int stride,
      int count,
      float learningRate,
      long firstCycle,
      UpdateOutcome outcome) {
    if (x.length == 0) { // made when the first burst comes
      x = new float[Kernels.BLOCK * columnPitch];
      d = new float[Kernels.BLOCK * rowPitch];
    }
    int slots = 0;
    long rowPulses = 0;
    long columnPulses = 0;
    long coincidences = 0;
    for (int v = 0; v < count; v++) {
      int lane = v % Kernels.BLOCK;
      if (lane == 0) {
        kernels.lineUp(columns, xLine, array.columns(), stride, v, x, columnPitch);
        kernels.lineUp(rows, dLine, array.rows(), stride, v, d, rowPitch);
      }
      array.update(
          x, lane * columnPitch, d, lane * rowPitch, learningRate, firstCycle + v, outcome);
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
}
