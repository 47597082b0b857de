package org.rpusim.chip.math;

/**
 * Steps of devices that await each other, so that vectors are full: one after the other, a device
 * at most once in those that are done together. Kernels write a block beyond what counts.
 */
public final class StepList {
  /** Steps that are worth their way through the kernel. */
  private static final int ENOUGH = 512;

  /** Places of the devices in the table. */
  final int[] devices;

  /** Places of their weights. */
  final int[] places;

  /** {@link Integer#MIN_VALUE} for a step down, else 0. */
  final int[] signs;

  /** Coincidences. */
  final int[] counts;

  /** A gaussian each. */
  final float[] noise;

  int count;

  /** An empty list for rows of so many columns. */
  public StepList(int columns) {
    int most = most(columns);
    devices = new int[most];
    places = new int[most];
    signs = new int[most];
    counts = new int[most];
    noise = new float[most];
  }

  static int most(int columns) {
    return ENOUGH + Kernels.padded(columns) + Kernels.BLOCK;
  }

  /** Whether the list is long enough to be done; another row may not fit. */
  public boolean isLong() {
    return count >= ENOUGH;
  }

  /** How many steps there are. */
  public int count() {
    return count;
  }

  /** Place in the table of the device of a step. */
  public int device(int i) {
    return devices[i];
  }

  /** Forgets the steps. */
  public void clear() {
    count = 0;
  }
}
