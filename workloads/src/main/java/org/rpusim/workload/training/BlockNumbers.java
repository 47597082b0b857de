package org.rpusim.workload.training;

import org.rpusim.chip.array.BurstOutcome;
import org.rpusim.chip.array.ReadOutcome;
import org.rpusim.chip.array.UpdateOutcome;

/** The reads and updates of one block. */
interface BlockNumbers {
  /** One attempt of a forward read of a single vector. */
  void readForward(SampleNumbers n, int attempt, ReadOutcome outcome);

  /** The forward reads of several vectors. */
  void readForwardBurst(SampleNumbers n, BurstOutcome outcome);

  /** One attempt of a backward read of a single vector. */
  void readBackward(SampleNumbers n, int attempt, ReadOutcome outcome);

  /** The backward reads of several vectors. */
  void readBackwardBurst(SampleNumbers n, BurstOutcome outcome);

  /** The updates with the vectors of a sample. */
  void update(SampleNumbers n, float learningRate, UpdateOutcome outcome);
}
