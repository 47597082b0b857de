package org.rpusim.chip.spec;

/**
 * The stochastic pulsed update (P1).
 *
 * @param bitLength pulse slots of a train (BL)
 * @param pulsePs duration of a slot, ps
 * @param phases trains an update sends: 2, up and down apart
 * @param pulseVolts voltage across a device at a coincidence, V; a line alone carries half of it
 */
public record UpdateSpec(int bitLength, long pulsePs, int phases, double pulseVolts) {}
