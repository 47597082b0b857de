package org.rpusim.workload.execution;

import org.jspecify.annotations.Nullable;
import org.rpusim.chip.machine.Chip;
import org.rpusim.chip.tile.Tile;
import org.rpusim.core.server.TokenQueue;
import org.rpusim.workload.program.BufferUse;

/**
 * What each operation waits for when no event is left: an operation that comes before it, room in a
 * buffer, the converters or the array of a tile, and in each case the operation that keeps it from
 * that. Operations that nothing holds are complete by then.
 */
final class WaitForGraph {
  /** Nobody. */
  static final int NONE = -1;

  /** Why an operation waits. */
  enum Reason {
    /** An operation comes before it. */
    ORDER,
    /** A vector is to come into an input buffer, where others are kept. */
    INPUT_ROOM,
    /** Results are to come into an output buffer, where others are kept. */
    OUTPUT_ROOM,
    /** Results are on the integrators while the converters have others. */
    CONVERTERS,
    /** A cycle waits while the array has another one. */
    ARRAY
  }

  private final ProgramState program;
  private final Chip chip;

  /** Why a token that may begin does not go on; null where it is complete, or may not begin. */
  private final @Nullable Reason[] held;

  /** The tile at which it is held. */
  private final int[] tileOf;

  WaitForGraph(ProgramState program, Chip chip) {
    this.program = program;
    this.chip = chip;
    this.held = new Reason[program.tokens()];
    this.tileOf = new int[program.tokens()];
    for (int tile = 0; tile < chip.tiles().size(); tile++) {
      TokenQueue waiting = program.inputs.waiting(tile);
      for (int i = 0; i < waiting.size(); i++) {
        hold((int) waiting.get(i), Reason.INPUT_ROOM, tile);
      }
      Tile of = chip.tile(tile);
      hold(of.waitingForOutputRoom(), Reason.OUTPUT_ROOM, tile);
      hold(of.waitingForConverters(), Reason.CONVERTERS, tile);
      for (int i = 0; i < of.waitingForArray(); i++) {
        hold(of.waitingForArray(i), Reason.ARRAY, tile);
      }
    }
  }

  private void hold(int token, Reason reason, int tile) {
    if (token >= 0) {
      held[token] = reason;
      tileOf[token] = tile;
    }
  }

  boolean isComplete(int token) {
    return program.remaining[token] == 0 && held[token] == null;
  }

  /** Why a token that is not complete waits. */
  Reason reason(int token) {
    Reason reason = held[token];
    return reason == null ? Reason.ORDER : reason;
  }

  /** The tile at which a token is held. */
  int tile(int token) {
    return tileOf[token];
  }

  /** The token that one waits for; {@link #NONE} where nothing will ever free it. */
  int waitsFor(int token) {
    Tile tile = chip.tile(tileOf[token]);
    return switch (reason(token)) {
      case ORDER -> predecessor(token);
      case INPUT_ROOM -> holderOfInputRoom(token);
      case OUTPUT_ROOM -> holderOfOutputRoom(tileOf[token]);
      case CONVERTERS -> tile.waitingForOutputRoom();
      case ARRAY -> tile.waitingForConverters();
    };
  }

  private int predecessor(int token) {
    int base = program.slotOf[token] * program.operations;
    for (int operation = 0; operation < program.operations; operation++) {
      if (!isComplete(base + operation)) {
        for (int successor : program.successors[operation]) {
          if (base + successor == token) {
            return base + operation;
          }
        }
      }
    }
    return NONE;
  }

  /** Who keeps a vector there, or an older sample whose vector has yet to come. */
  private int holderOfInputRoom(int token) {
    int tile = tileOf[token];
    for (int slot = 0; slot < program.slots; slot++) {
      if (program.inputs.keeps(slot, tile)) {
        int release = firstOf(slot, tile, false);
        if (release != NONE) {
          return release;
        }
      }
    }
    for (int slot = 0; slot < program.slots; slot++) {
      if (program.inputs.isOlder(slot, program.slotOf[token])) {
        int acquisition = firstOf(slot, tile, true);
        if (acquisition != NONE) {
          return acquisition;
        }
      }
    }
    return NONE;
  }

  /** The first operation of a slot's sample that will yet take or give room of a tile's inputs. */
  private int firstOf(int slot, int tile, boolean acquires) {
    for (int operation = 0; operation < program.operations; operation++) {
      BufferUse use = program.buffers[operation];
      int of = acquires ? use.acquiresInputOf() : use.releasesInputOf();
      int token = program.token(slot, operation);
      if (of == tile && !isComplete(token)) {
        return token;
      }
    }
    return NONE;
  }

  /** The first operation that will yet take results of a read that is over. */
  private int holderOfOutputRoom(int tile) {
    for (int slot = 0; slot < program.slots; slot++) {
      for (int operation = 0; operation < program.operations; operation++) {
        int token = program.token(slot, operation);
        if (program.buffers[operation].releasesOutputOf() == tile
            && !isComplete(token)
            && followsReadOf(tile, token)) {
          return token;
        }
      }
    }
    return NONE;
  }

  private boolean followsReadOf(int tile, int token) {
    int base = program.slotOf[token] * program.operations;
    for (int operation = 0; operation < program.operations; operation++) {
      if (program.tileOf(operation) == tile && isComplete(base + operation)) {
        for (int successor : program.successors[operation]) {
          if (base + successor == token) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
