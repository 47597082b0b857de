package org.rpusim.chip.tile;

/** Room for a number of vectors; who finds no room is told when there is some. */
public final class VectorBuffer {
  private final int capacity;
  private int used;
  private int peak;

  /**
   * @param capacity vectors that fit, 1 or more
   */
  public VectorBuffer(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("a buffer holds at least one vector, not " + capacity);
    }
    this.capacity = capacity;
  }

  /** Takes room for one vector if there is any. */
  public boolean tryAcquire() {
    if (used == capacity) {
      return false;
    }
    used++;
    peak = Math.max(peak, used);
    return true;
  }

  /** Gives the room of one vector back. */
  public void release() {
    if (used == 0) {
      throw new IllegalStateException("no vector is held");
    }
    used--;
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
