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
 */
public record ManagementSpec(
    NoiseManagement noiseForward,
    NoiseManagement noiseBackward,
    BoundManagement boundForward,
    BoundManagement boundBackward,
    int maxHalvings,
    double numbersPerSecond,
    long latencyPs,
    double numberJoules) {

  /** How inputs are scaled before a read. */
  public enum NoiseManagement {
    /** Inputs go in as they are, clipped to [−1, 1]. */
    OFF,
    /** Inputs are divided by their largest magnitude, outputs multiplied by it (P2). */
    ABS_MAX
  }

  /** What happens when an output saturates. */
  public enum BoundManagement {
    /** The clipped value is taken. */
    OFF,
    /** The input is halved and the array read again (P2). */
    ITERATIVE
  }
}
