package org.rpusim.chip.tile;

/** Room for a number of vectors; who finds no room is told when there is some. */
public final class VectorBuffer {
  private final int capacity;
  private final long capacityBits;
  private int used;
  private int peak;
  private long usedBits;
  private long peakBits;

  /**
   * @param capacity vectors that fit, 1 or more
   */
  public VectorBuffer(int capacity) {
    this(capacity, Long.MAX_VALUE);
  }

  /**
   * @param capacity vectors that fit, 1 or more
   * @param capacityBits bits of their words that fit
   */
  public VectorBuffer(int capacity, long capacityBits) {
    if (capacity < 1) {
      throw new IllegalArgumentException("a buffer holds at least one vector, not " + capacity);
    }
    this.capacity = capacity;
    this.capacityBits = capacityBits;
  }

  /** Takes room for one vector if there is any. */
  public boolean tryAcquire() {
    return tryAcquire(0);
  }

  /** Takes room for one vector of some bits if there is any. */
  public boolean tryAcquire(long bits) {
    if (used == capacity || bits > freeBits()) {
      return false;
    }
    used++;
    peak = Math.max(peak, used);
    usedBits += bits;
    peakBits = Math.max(peakBits, usedBits);
    return true;
  }

  /** Gives the room of one vector back. */
  public void release() {
    release(0);
  }

  /** Gives the room of one vector of some bits back. */
  public void release(long bits) {
    if (used == 0 || bits > usedBits) {
      throw new IllegalStateException("no such vector is held");
    }
    used--;
    usedBits -= bits;
  }

  /** Bits that there is room for now. */
  public long freeBits() {
    return capacityBits - usedBits;
  }

  /** Bits held now. */
  public long usedBits() {
    return usedBits;
  }

  /** Most bits ever held together. */
  public long peakBits() {
    return peakBits;
  }

  /** Vectors held now. */
  public int used() {
    return used;
  }

  /** Vectors that there is room for now. */
  public int free() {
    return capacity - used;
  }

  /** Most vectors ever held together. */
  public int peak() {
    return peak;
  }
}
