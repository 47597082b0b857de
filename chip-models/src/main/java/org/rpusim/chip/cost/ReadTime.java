package org.rpusim.chip.cost;

import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.spec.TileSpec;

/**
 * What bounds the read time and the size of a tile, by the arguments of P1: delay and voltage drop
 * along a line, thermal noise of the devices, and the length of the input pulses.
 *
 * <p>Assumptions: lines of max(rows, columns) cross-points at the tile's pitch; all devices of a
 * line at their mean resistance, two a cross-point; their thermal noise at 300 K alone, no shot or
 * amplifier noise; conductances between which the on/off ratio is 8 (P1); a weight at its bound is
 * the whole difference of its two devices. By these formulas 4096 lines in 80 ns have a noise of
 * 0.055, near the 0.06 of the RPU baseline, and time at equal noise is in proportion to the lines:
 * 10 ns for 512, as P2 has it.
 *
 * @param lineDelayPs r·c·L²/2 of a line of resistance r, capacitance c a length and length L, ps
 * @param lineDropFraction voltage drop N·R_line/R_device of N devices on a line of resistance
 *     R_line, as P1 estimates it
 * @param thermalNoise standard deviation of an output after the tile's read time, weight units for
 *     inputs of full scale: sqrt(2kT·2N/R·t) over the charge of a unit weight
 * @param noiseTimePs read time at which that equals the device's read noise, ps; infinite where the
 *     device has none
 * @param pulseTimePs input levels × 1 ns, ps
 */
public record ReadTime(
    double lineDelayPs,
    double lineDropFraction,
    double thermalNoise,
    double noiseTimePs,
    double pulseTimePs) {
  private static final double BOLTZMANN = 1.380649e-23;
  private static final double KELVIN = 300;
  private static final double ON_OFF_RATIO = 8;
  private static final double DEVICES = 2;
  private static final double SECONDS_PER_PICOSECOND = 1e-12;
  private static final double INPUT_STEP_PS = 1_000;

  /** The bounds for a tile of the main kind. */
  public static ReadTime of(ChipSpec chip) {
    TileSpec tile = chip.tile();
    int lines = Math.max(tile.rows(), tile.columns());
    double micrometres = lines * tile.crossPointPitchMicrometres();
    double ohms = tile.lineResistanceOhmsPerMicrometre() * micrometres;
    double farads = tile.lineCapacitanceFemtofaradsPerMicrometre() * micrometres * 1e-15;
    double resistance = chip.device().meanResistanceOhms();
    // Charge noise a second, C²/s, and the current of a unit weight at the read voltage, A.
    double noise = 2 * BOLTZMANN * KELVIN * DEVICES * lines / resistance;
    double spread = 2 * (ON_OFF_RATIO - 1) / (ON_OFF_RATIO + 1) / resistance;
    double current = spread / chip.device().weightBound() * chip.device().readVolts();
    double seconds = tile.readTimePs() * SECONDS_PER_PICOSECOND;
    double wanted = chip.device().readNoise() * current;
    return new ReadTime(
        ohms * farads / 2 / SECONDS_PER_PICOSECOND,
        lines * ohms / resistance,
        Math.sqrt(noise / seconds) / current,
        noise / (wanted * wanted) / SECONDS_PER_PICOSECOND,
        chip.dac().levels() * INPUT_STEP_PS);
  }
}
