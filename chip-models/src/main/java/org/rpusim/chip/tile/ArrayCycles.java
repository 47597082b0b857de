package org.rpusim.chip.tile;

import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.spec.ManagementSpec;
import org.rpusim.chip.spec.ManagementSpec.BoundManagement;
import org.rpusim.chip.spec.TileSpec;
import org.rpusim.chip.tile.ArrayCycle.Kind;
import org.rpusim.core.units.Rates;

/** What the cycles of a chip's arrays ask of a tile. */
public final class ArrayCycles {
  /** Bits of a number that is neither a DAC nor an ADC word. */
  public static final int VALUE_BITS = 16;

  private final ChipSpec chip;

  /** Cycles of this chip's tiles. */
  public ArrayCycles(ChipSpec chip) {
    this.chip = chip;
  }

  /**
   * A forward read of a block.
   *
   * @param managed whether bound management may repeat it, where the chip has it
   */
  public ArrayCycle forward(int rows, int columns, boolean managed) {
    ManagementSpec management = chip.management();
    int retries =
        managed && management.boundForward() == BoundManagement.ITERATIVE
            ? management.maxHalvings()
            : 0;
    return read(Kind.FORWARD, columns, rows, chip.tile().rows(), retries);
  }

  /** A backward read of a block. */
  public ArrayCycle backward(int rows, int columns) {
    ManagementSpec management = chip.management();
    int retries =
        management.boundBackward() == BoundManagement.ITERATIVE ? management.maxHalvings() : 0;
    return read(Kind.BACKWARD, rows, columns, chip.tile().columns(), retries);
  }

  private ArrayCycle read(Kind kind, int inputs, int outputs, int tileOutputs, int maxRetries) {
    TileSpec tile = chip.tile();
    int powered = tile.switchOffUnusedLines() ? outputs : tileOutputs;
    // Neighbouring lines share a converter, so the first one is the busiest.
    int conversionsOfBusiest = Math.min(powered, chip.adc().linesPerConverter());
    long conversionPs =
        Rates.durationPs(conversionsOfBusiest, chip.adc().conversionsPerSecond());
    return new ArrayCycle(
        kind, inputs, outputs, powered, tile.readTimePs(), conversionPs, maxRetries);
  }

  /** An update of a block; its train takes phases × slots × slot time (P1: 2 × 10 × 1 ns). */
  public ArrayCycle update(int rows, int columns) {
    TileSpec tile = chip.tile();
    int powered = tile.switchOffUnusedLines() ? rows + columns : tile.rows() + tile.columns();
    return new ArrayCycle(Kind.UPDATE, columns, rows, powered, chip.update().slotPs(), 0, 0);
  }

  /** Bits of a vector of DAC words with its scale. */
  public long inputBits(int numbers) {
    return words(numbers, chip.dac().bits());
  }

  /** Bits of a vector of ADC words with its scale. */
  public long outputBits(int numbers) {
    return words(numbers, chip.adc().bits());
  }

  /** Bits of a vector of digital values. */
  public static long valueBits(int numbers) {
    return (long) numbers * VALUE_BITS;
  }

  private static long words(int numbers, int bits) {
    return (long) numbers * (bits == 0 ? VALUE_BITS : bits) + VALUE_BITS;
  }
}
