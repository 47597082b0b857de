package org.rpusim.chip.device;

/** Devices whose weights change by coincidences of pulses on their row and column. */
public non-sealed interface PulsedDevice extends DeviceModel {
  /** Mean weight change of one coincidence, above 0, weight units. */
  float dwMin();

  /** Standard deviation of the noise of a read at full-scale input, weight units. */
  float readNoise();

  /**
   * Applies the coincidences of drawn trains, row by row. Those of one device all have the same
   * direction, so that a device may apply the distribution of their sum.
   *
   * @param cycle number of the update, key of its random draws
   */
  void apply(PulseTrains trains, long cycle);
}
