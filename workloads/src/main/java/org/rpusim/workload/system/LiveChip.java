package org.rpusim.workload.system;

import org.rpusim.workload.execution.ChipModel;

/**
 * A chip that is simulated, on its way from the beginning of a state.
 *
 * @param entryPs when the state began, on the chip's clock, ps
 * @param entryTotals all that it had done by then
 * @param sums what is counted of it
 */
@SuppressWarnings("ArrayRecordComponent")
record LiveChip(ChipModel model, long entryPs, long[] entryTotals, ChipSums sums) {

  /** A state begins now. */
  static LiveChip entering(ChipModel model, ChipSums sums) {
    return new LiveChip(model, model.nowPs(), sums.capture(), sums);
  }

  /** What it has done since the state began. */
  long[] totalsSinceEntry() {
    long[] totals = sums.capture();
    for (int i = 0; i < totals.length; i++) {
      totals[i] -= entryTotals[i];
    }
    return totals;
  }
}
