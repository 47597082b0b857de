package org.rpusim.workload.execution;

import org.rpusim.chip.array.BurstOutcome;
import org.rpusim.chip.array.ReadOutcome;
import org.rpusim.chip.array.UpdateOutcome;

/**
 * The numbers behind the operations of a program. Each is asked for at the moment of simulated time
 * at which the chip does the operation. A slot holds one sample under way.
 */
public interface Numbers {
  /** A sample, or a batch of them, takes a slot. */
  void sampleStarted(int slot, long sample);

  /**
   * A read attempt begins.
   *
   * @param operation id of the operation
   * @param attempt 0, then one more for each bound-management retry
   */
  void read(int operation, int slot, int attempt, ReadOutcome outcome);

  /**
   * A burst of reads begins: all attempts of all its vectors.
   *
   * @param operation id of the operation
   */
  default void readBurst(int operation, int slot, BurstOutcome outcome) {
    throw new IllegalStateException("no bursts are expected");
  }

  /** An update begins, or a burst of them: the outcome is their sum. */
  void update(int operation, int slot, UpdateOutcome outcome);

  /** An operation of a digital unit ends. */
  void compute(int operation, int slot);

  /** Whether a slot, whose sample is complete, takes another one while there are any. */
  default boolean takesAnother(int slot) {
    return true;
  }

  /** All operations of the sample are complete. */
  void sampleFinished(int slot);
}
