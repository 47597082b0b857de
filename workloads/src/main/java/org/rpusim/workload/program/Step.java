package org.rpusim.workload.program;

import org.rpusim.chip.interconnect.Transfer;
import org.rpusim.chip.machine.Chip;
import org.rpusim.chip.tile.ArrayCycle;

/** One thing that one component of a chip does. */
public sealed interface Step {

  /** Gives the work to the component; its completion is reported under the token. */
  void start(Chip chip, int token);

  /**
   * A read of the memory.
   *
   * @param bits length of what is read
   */
  record ReadMemory(long bits) implements Step {
    @Override
    public void start(Chip chip, int token) {
      chip.memory().submit(token, bits);
    }
  }

  /**
   * A transfer over the interconnect.
   *
   * @param transfer from where, to where and how much
   */
  record Send(Transfer transfer) implements Step {
    @Override
    public void start(Chip chip, int token) {
      chip.interconnect().send(token, transfer);
    }
  }

  /**
   * A transfer between a tile and its own digital unit.
   *
   * @param tile index of the tile
   * @param bits length of the words
   */
  record Link(int tile, long bits) implements Step {
    @Override
    public void start(Chip chip, int token) {
      chip.tile(tile).link().submit(token, bits);
    }
  }

  /**
   * Noise or bound management: the search for the largest magnitude, or scaling back.
   *
   * @param tile index of the tile
   * @param numbers numbers that pass the unit
   */
  record Manage(int tile, int numbers) implements Step {
    @Override
    public void start(Chip chip, int token) {
      chip.tile(tile).management().submit(token, numbers);
    }
  }

  /**
   * A cycle of an array.
   *
   * @param tile index of the tile
   * @param cycle what it asks of the tile
   */
  record RunArray(int tile, ArrayCycle cycle) implements Step {
    @Override
    public void start(Chip chip, int token) {
      chip.tile(tile).submitCycle(token);
    }
  }

  /**
   * Work of a digital unit.
   *
   * @param tile index of the tile whose unit does it
   * @param operations digital operations
   */
  record Compute(int tile, long operations) implements Step {
    @Override
    public void start(Chip chip, int token) {
      chip.digitalUnit(tile).submit(token, operations);
    }
  }
}
