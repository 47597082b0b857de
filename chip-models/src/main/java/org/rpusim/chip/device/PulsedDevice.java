package org.rpusim.chip.device;

/** Devices whose weights change by coincidences of pulses on their row and column. */
public non-sealed interface PulsedDevice extends DeviceModel {
  /** Mean weight change of one coincidence, above 0, weight units. */
  float dwMin();

  /** Standard deviation of the noise of a read at full-scale input, weight units. */
  float readNoise();

  /** Weights that cannot go further up, or down: at a bound of their device, or stuck. */
  default long weightsAtBound() {
    CrossPoints weights = crossPoints();
    long count = 0;
    for (int row = 0; row < weights.rows(); row++) {
      for (int column = 0; column < weights.columns(); column++) {
        int device = weights.index(row, column);
        float weight = weights.get(row, column);
        if (weight == clip(device, Float.MAX_VALUE) || weight == clip(device, -Float.MAX_VALUE)) {
          count++;
        }
      }
    }
    return count;
  }

  /**
   * Standard deviation between output lines of the constant that a read adds to an output, in
   * weight units for an input of full scale.
   */
  default float readOffset() {
    return 0f;
  }

  /**
   * Mean change by one coincidence of a device that holds {@code weight}, before it is clipped.
   *
   * @param device place of the device, {@link CrossPoints#index}
   * @param up whether the pulses' signs ask for a larger weight
   * @return with its sign, weight units
   */
  float step(int device, float weight, boolean up);

  /** What a device holds when something other than a coincidence brings it to {@code weight}. */
  float clip(int device, float weight);

  /**
   * Applies the coincidences of drawn trains, row by row. Those of one device all have the same
   * direction, so that a device may apply the distribution of their sum. Called where there is a
   * coincidence.
   *
   * @param cycle number of the update, key of its random draws
   */
  void apply(PulseTrains trains, long cycle);

  /**
   * What an update cycle does besides that. Called once every cycle, after {@link #apply}, also
   * where no coincidence was.
   */
  default void endCycle(PulseTrains trains, long cycle) {}

  /**
   * One update cycle of drawn trains: {@link #apply} where it changes anything, {@link #endCycle}.
   */
  default void cycle(PulseTrains trains, long cycle) {
    if (trains.coincidences() != 0) {
      apply(trains, cycle);
    }
    endCycle(trains, cycle);
  }

  /**
   * Whether a cycle without a pulse on any row leaves all devices as they are, so that {@link
   * #endCycle} need not be called after it. Who says so gets faster bursts of updates.
   */
  default boolean restsWithoutPulses() {
    return false;
  }
}
