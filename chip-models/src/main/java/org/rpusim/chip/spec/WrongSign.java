package org.rpusim.chip.spec;

/**
 * What becomes of a device whose step or bound is drawn with the wrong sign, as wide spreads do.
 */
public enum WrongSign {
  /** The draw's magnitude: no device steps the wrong way, as in aihwkit. */
  MAGNITUDE,

  /**
   * A step stays as it is drawn: the device goes the wrong way. A bound of the wrong sign is 0, as
   * a device can hold 0 at least.
   */
  KEPT
}
