package org.rpusim.workload.program;

import org.jspecify.annotations.Nullable;
import org.rpusim.chip.interconnect.Sender;
import org.rpusim.chip.interconnect.Transfer;
import org.rpusim.chip.machine.Chip;
import org.rpusim.chip.tile.ArrayCycle;
import org.rpusim.core.server.RateServer;

/** One thing that one component of a chip does. */
public sealed interface Step {

  /** Gives the work to the component; its completion is reported under the token. */
  void start(Chip chip, int token);

  /** The same as work for one server, where it is no more than that. */
  default RateServer.@Nullable Job job(Chip chip) {
    return null;
  }

  /** What sends it, where it is a transfer. */
  default @Nullable Sender sender(Chip chip) {
    return null;
  }

  /**
   * A read of the memory.
   *
   * @param of chip of a team whose memory it is, from 0
   * @param bits length of what is read
   */
  record ReadMemory(int of, long bits) implements Step {
    /** The memory of a chip by itself, or of the first one. */
    public ReadMemory(long bits) {
      this(0, bits);
    }

    @Override
    public void start(Chip chip, int token) {
      chip.memory(of).submit(token, bits);
    }

    @Override
    public RateServer.Job job(Chip chip) {
      return chip.memory(of).job(bits);
    }
  }

  /**
   * A transfer over the interconnect.
   *
   * @param on chip of a team whose interconnect it is, from 0
   * @param transfer from where, to where and how much
   */
  record Send(int on, Transfer transfer) implements Step {
    /** On a chip by itself, or on the first one. */
    public Send(Transfer transfer) {
      this(0, transfer);
    }

    @Override
    public void start(Chip chip, int token) {
      chip.interconnect(on).send(token, transfer);
    }

    @Override
    public RateServer.@Nullable Job job(Chip chip) {
      return chip.interconnect(on).job(transfer);
    }

    @Override
    public Sender sender(Chip chip) {
      return chip.interconnect(on).sender(transfer);
    }
  }

  /**
   * A transfer from a chip of a team to its neighbour.
   *
   * @param first the first of the two, from 0
   * @param onwards whether from the first to the second, or back
   * @param bits length of the vector
   */
  record Hop(int first, boolean onwards, long bits) implements Step {
    @Override
    public void start(Chip chip, int token) {
      chip.link(first, onwards).submit(token, bits);
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

    @Override
    public RateServer.Job job(Chip chip) {
      return chip.tile(tile).link().job(bits);
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

    @Override
    public RateServer.Job job(Chip chip) {
      return chip.tile(tile).management().job(numbers);
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

    @Override
    public RateServer.Job job(Chip chip) {
      return chip.digitalUnit(tile).job(operations);
    }
  }

  /**
   * A chip of a cluster takes a vector from a neighbour, or hands one over to it. No component of
   * the chip does it: whoever simulates the cluster says when it is complete.
   *
   * @param takes whether it waits for what comes, rather than sends
   * @param forward whether it is activations on their way forward, rather than gradients back
   * @param bits length of the vector
   */
  record Port(boolean takes, boolean forward, long bits) implements Step {
    @Override
    public void start(Chip chip, int token) {
      throw new IllegalStateException("a single chip has no neighbour");
    }
  }
}
