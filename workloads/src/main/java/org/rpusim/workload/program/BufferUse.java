package org.rpusim.workload.program;

/**
 * What an operation does to the vector buffers of tiles; −1 where it does nothing.
 *
 * @param acquiresInputOf tile whose input buffer must have room before the operation starts
 * @param releasesInputOf tile whose input buffer has room again after it
 * @param releasesOutputOf tile whose output buffer has room again after it
 * @param inputBits what is taken or given back of an input buffer's bits
 * @param vector operation that brings the vector whose room is given back, or that is in the memory
 *     for lack of room; −1 where it cannot spill
 * @param spilledBits length of the vector in the memory, where it goes there for lack of room; 0
 *     where the operation waits for room
 */
public record BufferUse(
    int acquiresInputOf,
    int releasesInputOf,
    int releasesOutputOf,
    long inputBits,
    int vector,
    long spilledBits) {
  /** Touches no buffer. */
  public static final BufferUse NONE = new BufferUse(-1, -1, -1);

  /** Vectors whose bits do not count. */
  public BufferUse(int acquiresInputOf, int releasesInputOf, int releasesOutputOf) {
    this(acquiresInputOf, releasesInputOf, releasesOutputOf, 0, -1, 0);
  }

  static BufferUse acquiresInput(int tile, long bits) {
    return new BufferUse(tile, -1, -1, bits, -1, 0);
  }

  /** Goes on without room; others then bring the vector to the memory and back. */
  static BufferUse acquiresOrSpills(int tile, long bits, long spilledBits) {
    return new BufferUse(tile, -1, -1, bits, -1, spilledBits);
  }

  static BufferUse releasesInput(int tile, long bits) {
    return new BufferUse(-1, tile, -1, bits, -1, 0);
  }

  static BufferUse releasesOutput(int tile) {
    return new BufferUse(-1, -1, tile);
  }

  /** Of an operation that is left out unless the vector of another one has spilled. */
  static BufferUse servesSpilled(int vector) {
    return new BufferUse(-1, -1, -1, 0, vector, 0);
  }

  /** The same for a vector that may have spilled, which then has no room to give back. */
  BufferUse of(int mayHaveSpilled) {
    return new BufferUse(
        acquiresInputOf, releasesInputOf, releasesOutputOf, inputBits, mayHaveSpilled, 0);
  }

  /** Whether it goes on without room for its vector. */
  public boolean maySpill() {
    return spilledBits > 0;
  }

  /** Whether it is only for a vector that has spilled. */
  public boolean servesSpilled() {
    return vector >= 0 && releasesInputOf < 0;
  }
}
