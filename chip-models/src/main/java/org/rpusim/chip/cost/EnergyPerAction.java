package org.rpusim.chip.cost;

import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.spec.TileSpec;
import org.rpusim.chip.spec.UpdateSpec;

/**
 * What each action of a chip uses. Energy is counts of actions, kept as exact integers, times
 * these, plus the two static powers times time.
 *
 * @param conversionJoules one analog-to-digital conversion, J
 * @param driverReadJoules the driver of one used input line over one read, J
 * @param bufferNumberJoules one number that a cycle takes from or leaves in a tile's buffer, J
 * @param integratorReadJoules the op-amp of one used output line over one read, J
 * @param pulseGeneratorPicosecondJoules the pulse generator of one used line, row or column, over
 *     one ps of an update, J
 * @param deviceStepJoules one cross-point whose input is on for one DAC step, J: 2·V²/R of its two
 *     devices times read time over input levels. A read uses it {@link
 *     org.rpusim.chip.array.ReadOutcome#inputOnSteps} × used output lines times
 * @param rowPulseJoules one pulse on a row line, J: C·(V/2)² of the whole line
 * @param columnPulseJoules one pulse on a column line, J, likewise
 * @param halfSelectedDeviceJoules conduction of one cross-point that sees the pulse of one of its
 *     lines, J: 2·(V/2)²/R over the pulse. Charged for every cross-point of used lines on a pulsed
 *     line
 * @param managementNumberJoules one number in a noise- or bound-management unit, J
 * @param interconnectBitJoules one bit over the interconnect, J
 * @param wireBitMicrometreJoules one bit along 1 µm of a network's links, J
 * @param routerFlitJoules one flit through a router, J
 * @param memoryBitJoules one bit read from memory, J
 * @param digitalWatts static power of all digital units, W
 * @param interconnectWatts static power of the interconnect, W
 */
public record EnergyPerAction(
    double conversionJoules,
    double driverReadJoules,
    double bufferNumberJoules,
    double integratorReadJoules,
    double pulseGeneratorPicosecondJoules,
    double deviceStepJoules,
    double rowPulseJoules,
    double columnPulseJoules,
    double halfSelectedDeviceJoules,
    double managementNumberJoules,
    double interconnectBitJoules,
    double wireBitMicrometreJoules,
    double routerFlitJoules,
    double memoryBitJoules,
    double digitalWatts,
    double interconnectWatts) {
  private static final double SECONDS_PER_PICOSECOND = 1e-12;
  private static final double MILLIMETRES_PER_MICROMETRE = 1e-3;
  private static final double FARADS_PER_FEMTOFARAD = 1e-15;
  private static final int DEVICES_PER_CROSS_POINT = 2;

  /** The costs of a chip. */
  public static EnergyPerAction of(ChipSpec chip) {
    TileSpec tile = chip.tile();
    double readSeconds = tile.readTimePs() * SECONDS_PER_PICOSECOND;
    double volts = chip.device().readVolts();
    double crossPointWatts =
        DEVICES_PER_CROSS_POINT * volts * volts / chip.device().meanResistanceOhms();
    return new EnergyPerAction(
        chip.adc().conversionJoules(),
        chip.dac().conversionJoules(),
        tile.bufferNumberJoules(),
        tile.integratorWattsPerLine() * readSeconds,
        tile.pulseGeneratorWattsPerLine() * SECONDS_PER_PICOSECOND,
        crossPointWatts * readSeconds / chip.dac().levels(),
        lineChargeJoules(chip, tile.columns()),
        lineChargeJoules(chip, tile.rows()),
        halfSelectedJoules(chip),
        chip.management().numberJoules(),
        chip.interconnect().bitJoules(),
        chip.interconnect().network().wireJoulesPerBitMillimetre() * MILLIMETRES_PER_MICROMETRE,
        chip.interconnect().network().routerFlitJoules(),
        chip.memory().bitJoules(),
        ChipArea.digitalUnits(chip) * chip.digital().unitWatts(),
        chip.interconnect().watts());
  }

  /** Duration of the longest update cycle, ps: phases × BL × slot. */
  public static long updateTimePs(UpdateSpec update) {
    return update.bitLength() * update.slotPs();
  }

  /**
   * A line is charged to half the update voltage.
   *
   * @param crossPoints cross-points along the line
   */
  private static double lineChargeJoules(ChipSpec chip, int crossPoints) {
    TileSpec tile = chip.tile();
    double halfVolts = chip.update().pulseVolts() / 2;
    double farads =
        crossPoints
            * tile.crossPointPitchMicrometres()
            * tile.lineCapacitanceFemtofaradsPerMicrometre()
            * FARADS_PER_FEMTOFARAD;
    return halfVolts * halfVolts * farads;
  }

  private static double halfSelectedJoules(ChipSpec chip) {
    double halfVolts = chip.update().pulseVolts() / 2;
    double siemens = DEVICES_PER_CROSS_POINT / chip.device().meanResistanceOhms();
    return halfVolts * halfVolts * siemens * chip.update().pulsePs() * SECONDS_PER_PICOSECOND;
  }
}
