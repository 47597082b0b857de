package org.rpusim.chip.array;

/** What one update cycle did, in exact integers; reused, filled by the array. */
public final class UpdateOutcome {
  /** Pulse slots of the trains; 0 if nothing was sent. */
  public int slots;

  /** Pulses sent on column lines. */
  public long columnPulses;

  /** Pulses sent on row lines. */
  public long rowPulses;

  /** Devices that saw both pulses of a slot. */
  public long coincidences;

  /** Begins a sum. */
  void clear() {
    slots = 0;
    columnPulses = 0;
    rowPulses = 0;
    coincidences = 0;
  }

  /** Adds the numbers of another outcome. */
  void add(UpdateOutcome other) {
    slots += other.slots;
    columnPulses += other.columnPulses;
    rowPulses += other.rowPulses;
    coincidences += other.coincidences;
  }

  /** Takes the numbers of another outcome. */
  public void set(UpdateOutcome other) {
    slots = other.slots;
    columnPulses = other.columnPulses;
    rowPulses = other.rowPulses;
    coincidences = other.coincidences;
  }
}
