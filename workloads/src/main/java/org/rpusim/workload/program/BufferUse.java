package org.rpusim.workload.program;

/**
 * What an operation does to the vector buffers of tiles; −1 where it does nothing.
 *
 * @param acquiresInputOf tile whose input buffer must have room before the operation starts
 * @param releasesInputOf tile whose input buffer has room again after it
 * @param releasesOutputOf tile whose output buffer has room again after it
 * @param inputBits what is taken or given back of an input buffer's bits
 */
public record BufferUse(
    int acquiresInputOf, int releasesInputOf, int releasesOutputOf, long inputBits) {
  /** Touches no buffer. */
  public static final BufferUse NONE = new BufferUse(-1, -1, -1);

  /** Vectors whose bits do not count. */
  public BufferUse(int acquiresInputOf, int releasesInputOf, int releasesOutputOf) {
    this(acquiresInputOf, releasesInputOf, releasesOutputOf, 0);
  }

  static BufferUse acquiresInput(int tile, long bits) {
    return new BufferUse(tile, -1, -1, bits);
  }

  static BufferUse releasesInput(int tile, long bits) {
    return new BufferUse(-1, tile, -1, bits);
  }

  static BufferUse releasesOutput(int tile) {
    return new BufferUse(-1, -1, tile);
  }
}
