package org.rpusim.chip.spec;

/**
 * Noise and bound management (P2): digital units at line rate in each tile.
 *
 * @param noiseForward noise management of forward reads
 * @param noiseBackward noise management of backward reads
 * @param boundForward bound management of forward reads
 * @param boundBackward bound management of backward reads
 * @param maxHalvings most retries of one read
 * @param numbersPerSecond rate at which a unit takes numbers, 1/s
 * @param latencyPs latency of a unit, ps
 * @param numberJoules energy of one number in a unit, J
 * @param constantForward full scale of forward inputs for {@link NoiseManagement#CONSTANT}, above 0
 * @param constantBackward full scale of backward inputs, likewise
 * @param averageMomentum weight of the past in a running average, 0 up to but not including 1
 */
public record ManagementSpec(
    NoiseManagement noiseForward,
    NoiseManagement noiseBackward,
    BoundManagement boundForward,
    BoundManagement boundBackward,
    int maxHalvings,
    double numbersPerSecond,
    long latencyPs,
    double numberJoules,
    double constantForward,
    double constantBackward,
    double averageMomentum) {

  /** How inputs are scaled before a read. */
  public enum NoiseManagement {
    /** Inputs go in as they are, clipped to [−1, 1]. */
    OFF,
    /** Inputs are divided by their largest magnitude, outputs multiplied by it (P2). */
    ABS_MAX,
    /** Inputs are divided by a given constant: the full scale of the converters, no search. */
    CONSTANT,
    /** Inputs are divided by a running average of their largest magnitudes. */
    RUNNING_AVERAGE;

    /** Whether the largest magnitude of each vector is searched. */
    public boolean searches() {
      return this == ABS_MAX || this == RUNNING_AVERAGE;
    }
  }

  /** What happens when an output saturates. */
  public enum BoundManagement {
    /** The clipped value is taken. */
    OFF,
    /** The input is halved and the array read again (P2). */
    ITERATIVE
  }
}
