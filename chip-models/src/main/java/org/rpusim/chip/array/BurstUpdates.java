package org.rpusim.chip.array;

import org.rpusim.chip.device.CrossPoints;
import org.rpusim.chip.device.PulseTrains;
import org.rpusim.chip.device.PulsedDevice;
import org.rpusim.chip.math.BurstKernels;
import org.rpusim.chip.math.Kernels;

/**
 * Managed updates of several vectors, one after the other, on devices that rest without pulses.
 * Where trains may have one slot most of a convolution's do, and of most of those no row has a
 * pulse: which these are is drawn for sixteen vectors at a time, and nothing else is done for them.
 */
final class BurstUpdates {
  private final PulsedDevice device;
  private final TrainSettings settings;
  private final PulseTrains trains;
  private final float[] columnValues;
  private final float[] rowValues;
  private final int rows;
  private final int columns;
  private final BurstKernels kernels;

  private float[] columnLargest = new float[0];
  private float[] rowLargest = new float[0];
  private int[] slots = new int[0];
  private float[] columnGains = new float[0];
  private float[] rowGains = new float[0];
  private long[] streams = new long[0];
  private int[] words = new int[0];

  /** Vectors with a pulse on a row if their train has one slot, a bit each. */
  private int[] pulsed = new int[0];

  /**
   * @param columnLines what holds the values of a single update's columns
   * @param rowLines the same of its rows
   */
  BurstUpdates(
      PulsedDevice device,
      TrainSettings settings,
      PulseTrains trains,
      InputLines columnLines,
      InputLines rowLines,
      Kernels kernels) {
    this.device = device;
    this.settings = settings;
    this.trains = trains;
    columnValues = columnLines.values;
    rowValues = rowLines.values;
    CrossPoints crossPoints = device.crossPoints();
    rows = crossPoints.rows();
    columns = crossPoints.columns();
    this.kernels = kernels.bursts();
  }

  /** See {@link CrossbarArray#updateBurst}. */
  void run(
      float[] x,
      int xLine,
      float[] d,
      int dLine,
      int stride,
      int count,
      float learningRate,
      long firstCycle,
      UpdateOutcome outcome) {
    requireRoom(stride);
    outcome.clear();
    kernels.absMax(x, xLine * stride, columns, stride, columnLargest);
    kernels.absMax(d, dLine * stride, rows, stride, rowLargest);
    settings.set(columnLargest, rowLargest, count, learningRate, slots, columnGains, rowGains);
    for (int v = 0; v < count; v++) {
      outcome.slots += slots[v];
    }
    kernels.cycleStreams(trains.rowPurpose(), firstCycle, 0, stride, streams);
    kernels.pulsed(d, dLine * stride, rows, stride, rowGains, streams, words, pulsed);
    for (int v = 0; v < count; v++) {
      boolean on = (pulsed[v / Kernels.BLOCK] >>> v % Kernels.BLOCK & 1) != 0;
      if (slots[v] > 1 || (slots[v] == 1 && on)) {
        take(d, dLine * stride + v, stride, rows, rowValues);
        if (trains.drawRows(rowValues, rowGains[v], slots[v], firstCycle + v)) {
          take(x, xLine * stride + v, stride, columns, columnValues);
          apply(columnGains[v], firstCycle + v, outcome);
        }
      }
    }
  }

  private void apply(float columnGain, long cycle, UpdateOutcome outcome) {
    trains.drawColumns(columnValues, columnGain, cycle);
    device.cycle(trains, cycle);
    outcome.rowPulses += trains.rowPulses();
    outcome.columnPulses += trains.columnPulses();
    outcome.coincidences += trains.coincidences();
  }

  private static void take(float[] from, int at, int stride, int lines, float[] to) {
    for (int line = 0; line < lines; line++) {
      to[line] = from[at + line * stride];
    }
  }

  /** Arrays are made when the first burst of so many vectors comes. */
  private void requireRoom(int stride) {
    if (slots.length < stride) {
      columnLargest = new float[stride];
      rowLargest = new float[stride];
      slots = new int[stride];
      columnGains = new float[stride];
      rowGains = new float[stride];
      streams = new long[stride];
      words = new int[(rows + 1) * Kernels.BLOCK];
      pulsed = new int[stride / Kernels.BLOCK];
    }
  }
}
