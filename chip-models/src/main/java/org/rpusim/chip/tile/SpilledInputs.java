package org.rpusim.chip.tile;

import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.spec.TileSpec;
import org.rpusim.chip.spec.TileSpec.FullBuffer;
import org.rpusim.core.stats.Counter;
import org.rpusim.core.stats.CounterTree;

/** Inputs of a tile that had no room until their update and went to the memory. */
public final class SpilledInputs {
  /** Name of the count of vectors. */
  public static final String VECTORS = "spilledVectors";

  /** Name of the count of their bits, in one direction. */
  public static final String BITS = "spilledBits";

  private final Counter vectors;
  private final Counter bits;

  /** Whether a chip has tiles whose inputs may spill. */
  public static boolean mayBeOf(ChipSpec chip) {
    return chip.kinds().stream().anyMatch(kind -> kind.tile().fullBuffer() == FullBuffer.SPILL);
  }

  /** Registers the counts below a path, where a tile's inputs may spill. */
  SpilledInputs(TileSpec spec, CounterTree tree, String path) {
    boolean counts = spec.fullBuffer() == FullBuffer.SPILL;
    this.vectors = counts ? tree.counter(path + "." + VECTORS) : new Counter();
    this.bits = counts ? tree.counter(path + "." + BITS) : new Counter();
  }

  /** Another vector has no room. */
  public void add(long itsBits) {
    vectors.increment();
    bits.add(itsBits);
  }
}
