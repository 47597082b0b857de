package org.rpusim.chip.spec;

/**
 * What goes wrong with devices besides their spreads; all 0 unless given.
 *
 * @param deadFraction share of devices that hold 0 and never change, 0 to 1
 * @param stuckFraction share of devices that hold a weight drawn uniformly between their bounds and
 *     never change, 0 to 1; with the dead ones at most 1
 * @param halfSelect factor k = ΔG(V/2)/ΔG(V) (P1): a device of which only the row or only the
 *     column is pulsed changes by k times a step, 0 to 1
 * @param decayPerUpdate share of its weight that a device loses in an update cycle, 0 to 1
 * @param diffusionPerUpdate standard deviation of the random change of a weight in an update cycle,
 *     weight units, 0 or more
 * @param readOffset standard deviation between output lines of the constant that a read adds to an
 *     output, in weight units for an input of full scale, 0 or more
 * @param wrongSign what becomes of a step or bound that is drawn with the wrong sign
 */
public record DeviceDefects(
    double deadFraction,
    double stuckFraction,
    double halfSelect,
    double decayPerUpdate,
    double diffusionPerUpdate,
    double readOffset,
    WrongSign wrongSign) {
  /** Nothing goes wrong. */
  public static final DeviceDefects NONE = new DeviceDefects(0, 0, 0, 0, 0, 0, WrongSign.MAGNITUDE);

  /** Whether weights change by anything but coincidences. */
  public boolean disturbsWeights() {
    return halfSelect != 0 || decayPerUpdate != 0 || diffusionPerUpdate != 0;
  }
}
