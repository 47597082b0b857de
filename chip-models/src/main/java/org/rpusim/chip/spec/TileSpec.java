package org.rpusim.chip.spec;

/**
 * A tile: one array of differential device pairs with the periphery on its lines.
 *
 * @param rows output lines of a forward read
 * @param columns input lines of a forward read
 * @param readTimePs integration time of a read cycle, ps; when the file says {@code auto} it is
 *     max(80 ns × max(rows, columns)/4096, input levels × 1 ns) (size-scaling assumption)
 * @param crossPointPitchMicrometres distance of neighbouring lines, µm (P1: 0.4)
 * @param lineCapacitanceFemtofaradsPerMicrometre wire capacitance, fF/µm (P1: 0.2)
 * @param lineResistanceOhmsPerMicrometre wire resistance, Ω/µm (P1: 0.36)
 * @param integratorWattsPerLine power of an op-amp while its line integrates, W (0.7 W / 4096)
 * @param pulseGeneratorWattsPerLine power of a pulse generator while an update runs, W; rows and
 *     columns both have one (0.7 W / 8192)
 * @param lineDriverAreaSquareMicrometres periphery area of a line besides its share of an ADC, µm²
 * @param linkBytesPerSecond bandwidth of the link between the tile and its digital unit, B/s
 * @param inputBufferVectors input vectors that the tile can hold until their update
 * @param inputBufferBytes room for their words, B; 0 where only their number is limited
 * @param fullBuffer what an input does that finds no room there until its update
 * @param outputBufferVectors converted vectors that may wait for the link
 * @param bufferNumberJoules energy of one number that a cycle takes from or leaves in a buffer, J
 * @param switchOffUnusedLines whether lines that carry no weight draw nothing
 */
public record TileSpec(
    int rows,
    int columns,
    long readTimePs,
    double crossPointPitchMicrometres,
    double lineCapacitanceFemtofaradsPerMicrometre,
    double lineResistanceOhmsPerMicrometre,
    double integratorWattsPerLine,
    double pulseGeneratorWattsPerLine,
    double lineDriverAreaSquareMicrometres,
    double linkBytesPerSecond,
    int inputBufferVectors,
    long inputBufferBytes,
    FullBuffer fullBuffer,
    int outputBufferVectors,
    double bufferNumberJoules,
    boolean switchOffUnusedLines) {

  /** What an input does that is to be kept and finds no room in the input buffer. */
  public enum FullBuffer {
    /** It waits until another one has been used for its update. */
    WAIT,
    /** It goes to the memory when it has been read, and comes back for its update. */
    SPILL
  }
}
