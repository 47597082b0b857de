package org.rpusim.chip.spec;

/**
 * The stochastic pulsed update (P1) and its management (P2).
 *
 * @param bitLength pulse slots of a train (BL); with length management the most there can be
 * @param pulsePs duration of a slot, ps
 * @param phases trains an update sends: 2, up and down apart
 * @param pulseVolts voltage across a device at a coincidence, V; a line alone carries half of it
 * @param updateManagement whether the pulse probabilities of rows and columns are balanced (P2)
 * @param lengthManagement whether each update has the shortest train that its largest step allows
 *     (aihwkit), and takes only the time of that
 */
public record UpdateSpec(
    int bitLength,
    long pulsePs,
    int phases,
    double pulseVolts,
    boolean updateManagement,
    boolean lengthManagement) {

  /** Whether an update needs to know the largest magnitudes of its inputs. */
  public boolean managed() {
    return updateManagement || lengthManagement;
  }

  /** Time of one slot in all its phases, ps. */
  public long slotPs() {
    return phases * pulsePs;
  }
}
