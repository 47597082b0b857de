package org.rpusim.workload.execution;

import org.rpusim.chip.array.ReadOutcome;
import org.rpusim.chip.array.UpdateOutcome;

/** Timing only: no number is computed, every read has the expected input activity. */
public final class ExpectedNumbers implements Numbers {
  private final int activeInputs;
  private final long inputOnSteps;

  /**
   * @param activeInputs inputs that are on at all in every read
   * @param inputOnSteps time that inputs are on in every read, as in {@link ReadOutcome}
   */
  public ExpectedNumbers(int activeInputs, long inputOnSteps) {
    this.activeInputs = activeInputs;
    this.inputOnSteps = inputOnSteps;
  }

  @Override
  public void sampleStarted(int slot, long sample) {}

  @Override
  public void read(int operation, int slot, int attempt, ReadOutcome outcome) {
    outcome.activeInputs = activeInputs;
    outcome.inputOnSteps = inputOnSteps;
    outcome.saturatedOutputs = 0;
  }

  @Override
  public void update(int operation, int slot, UpdateOutcome outcome) {
    throw new IllegalStateException("no update is expected");
  }

  @Override
  public void compute(int operation, int slot) {}

  @Override
  public void sampleFinished(int slot) {}
}
