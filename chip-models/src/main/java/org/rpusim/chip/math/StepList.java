package org.rpusim.chip.math;

/**
 * Steps of devices that await each other, so that vectors are full: one after the other, a device
 * at most once in those that are done together. Kernels write a block beyond what counts.
 */
public final class StepList {
  /** Steps that are worth their way through the kernel. */
  static final int ENOUGH = 512;

  private final int pitch;

  /** Places of the devices in the table. */
  final int[] devices;

  /** Places of the weights in an input-major array, where they are asked for. */
  final int[] places;

  /** {@link Integer#MIN_VALUE} for a step down, else 0, and the number of coincidences. */
  final int[] codes;

  int count;

  /** Distance of neighbouring columns in an input-major array; 0 if no place is asked for. */
  int distance;

  /**
   * An empty list for rows of so many columns.
   *
   * @param pitch distance of rows in the table
   */
  public StepList(int columns, int pitch) {
    this.pitch = pitch;
    int most = most(columns);
    devices = new int[most];
    places = new int[most];
    codes = new int[most];
  }

  static int most(int columns) {
    return ENOUGH + Kernels.padded(columns) + 2 * Kernels.BLOCK;
  }

  /** Most steps that it holds, and a block beyond them. */
  public int capacity() {
    return devices.length;
  }

  /** Whether the list is long enough to be done; another row may not fit. */
  public boolean isLong() {
    return count >= ENOUGH;
  }

  /** How many steps there are. */
  public int count() {
    return count;
  }

  /** Forgets the steps. */
  public void clear() {
    count = 0;
  }

  /**
   * Forgets the steps; those to come have places too if there is a distance.
   *
   * @param columnDistance of neighbouring columns in an input-major array, or 0
   */
  public void start(int columnDistance) {
    count = 0;
    distance = columnDistance;
  }

  /** Place of a row's column 0 in the table. */
  int offset(int row) {
    return Kernels.BASE + row * pitch;
  }

  /**
   * Fills the last vector with steps by no coincidence of place 0, which is no device's: so no
   * vector is done in part.
   *
   * @return steps with those
   */
  int fill(int lanes) {
    int end = (count + lanes - 1) & -lanes;
    for (int i = count; i < end; i++) {
      devices[i] = 0;
      places[i] = 0;
      codes[i] = 0;
    }
    return end;
  }
}
