package org.rpusim.workload.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rpusim.chip.spec.TileSpec.FullBuffer;
import org.rpusim.chip.tile.ArrayCycles;
import org.rpusim.workload.mapping.Block;
import org.rpusim.workload.mapping.MappedLayer;

/**
 * Adds what becomes of an input that finds no room in its tile's buffer until its update, on tiles
 * whose inputs spill: it passes the drivers alone, as a gradient does; when the array has read it,
 * retries included, the digital unit sends it to the memory, and it comes back when the gradient of
 * its outputs is there. Samples whose input has room leave these operations out.
 */
final class SpillCompiler {
  private final ProgramBuilder program;
  private final Router router;

  /** By number of the array. */
  private final Map<Integer, Spilled> spilled = new HashMap<>();

  /**
   * An input that may spill.
   *
   * @param vector operation that brings it to the tile
   * @param written operation after which it is in the memory
   */
  private record Spilled(int vector, int written) {}

  SpillCompiler(ProgramBuilder program, Router router) {
    this.program = program;
    this.router = router;
  }

  /** What bringing a kept input to a tile does to its buffer. */
  static BufferUse keeping(MappedLayer layer, Block block, long bits) {
    return layer.chip().tile().fullBuffer() == FullBuffer.SPILL
        ? BufferUse.acquiresOrSpills(block.tile(), bits, bits(block))
        : BufferUse.acquiresInput(block.tile(), bits);
  }

  /**
   * A kept input has been read.
   *
   * @param vector operation that has brought it to the tile
   * @param read the array cycle
   */
  void write(String name, MappedLayer layer, Block block, int vector, int read) {
    if (layer.chip().tile().fullBuffer() != FullBuffer.SPILL) {
      return;
    }
    BufferUse use = BufferUse.servesSpilled(vector);
    String what = name + " input of tile " + block.tile();
    int sent = router.toMemory(what, block.tile(), bits(block), use, List.of(read));
    Step write = router.memory(block.tile(), bits(block));
    int written = program.add(what + " into memory", write, Meaning.MOVES, use, List.of(sent));
    spilled.put(block.array(), new Spilled(vector, written));
  }

  /** Its length: numbers of the whole vector as the tile keeps it. */
  private static long bits(Block block) {
    return ArrayCycles.valueBits(block.columns());
  }

  /**
   * Brings it back to the tile.
   *
   * @param gradient operations after which the update's other numbers are in the digital unit
   * @return operations to wait for; none where inputs do not spill
   */
  List<Integer> fetch(String name, MappedLayer layer, Block block, List<Integer> gradient) {
    Spilled input = spilled.get(block.array());
    if (input == null) {
      return List.of();
    }
    BufferUse use = BufferUse.servesSpilled(input.vector());
    String what = name + " input of tile " + block.tile();
    List<Integer> after = new ArrayList<>(gradient);
    after.add(input.written());
    Step read = router.memory(block.tile(), bits(block));
    int left = program.add(what + " from memory", read, Meaning.MOVES, use, after);
    int back = router.fromMemory(what, block.tile(), bits(block), use, List.of(left));
    long words = new ArrayCycles(layer.chip()).inputBits(block.columns());
    return List.of(router.toTile(what, block.tile(), words, use, List.of(back)));
  }

  /** What the update of a kept input does to the buffer. */
  BufferUse released(Block block, long bits) {
    Spilled input = spilled.get(block.array());
    BufferUse release = BufferUse.releasesInput(block.tile(), bits);
    return input == null ? release : release.of(input.vector());
  }
}
