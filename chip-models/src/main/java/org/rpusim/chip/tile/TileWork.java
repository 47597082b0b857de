package org.rpusim.chip.tile;

import org.rpusim.chip.array.BurstOutcome;
import org.rpusim.chip.array.ReadOutcome;
import org.rpusim.chip.array.UpdateOutcome;
import org.rpusim.core.server.CompletionListener;

/** Where a tile gets its cycles and their numbers from; tokens name operations. */
public interface TileWork extends CompletionListener {
  /** The cycle that a token stands for. */
  ArrayCycle cycle(int token);

  /**
   * A read attempt begins now: its numbers are read from the weights as they are.
   *
   * @param attempt 0, then one more for each bound-management retry
   * @param outcome to be filled
   */
  void read(int token, int attempt, ReadOutcome outcome);

  /**
   * A burst of reads begins now: its numbers, and those of its retries, are read from the weights
   * as they are.
   *
   * @param outcome to be filled
   */
  default void readBurst(int token, BurstOutcome outcome) {
    throw new IllegalStateException("no bursts are expected");
  }

  /** An update, or a burst of them, begins now: the weights change. */
  void update(int token, UpdateOutcome outcome);
}
