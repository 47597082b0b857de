package org.rpusim.chip.tile;

import org.rpusim.chip.array.BurstOutcome;

/**
 * When the reads of a burst pass from the array to the converters, as if each were a cycle by
 * itself: reads follow one another at once, a read's outputs wait while the converters are at work,
 * and a saturated vector is read again before any that has not begun.
 */
final class BurstTimes {
  private int[] left = new int[0];

  /**
   * Time from the hand-over of the burst's first read to that of its last, ps.
   *
   * @param count vectors, 1 or more
   * @param readPs time of a read
   * @param conversionPs time that the converters need for a read
   */
  long handOversPs(BurstOutcome burst, int count, long readPs, long conversionPs) {
    if (burst.totalRetries == 0) {
      return (count - 1) * Math.max(readPs, conversionPs);
    }
    if (left.length < count) {
      left = new int[count];
    }
    System.arraycopy(burst.retries, 0, left, 0, count);
    return withRetries(count, readPs, conversionPs);
  }

  /** Times are counted from the first hand-over; only the last two reads matter at any time. */
  private long withRetries(int count, long readPs, long conversionPs) {
    long handedOverPs = 0;
    int handedOver = 0;
    int before = -1;
    int fresh = 1;
    while (true) {
      int next;
      long startPs = handedOverPs;
      if (before >= 0 && left[before] > 0) {
        next = before;
        left[before]--;
        before = handedOver;
      } else if (fresh < count) {
        next = fresh++;
        before = handedOver;
      } else if (left[handedOver] > 0) {
        startPs += conversionPs; // nothing else is left to read while its outputs are converted
        next = handedOver;
        left[handedOver]--;
        before = -1;
      } else {
        return handedOverPs;
      }
      handedOverPs = Math.max(startPs + readPs, handedOverPs + conversionPs);
      handedOver = next;
    }
  }
}
