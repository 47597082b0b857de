package org.rpusim.workload.execution;

import java.util.Arrays;

/** What a chip of a cluster has handed over, in the order of time. */
public final class ChipOutputs {
  /** Activations for the chip behind. */
  public static final int ACTIVATIONS = 0;

  /** Gradients for the chip before. */
  public static final int GRADIENTS = 1;

  /** All that the chip does for the sample is done. */
  public static final int END = 2;

  private static final int KINDS = 3;

  private long[] timesPs = new long[8];
  private int[] codes = new int[8];
  private int size;

  void add(long timePs, boolean forward, int slot) {
    put(timePs, slot * KINDS + (forward ? ACTIVATIONS : GRADIENTS));
  }

  void addEnd(long timePs, int slot) {
    put(timePs, slot * KINDS + END);
  }

  /** One that another chip handed over. */
  public void copy(long timePs, int code) {
    put(timePs, code);
  }

  private void put(long timePs, int code) {
    if (size == codes.length) {
      timesPs = Arrays.copyOf(timesPs, 2 * size);
      codes = Arrays.copyOf(codes, 2 * size);
    }
    timesPs[size] = timePs;
    codes[size++] = code;
  }

  /** How many. */
  public int size() {
    return size;
  }

  /** When one was handed over, on the chip's clock, ps. */
  public long timePs(int index) {
    return timesPs[index];
  }

  /** What and of which slot, as one number. */
  public int code(int index) {
    return codes[index];
  }

  /** Forgets them all. */
  public void clear() {
    size = 0;
  }

  /** Which of the three a code is. */
  public static int kind(int code) {
    return code % KINDS;
  }

  /** The slot of a code. */
  public static int slot(int code) {
    return code / KINDS;
  }
}
