package org.rpusim.chip.device;

import org.rpusim.chip.math.Streams;

/**
 * What all random draws of an array are keyed by.
 *
 * @param seed seed of the run
 * @param arrayId number of the array on its chip
 */
public record DeviceKey(long seed, int arrayId) {
  /** First half of a stream's base; see {@link Streams#ofCycle}. */
  public long ofPurpose(long purpose) {
    return Streams.ofPurpose(seed, arrayId, purpose);
  }
}
