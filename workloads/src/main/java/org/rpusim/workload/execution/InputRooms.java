package org.rpusim.workload.execution;

import java.util.Arrays;
import org.rpusim.chip.tile.VectorBuffer;
import org.rpusim.workload.program.BufferUse;

/**
 * Who may keep a vector in the input buffer of a tile when several samples are under way. A sample
 * takes room only as far as it leaves some for each older sample that has yet to come to the tile.
 * A sample may overtake an older one, for example while that one is read again by bound management;
 * if it then took the last room of a tile that the older one needs, and the older one the last room
 * of another tile that it needs itself, both would wait for ever. So the oldest sample always finds
 * room.
 */
final class InputRooms {
  private static final long NO_SAMPLE = Long.MAX_VALUE;

  private final int slots;
  private final int tiles;

  /** How often a sample takes room in each tile. */
  private final int[] uses;

  /** The longest vector that a sample keeps in each tile, bits. */
  private final long[] longest;

  /** How often the sample of a slot will yet do so; slot × tiles + tile. */
  private final int[] toCome;

  /** Vectors that the sample of a slot keeps there now. */
  private final int[] kept;

  /** When the sample of each slot started, in order. */
  private final long[] started;

  private long starts;

  InputRooms(BufferUse[] buffers, int slots, int tiles) {
    this.slots = slots;
    this.tiles = tiles;
    this.uses = new int[tiles];
    this.longest = new long[tiles];
    for (BufferUse use : buffers) {
      if (use.acquiresInputOf() >= 0) {
        uses[use.acquiresInputOf()]++;
        longest[use.acquiresInputOf()] = Math.max(longest[use.acquiresInputOf()], use.inputBits());
      }
    }
    this.toCome = new int[slots * tiles];
    this.kept = new int[slots * tiles];
    this.started = new long[slots];
    Arrays.fill(started, NO_SAMPLE);
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

  /** Older samples that have yet to come to a tile. */
  private int reserved(int slot, int tile) {
    int count = 0;
    for (int other = 0; other < slots; other++) {
      int at = other * tiles + tile;
      if (started[other] < started[slot] && toCome[at] > 0 && kept[at] == 0) {
        count++;
      }
    }
    return count;
  }

  /** A slot's sample gives the room of a vector back. */
  void release(VectorBuffer buffer, int slot, int tile, long bits) {
    kept[slot * tiles + tile]--;
    buffer.release(bits);
  }
}
