package org.rpusim.chip.array;

/** What one update cycle did, in exact integers; reused, filled by the array. */
public final class UpdateOutcome {
  /** Pulses sent on column lines. */
  public long columnPulses;

  /** Pulses sent on row lines. */
  public long rowPulses;

  /** Devices that saw both pulses of a slot. */
  public long coincidences;
}
