package org.rpusim.chip.array;

/** What one read cycle did, in exact integers; reused, filled by the array. */
public final class ReadOutcome {
  /** Outputs that reached the bound. */
  public int saturatedOutputs;

  /** Inputs beyond the DAC's full scale, clipped to it. */
  public int clippedInputs;

  /** Inputs that are on at all. */
  public int activeInputs;

  /**
   * Sum over the inputs of the time they are on, in steps of the DAC (unlimited resolution: in
   * 1/65536 of the read time).
   */
  public long inputOnSteps;

  /** Takes the numbers of another outcome. */
  public void set(ReadOutcome other) {
    saturatedOutputs = other.saturatedOutputs;
    clippedInputs = other.clippedInputs;
    activeInputs = other.activeInputs;
    inputOnSteps = other.inputOnSteps;
  }
}
