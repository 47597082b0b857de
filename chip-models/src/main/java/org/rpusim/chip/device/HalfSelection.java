package org.rpusim.chip.device;

import java.util.Arrays;
import org.rpusim.chip.math.Kernels;

/**
 * Changes of half-selected devices (P1, k = ΔG(V/2)/ΔG(V)). An update has up to four parts, one for
 * each pair of signs of a row's and a column's value: in it the rows of the one sign and the
 * columns of the other send their trains, with the polarity that changes weights in the direction
 * of the product of the signs. A part in which no row or no column pulses is not driven. A device
 * of which one line alone is pulsed in a slot changes by k·step in the part's direction. With n₊
 * and n₋ such slots in raising and lowering parts the weight changes by k·(n₊·up + n₋·down), steps
 * taken at the weight before, and is clipped once.
 *
 * <p>For inputs of one sign this is P1's scheme of two phases. That inputs of both signs take two
 * parts a phase is an assumption.
 */
final class HalfSelection {
  private final PulsedDevice device;
  private final float factor;
  private final long[] columnSlots;
  private final boolean[] columnNegative;
  private final boolean[] rowSigns = new boolean[2];
  private final boolean[] columnSigns = new boolean[2];

  /**
   * Half-selection of a device.
   *
   * @param factor k, 0 to 1
   */
  HalfSelection(PulsedDevice device, float factor) {
    this.device = device;
    this.factor = factor;
    columnSlots = new long[device.crossPoints().columns()];
    columnNegative = new boolean[columnSlots.length];
  }

  /** Applies what an update's pulses do besides their coincidences. */
  void apply(PulseTrains trains) {
    collect(trains);
    int next = 0;
    for (int row = 0; row < device.crossPoints().rows(); row++) {
      boolean pulsed = next < trains.pulsedRows() && trains.row(next) == row;
      changeRow(row, pulsed ? trains.slots(next) : 0, pulsed && trains.negative(next));
      next += pulsed ? 1 : 0;
    }
  }

  private void collect(PulseTrains trains) {
    Arrays.fill(columnSlots, 0);
    Arrays.fill(columnNegative, false);
    Arrays.fill(rowSigns, false);
    Arrays.fill(columnSigns, false);
    long live = 0;
    for (int k = 0; k < trains.pulsedRows(); k++) {
      live |= trains.slots(k);
      rowSigns[trains.negative(k) ? 1 : 0] = true;
    }
    for (long slots = live; slots != 0; slots &= slots - 1) {
      int slot = Long.numberOfTrailingZeros(slots);
      for (int e = trains.positiveFrom(slot); e < trains.end(slot); e++) {
        boolean negative = e >= trains.negativeFrom(slot);
        columnSigns[negative ? 1 : 0] = true;
        int block = (trains.entries()[e] >>> 16) * Kernels.BLOCK;
        for (int bits = trains.entries()[e] & 0xFFFF; bits != 0; bits &= bits - 1) {
          int column = block + Integer.numberOfTrailingZeros(bits);
          columnSlots[column] |= 1L << slot;
          columnNegative[column] = negative;
        }
      }
    }
  }

  private boolean driven(boolean negativeRow, boolean negativeColumn) {
    return rowSigns[negativeRow ? 1 : 0] && columnSigns[negativeColumn ? 1 : 0];
  }

  private void changeRow(int row, long rowSlots, boolean negativeRow) {
    float[] weights = device.crossPoints().weights();
    int offset = device.crossPoints().index(row, 0);
    for (int column = 0; column < columnSlots.length; column++) {
      long slots = columnSlots[column];
      if ((rowSlots | slots) != 0) {
        boolean negativeColumn = columnNegative[column];
        int same = driven(negativeRow, negativeColumn) ? Long.bitCount(rowSlots ^ slots) : 0;
        int opposite = driven(negativeRow, !negativeColumn) ? Long.bitCount(rowSlots) : 0;
        opposite += driven(!negativeRow, negativeColumn) ? Long.bitCount(slots) : 0;
        boolean up = negativeRow == negativeColumn;
        int i = offset + column;
        weights[i] = changed(i, weights[i], up ? same : opposite, up ? opposite : same);
      }
    }
  }

  private float changed(int i, float weight, int ups, int downs) {
    float sum = Math.fma(ups, device.step(i, weight, true), downs * device.step(i, weight, false));
    return device.clip(i, Math.fma(factor, sum, weight));
  }
}
