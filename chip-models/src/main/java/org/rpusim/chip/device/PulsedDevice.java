package org.rpusim.chip.device;

/** Devices whose weights change by coincidences of pulses on their row and column. */
public non-sealed interface PulsedDevice extends DeviceModel {
  /** Mean weight change of one coincidence, above 0, weight units. */
  float dwMin();

  /** Standard deviation of the noise of a read at full-scale input, weight units. */
  float readNoise();

  /** Weights that are at a bound of their device; 0 for devices without bounds. */
  default long weightsAtBound() {
    return 0;
  }

  /**
   * Applies the coincidences of drawn trains, row by row, in a row slot by slot, in a slot the
   * positive columns before the negative ones.
   *
   * @param cycle number of the update, key of its random draws
   */
  void apply(PulseTrains trains, long cycle);
}
