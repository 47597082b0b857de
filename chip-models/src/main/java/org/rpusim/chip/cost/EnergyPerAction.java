package org.rpusim.chip.cost;

import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.spec.TileSpec;
import org.rpusim.chip.spec.UpdateSpec;

/**
 * What each action of a chip uses. Energy is counts of actions, kept as exact integers, times
 * these, plus the two static powers times time.
 *
 * @param conversionJoules one analog-to-digital conversion, J
 * @param integratorReadJoules the op-amp of one used output line over one read, J
 * @param pulseGeneratorUpdateJoules the pulse generator of one used line, row or column, over one
 *     update, J
 * @param deviceStepJoules one cross-point whose input is on for one DAC step, J: 2·V²/R of its two
 *     devices times read time over input levels. A read uses it {@link
 *     org.rpusim.chip.array.ReadOutcome#inputOnSteps} × used output lines times
 * @param rowPulseJoules one pulse on a row line, J: C·(V/2)² of the line and the conduction of its
 *     half-selected devices, 2·columns·(V/2)²/R over the pulse
 * @param columnPulseJoules one pulse on a column line, J, with rows for columns
 * @param managementNumberJoules one number in a noise- or bound-management unit, J
 * @param interconnectBitJoules one bit over the interconnect, J
 * @param memoryBitJoules one bit read from memory, J
 * @param digitalWatts static power of all digital units, W
 * @param interconnectWatts static power of the interconnect, W
 */
public record EnergyPerAction(
    double conversionJoules,
    double integratorReadJoules,
    double pulseGeneratorUpdateJoules,
    double deviceStepJoules,
    double rowPulseJoules,
    double columnPulseJoules,
    double managementNumberJoules,
    double interconnectBitJoules,
    double memoryBitJoules,
    double digitalWatts,
    double interconnectWatts) {
  private static final double SECONDS_PER_PICOSECOND = 1e-12;
  private static final double FARADS_PER_FEMTOFARAD = 1e-15;
  private static final int DEVICES_PER_CROSS_POINT = 2;

  /** The costs of a chip. */
  public static EnergyPerAction of(ChipSpec chip) {
    TileSpec tile = chip.tile();
    UpdateSpec update = chip.update();
    double readSeconds = tile.readTimePs() * SECONDS_PER_PICOSECOND;
    double updateSeconds = updateTimePs(update) * SECONDS_PER_PICOSECOND;
    double volts = chip.device().readVolts();
    double crossPointWatts =
        DEVICES_PER_CROSS_POINT * volts * volts / chip.device().meanResistanceOhms();
    return new EnergyPerAction(
        chip.adc().conversionJoules(),
        tile.integratorWattsPerLine() * readSeconds,
        tile.pulseGeneratorWattsPerLine() * updateSeconds,
        crossPointWatts * readSeconds / chip.dac().levels(),
        linePulseJoules(chip, tile.columns()),
        linePulseJoules(chip, tile.rows()),
        chip.management().numberJoules(),
        chip.interconnect().bitJoules(),
        chip.memory().bitJoules(),
        ChipArea.digitalUnits(chip) * chip.digital().unitWatts(),
        chip.interconnect().watts());
  }

  /** Duration of an update cycle, ps: phases × BL × slot. */
  public static long updateTimePs(UpdateSpec update) {
    return (long) update.phases() * update.bitLength() * update.pulsePs();
  }

  /**
   * A pulse of half the update voltage on a whole line.
   *
   * @param crossPoints cross-points along the line
   */
  private static double linePulseJoules(ChipSpec chip, int crossPoints) {
    TileSpec tile = chip.tile();
    double halfVolts = chip.update().pulseVolts() / 2;
    double farads =
        crossPoints
            * tile.crossPointPitchMicrometres()
            * tile.lineCapacitanceFemtofaradsPerMicrometre()
            * FARADS_PER_FEMTOFARAD;
    double siemens =
        (double) DEVICES_PER_CROSS_POINT * crossPoints / chip.device().meanResistanceOhms();
    double pulseSeconds = chip.update().pulsePs() * SECONDS_PER_PICOSECOND;
    return halfVolts * halfVolts * (farads + siemens * pulseSeconds);
  }
}
