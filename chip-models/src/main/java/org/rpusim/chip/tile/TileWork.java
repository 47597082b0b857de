package org.rpusim.chip.tile;

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

  /** An update begins now: the weights change. */
  void update(int token, UpdateOutcome outcome);
}
