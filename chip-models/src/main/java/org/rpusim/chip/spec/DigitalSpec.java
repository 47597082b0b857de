package org.rpusim.chip.spec;

/**
 * Digital units: activations, sums of partial results, softmax, loss.
 *
 * @param sharing whether each tile has a unit of its own or all tiles share one
 * @param operationsPerSecond rate of one unit, operations/s
 * @param unitWatts power of one unit, drawn always, W
 * @param unitAreaSquareMillimetres area of one unit, mm²
 * @param bufferBytes room of one unit for what unrolled time steps keep until their updates, B
 */
public record DigitalSpec(
    Sharing sharing,
    double operationsPerSecond,
    double unitWatts,
    double unitAreaSquareMillimetres,
    double bufferBytes) {

  /** Who a digital unit serves. */
  public enum Sharing {
    /** One unit a tile. */
    PER_TILE,
    /** One unit for all tiles, reached over the interconnect's tile links. */
    SHARED
  }
}
