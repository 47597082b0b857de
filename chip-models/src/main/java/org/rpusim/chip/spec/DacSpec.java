package org.rpusim.chip.spec;

/**
 * Input converters: they turn a number in [−1, 1] into the width of a read pulse.
 *
 * @param bits resolution; steps of 2/(2^bits − 2) over [−1, 1]; 0 is written {@code off} and means
 *     unlimited resolution
 * @param rounding how a number becomes a level
 * @param conversionJoules energy of the driver of one used input line over one read, J, besides
 *     what the line's devices draw
 */
public record DacSpec(int bits, Rounding rounding, double conversionJoules) {
  /** Steps in which a read with unlimited resolution counts the time that its inputs are on. */
  public static final int UNLIMITED_LEVELS = 65_536;

  /**
   * Steps of the time that an input can be on, from off to the whole read time: 2^(bits − 1) − 1
   * for each sign, {@value #UNLIMITED_LEVELS} for unlimited resolution.
   */
  public int levels() {
    return bits == 0 ? UNLIMITED_LEVELS : (1 << (bits - 1)) - 1;
  }

  /** Whether inputs pass a digital unit to be rounded with random numbers. */
  public boolean drawsRounding() {
    return bits != 0 && rounding == Rounding.STOCHASTIC;
  }
}
