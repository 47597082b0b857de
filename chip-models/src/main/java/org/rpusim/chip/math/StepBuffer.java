package org.rpusim.chip.math;

/** Working memory of the steps of one row. */
public final class StepBuffer {
  /** Merged coincidences of a row's slots, {@code block << 16 | mask}. */
  final int[] entries;

  /** For the lines of each of those entries, their coincidences; negative for steps down. */
  final int[] counts;

  /** A coincidence's step in levels in the low half, the level of its safe magnitude above. */
  final int[] packed;

  /** Coincidences of each line that has any; negative for steps down. */
  final int[] signed;

  /** Changes, then changed weights. */
  final float[] changed;

  /** Coincidences or entries that may be beyond a bound. */
  final int[] list;

  /** Devices in the merged entries. */
  private int devices;

  /** Memory for an array of this many columns. */
  public StepBuffer(int columns) {
    int numbers = Kernels.padded(columns) + Kernels.BLOCK; // kernels write a block beyond
    entries = new int[numbers / Kernels.BLOCK];
    counts = new int[numbers];
    packed = new int[numbers];
    signed = new int[numbers];
    changed = new float[numbers];
    list = new int[numbers];
  }

  /** Merged coincidences, of as many entries as {@link StepKernels#mergeSlots} said. */
  public int[] entries() {
    return entries;
  }

  /** Devices in them. */
  public int devices() {
    return devices;
  }

  /** Sets {@link #devices}. */
  void setDevices(int devices) {
    this.devices = devices;
  }
}
