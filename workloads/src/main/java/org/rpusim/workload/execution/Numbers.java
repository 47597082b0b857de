package org.rpusim.workload.execution;

import org.rpusim.chip.array.ReadOutcome;
import org.rpusim.chip.array.UpdateOutcome;

/**
 * The numbers behind the operations of a program. Each is asked for at the moment of simulated time
 * at which the chip does the operation. A slot holds one sample under way.
 */
public interface Numbers {
  /** A sample takes a slot. */
  void sampleStarted(int slot, long sample);

  /**
   * A read attempt begins.
   *
   * @param operation id of the operation
   * @param attempt 0, then one more for each bound-management retry
   */
  void read(int operation, int slot, int attempt, ReadOutcome outcome);

  /** An update begins. */
  void update(int operation, int slot, UpdateOutcome outcome);

  /** An operation of a digital unit ends. */
  void compute(int operation, int slot);

  /** All operations of the sample are complete. */
  void sampleFinished(int slot);
}
