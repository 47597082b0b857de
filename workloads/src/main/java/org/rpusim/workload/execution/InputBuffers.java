package org.rpusim.workload.execution;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.rpusim.chip.machine.Chip;
import org.rpusim.core.engine.RelativeState;
import org.rpusim.core.server.TokenQueue;
import org.rpusim.workload.program.BufferUse;

/**
 * What the operations of samples under way do to the input buffers of tiles: they take room, wait
 * for some, give it back, or leave a vector to the memory where inputs without room spill.
 */
final class InputBuffers {
  /** What becomes of an operation that waits for no other. */
  enum Entry {
    /** It goes on. */
    BEGINS,
    /** There is no room for its vector yet. */
    WAITS,
    /** It serves a vector in the memory, and there is none. */
    LEFT_OUT
  }

  private final InputRooms rooms;

  /** Tokens that wait for room in each tile's input buffer. */
  private final TokenQueue[] waiting;

  private final int operations;
  private final int slots;

  /** Operations whose vector may spill. */
  private final int[] spilling;

  /** Whether the vector that a token brought to a tile has spilled. */
  private final boolean[] spilled;

  /**
   * @param buffers what each operation of a sample does
   * @param successors who waits for each of them
   */
  InputBuffers(BufferUse[] buffers, int[][] successors, int slots, int tiles) {
    this.rooms = new InputRooms(buffers, successors, slots, tiles);
    this.waiting = new TokenQueue[tiles];
    Arrays.setAll(waiting, tile -> new TokenQueue());
    this.operations = buffers.length;
    this.slots = slots;
    this.spilling =
        IntStream.range(0, operations).filter(operation -> buffers[operation].maySpill()).toArray();
    this.spilled = new boolean[spilling.length == 0 ? 0 : operations * slots];
  }

  /** A new sample takes a slot. */
  void start(int slot) {
    rooms.start(slot);
    for (int operation : spilling) {
      spilled[slot * operations + operation] = false;
    }
  }

  /**
   * An operation of a slot's sample is to begin.
   *
   * @param token its token, which waits here if there is no room
   */
  Entry enter(int token, BufferUse use, int slot, Chip chip) {
    if (use.servesSpilled()) {
      return isSpilled(use, slot) ? Entry.BEGINS : Entry.LEFT_OUT;
    }
    int tile = use.acquiresInputOf();
    if (tile < 0 || rooms.tryAcquire(chip.tile(tile).inputBuffer(), slot, tile, use.inputBits())) {
      return Entry.BEGINS;
    }
    if (use.maySpill()) {
      rooms.pass(slot, tile);
      spilled[token] = true;
      chip.tile(tile).spilled().add(use.spilledBits());
      return Entry.BEGINS;
    }
    waiting[tile].addLast(token);
    return Entry.WAITS;
  }

  private boolean isSpilled(BufferUse use, int slot) {
    return spilled.length > 0 && use.vector() >= 0 && spilled[slot * operations + use.vector()];
  }

  /**
   * An operation of a slot's sample is over.
   *
   * @return the tile at which others may begin now, or −1
   */
  int leave(BufferUse use, int slot, Chip chip) {
    if (use.releasesOutputOf() >= 0) {
      chip.tile(use.releasesOutputOf()).releaseOutput();
    }
    int tile = use.releasesInputOf();
    if (tile < 0) {
      return -1;
    }
    if (isSpilled(use, slot)) {
      spilled[slot * operations + use.vector()] = false;
      return -1;
    }
    rooms.release(chip.tile(tile).inputBuffer(), slot, tile, use.inputBits());
    return tile;
  }

  /** Tokens that wait for room in a tile's input buffer, in order. */
  TokenQueue waiting(int tile) {
    return waiting[tile];
  }

  /** Whether a slot's sample keeps a vector on a tile. */
  boolean keeps(int slot, int tile) {
    return rooms.keeps(slot, tile);
  }

  /** Whether one slot's sample began before another's. */
  boolean isOlder(int slot, int than) {
    return rooms.isOlder(slot, than);
  }

  /** Writes what the buffers hold, who waits for room, and which vectors have spilled. */
  void describe(RelativeState state, Chip chip) {
    rooms.describe(state);
    for (int tile = 0; tile < waiting.length; tile++) {
      state.put(chip.tile(tile).inputBuffer().used());
      state.put(chip.tile(tile).inputBuffer().usedBits());
      state.put(waiting[tile].size());
      for (int i = 0; i < waiting[tile].size(); i++) {
        state.putToken((int) waiting[tile].get(i));
      }
    }
    for (int slot = 0; slot < slots; slot++) {
      for (int operation : spilling) {
        state.put(spilled[slot * operations + operation] ? 1 : 0);
      }
    }
  }
}
