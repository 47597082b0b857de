package org.rpusim.chip.cost;

import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.spec.DigitalSpec.Sharing;
import org.rpusim.chip.spec.TileKind;
import org.rpusim.chip.spec.TileSpec;

/**
 * What a chip reaches at its peak, worked out from its components: every tile that can be active
 * reads back to back with whole arrays, inputs at 20 % of full scale (P1), without noise and bound
 * management.
 *
 * @param readCyclePs time between two reads of a tile, the longer of integration and conversion, ps
 * @param tileOperationsPerSecond 2·rows·columns a read cycle, operations/s
 * @param tileUpdatesPerSecond rows·columns an update cycle, updates/s
 * @param tileWatts array, conversions and op-amps of a reading tile, W
 * @param tileBytesPerSecond DAC words in and ADC words out, B/s
 * @param tileDigitalOperationsPerSecond one operation an output, operations/s
 * @param activeTiles tiles that the digital units can serve at once
 * @param operationsPerSecond peak of the chip, active tiles × their peak, operations/s
 * @param saturatedOperationsPerSecond what of that the digital units sustain without end,
 *     operations/s
 * @param watts power of the chip at its peak: active tiles, digital units, interconnect, W
 * @param weights cross-points of all tiles
 * @param area by component
 */
public record ChipFigures(
    long readCyclePs,
    double tileOperationsPerSecond,
    double tileUpdatesPerSecond,
    double tileWatts,
    double tileBytesPerSecond,
    double tileDigitalOperationsPerSecond,
    int activeTiles,
    double operationsPerSecond,
    double saturatedOperationsPerSecond,
    double watts,
    long weights,
    ChipArea area) {
  /** Mean input as a fraction of full scale at which P1 states its powers. */
  public static final double REFERENCE_ACTIVITY = 0.2;

  private static final double PICOSECONDS_PER_SECOND = 1e12;
  private static final int OPERATIONS_PER_WEIGHT = 2;
  private static final int BITS_PER_BYTE = 8;
  private static final int UNLIMITED_WORD_BITS = 16;

  /** The figures of a chip; what is of one tile is of the main kind. */
  public static ChipFigures of(ChipSpec chip) {
    ChipFigures main = ofOneKind(chip.of(chip.kinds().getFirst()));
    return chip.otherTiles().isEmpty() ? main : main.with(chip);
  }

  private static ChipFigures ofOneKind(ChipSpec chip) {
    TileSpec tile = chip.tile();
    EnergyPerAction energy = EnergyPerAction.of(chip);
    long crossPoints = (long) tile.rows() * tile.columns();
    long cyclePs = Math.max(tile.readTimePs(), conversionTimePs(chip));
    double cycleSeconds = cyclePs / PICOSECONDS_PER_SECOND;
    double updateSeconds = EnergyPerAction.updateTimePs(chip.update()) / PICOSECONDS_PER_SECOND;
    double tileOperations = OPERATIONS_PER_WEIGHT * crossPoints / cycleSeconds;
    double bits =
        (double) tile.columns() * wordBits(chip.dac().bits())
            + (double) tile.rows() * wordBits(chip.adc().bits());
    double digital = tile.rows() / cycleSeconds;
    int active = activeTiles(chip, digital);
    double peak = active * tileOperations;
    double tileWatts = readJoules(chip, energy) / cycleSeconds;
    double served =
        ChipArea.digitalUnits(chip) * chip.digital().operationsPerSecond() / (active * digital);
    return new ChipFigures(
        cyclePs,
        tileOperations,
        crossPoints / updateSeconds,
        tileWatts,
        bits / BITS_PER_BYTE / cycleSeconds,
        digital,
        active,
        peak,
        peak * Math.min(1, served),
        active * tileWatts + energy.digitalWatts() + energy.interconnectWatts(),
        crossPoints * chip.tiles(),
        ChipArea.of(chip));
  }

  /**
   * These figures of a tile, and those of a chip of several kinds: all its tiles together, or the
   * kind that a shared digital unit makes the most of.
   */
  private ChipFigures with(ChipSpec chip) {
    EnergyPerAction energy = EnergyPerAction.of(chip);
    boolean shared = chip.digital().sharing() == Sharing.SHARED;
    int active = 0;
    double peak = 0;
    double saturated = 0;
    double watts = 0;
    long crossPoints = 0;
    for (TileKind kind : chip.kinds()) {
      ChipFigures own = ofOneKind(chip.of(kind));
      crossPoints += own.weights();
      if (shared && own.saturatedOperationsPerSecond() <= saturated) {
        continue;
      }
      active = own.activeTiles() + (shared ? 0 : active);
      peak = own.operationsPerSecond() + (shared ? 0 : peak);
      saturated = own.saturatedOperationsPerSecond() + (shared ? 0 : saturated);
      watts = own.activeTiles() * own.tileWatts() + (shared ? 0 : watts);
    }
    return new ChipFigures(
        readCyclePs,
        tileOperationsPerSecond,
        tileUpdatesPerSecond,
        tileWatts,
        tileBytesPerSecond,
        tileDigitalOperationsPerSecond,
        active,
        peak,
        saturated,
        watts + energy.digitalWatts() + energy.interconnectWatts(),
        crossPoints,
        ChipArea.of(chip));
  }

  /** Operations a second and watt of the peak. */
  public double operationsPerSecondPerWatt() {
    return operationsPerSecond / watts;
  }

  /** Time to convert the outputs of one whole read, ps: lines of a converter at its rate. */
  public static long conversionTimePs(ChipSpec chip) {
    int lines = Math.min(chip.adc().linesPerConverter(), chip.tile().rows());
    return (long) Math.ceil(lines * PICOSECONDS_PER_SECOND / chip.adc().conversionsPerSecond());
  }

  private static double readJoules(ChipSpec chip, EnergyPerAction energy) {
    TileSpec tile = chip.tile();
    double steps = REFERENCE_ACTIVITY * tile.columns() * chip.dac().levels();
    long numbers = (long) tile.rows() + tile.columns();
    return tile.columns() * energy.driverReadJoules()
        + numbers * energy.bufferNumberJoules()
        + tile.rows()
            * (energy.conversionJoules()
                + energy.integratorReadJoules()
                + steps * energy.deviceStepJoules());
  }

  /**
   * A unit keeps as many tiles active as it can serve at their full rate, and one in any case: it
   * then slows that one down, see {@link #saturatedOperationsPerSecond}.
   */
  private static int activeTiles(ChipSpec chip, double tileDigitalOperationsPerSecond) {
    double served = chip.digital().operationsPerSecond() / tileDigitalOperationsPerSecond;
    long ofOneUnit = Math.max(1, (long) Math.floor(served));
    return switch (chip.digital().sharing()) {
      case PER_TILE -> chip.tiles();
      case SHARED -> (int) Math.min(chip.tiles(), ofOneUnit);
    };
  }

  private static int wordBits(int bits) {
    return bits == 0 ? UNLIMITED_WORD_BITS : bits;
  }
}
