package org.rpusim.workload.execution;

import java.util.Arrays;
import org.rpusim.chip.tile.VectorBuffer;
import org.rpusim.core.engine.RelativeState;
import org.rpusim.workload.program.BufferUse;

/**
 * Who may keep a vector in the input buffer of a tile when several samples are under way. A sample
 * takes room only as far as it leaves each older one what that will need on the tile at a time: a
 * vector for each layer that keeps its input for an update, and one for all inputs that are only
 * read. A sample may overtake an older one, for example while that one is read again by bound
 * management; if it then took the last room of a tile that the older one needs, and the older one
 * the last room of another tile that it needs itself, both would wait for ever. So would two of
 * them that keep an input of the first layer of a tile each, if there were no room left for its
 * second. So the oldest sample always finds room.
 */
final class InputRooms {
  private static final long NO_SAMPLE = Long.MAX_VALUE;

  private final int slots;
  private final int tiles;

  /** How often a sample takes room in each tile. */
  private final int[] uses;

  /** Vectors of a sample that are in each tile together, at most. */
  private final int[] needs;

  /** The longest vector that a sample keeps in each tile, bits. */
  private final long[] longest;

  /** How often the sample of a slot will yet do so; slot × tiles + tile. */
  private final int[] toCome;

  /** Vectors that the sample of a slot keeps there now. */
  private final int[] kept;

  /** When the sample of each slot started, in order. */
  private final long[] started;

  private long starts;

  /**
   * @param buffers what each operation of a sample does
   * @param successors who waits for each of them
   */
  InputRooms(BufferUse[] buffers, int[][] successors, int slots, int tiles) {
    this.slots = slots;
    this.tiles = tiles;
    this.uses = new int[tiles];
    this.needs = new int[tiles];
    this.longest = new long[tiles];
    boolean[] reads = new boolean[tiles];
    for (int operation = 0; operation < buffers.length; operation++) {
      int tile = buffers[operation].acquiresInputOf();
      if (tile >= 0) {
        uses[tile]++;
        boolean keeps = keeps(tile, successors[operation], buffers);
        needs[tile] += keeps || !reads[tile] ? 1 : 0;
        reads[tile] |= !keeps;
        longest[tile] = Math.max(longest[tile], buffers[operation].inputBits());
      }
    }
    this.toCome = new int[slots * tiles];
    this.kept = new int[slots * tiles];
    this.started = new long[slots];
    Arrays.fill(started, NO_SAMPLE);
  }

  /** Whether a vector stays in a tile for longer than until its next use. */
  private static boolean keeps(int tile, int[] successors, BufferUse[] buffers) {
    for (int successor : successors) {
      if (buffers[successor].releasesInputOf() == tile) {
        return false;
      }
    }
    return true;
  }

  /** A new sample takes a slot. */
  void start(int slot) {
    started[slot] = starts++;
    System.arraycopy(uses, 0, toCome, slot * tiles, tiles);
  }

  /** Takes room for a vector of a slot's sample if there is any for it. */
  boolean tryAcquire(VectorBuffer buffer, int slot, int tile, long bits) {
    if (slots > 1) {
      int reserved = reserved(slot, tile);
      if (buffer.free() <= reserved || buffer.freeBits() < bits + reserved * longest[tile]) {
        return false;
      }
    }
    if (!buffer.tryAcquire(bits)) {
      return false;
    }
    toCome[slot * tiles + tile]--;
    kept[slot * tiles + tile]++;
    return true;
  }

  /** A slot's sample goes on without room for a vector that it might have kept. */
  void pass(int slot, int tile) {
    toCome[slot * tiles + tile]--;
  }

  /** What older samples will yet need of a tile. */
  private int reserved(int slot, int tile) {
    int count = 0;
    for (int other = 0; other < slots; other++) {
      if (started[other] < started[slot]) {
        int at = other * tiles + tile;
        count += Math.min(toCome[at], Math.max(0, needs[tile] - kept[at]));
      }
    }
    return count;
  }

  /** A slot's sample gives the room of a vector back. */
  void release(VectorBuffer buffer, int slot, int tile, long bits) {
    kept[slot * tiles + tile]--;
    buffer.release(bits);
  }

  /** Whether a slot's sample keeps a vector on a tile. */
  boolean keeps(int slot, int tile) {
    return kept[slot * tiles + tile] > 0;
  }

  /** Whether one slot's sample began before another's. */
  boolean isOlder(int slot, int than) {
    return started[slot] < started[than];
  }

  /** Writes which samples are older than others, what they keep and what they will yet take. */
  void describe(RelativeState state) {
    for (int slot = 0; slot < slots; slot++) {
      state.put(started[slot] == NO_SAMPLE ? 0 : starts - started[slot]);
    }
    state.put(toCome, 0, toCome.length);
    state.put(kept, 0, kept.length);
  }
}
