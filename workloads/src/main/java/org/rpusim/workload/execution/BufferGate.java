package org.rpusim.workload.execution;

import org.rpusim.chip.machine.Chip;
import org.rpusim.chip.tile.WaitReason;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.server.CausalLog;
import org.rpusim.core.server.CompletionListener;
import org.rpusim.core.server.TokenQueue;

/** Holds operations back that find no room in a tile's buffer, and starts them when there is. */
final class BufferGate {
  private final Engine engine;
  private final CausalLog log;
  private final Chip chip;
  private final Start start;
  private final CompletionListener listener;

  /** Starts an operation that waits for no other. */
  @FunctionalInterface
  interface Start {
    /**
     * Starts it.
     *
     * @param operation the token's
     */
    void start(int token, int operation);
  }

  /**
   * @param start is given operations anew that have waited for room
   * @param listener is told of operations that are left out: they are over at once
   */
  BufferGate(Engine engine, CausalLog log, Chip chip, Start start, CompletionListener listener) {
    this.engine = engine;
    this.log = log;
    this.chip = chip;
    this.start = start;
    this.listener = listener;
  }

  /** Whether an operation that waits for no other may begin now. */
  boolean enter(ProgramState program, int token, int operation) {
    if (!program.usesBuffers[operation]) {
      return true;
    }
    switch (program.inputs.enter(token, program.buffers[operation], program.slotOf[token], chip)) {
      case BEGINS -> {
        return true;
      }
      case WAITS -> log.enter(token, WaitReason.BUFFER_FULL.index(), engine.nowPs());
      case LEFT_OUT -> listener.completed(token);
    }
    return false;
  }

  /** An operation is over: who waits for the room that it leaves begins, or waits on in order. */
  void leave(ProgramState program, int operation, int slot) {
    if (!program.usesBuffers[operation]) {
      return;
    }
    int tile = program.inputs.leave(program.buffers[operation], slot, chip);
    if (tile < 0) {
      return;
    }
    TokenQueue waiting = program.inputs.waiting(tile);
    for (int i = waiting.size(); i > 0; i--) {
      int token = (int) waiting.removeFirst();
      start.start(token, program.operationOf(token));
    }
  }
}
