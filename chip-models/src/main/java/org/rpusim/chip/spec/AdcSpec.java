package org.rpusim.chip.spec;

/**
 * Output converters.
 *
 * @param bits resolution; steps of 2·outputBound/(2^bits − 2); 0 is written {@code off} and means
 *     unlimited resolution
 * @param outputBound magnitude at which the integrator saturates (alpha), weight units
 * @param linesPerConverter neighbouring lines that share one converter, converted one after the
 *     other
 * @param conversionsPerSecond rate of one converter, 1/s
 * @param conversionJoules energy of one conversion at this resolution, J (19.2 pJ at 9 bits, ∝
 *     2^bits: a time-and-size-scaling assumption)
 * @param converterAreaSquareMillimetres area of one converter at this resolution, mm² (∝ 2^bits)
 * @param rounding how a voltage becomes a level
 */
public record AdcSpec(
    int bits,
    double outputBound,
    int linesPerConverter,
    double conversionsPerSecond,
    double conversionJoules,
    double converterAreaSquareMillimetres,
    Rounding rounding) {

  /** The same converters, each with another number of lines. */
  public AdcSpec withLinesPerConverter(int lines) {
    return new AdcSpec(
        bits,
        outputBound,
        lines,
        conversionsPerSecond,
        conversionJoules,
        converterAreaSquareMillimetres,
        rounding);
  }
}
