package org.rpusim.chip.device;

import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Streams;

/** Gaussians for the coincidences of an update, one each in their order, made in blocks. */
final class StepNoise {
  private static final int BLOCK = 1024;

  private final Kernels kernels;
  private final long ofPurpose;
  private final float[] numbers;
  private final int[] scratch = new int[BLOCK];
  private long base;
  private long made;
  private long total;
  private int position;
  private int end;

  /**
   * Noise that has not begun.
   *
   * @param most numbers that are taken at once
   */
  StepNoise(Kernels kernels, DeviceKey key, int most) {
    this.kernels = kernels;
    ofPurpose = key.ofPurpose(Streams.STEP_NOISE);
    // Kernels read a block beyond what they use.
    numbers = new float[most + 2 * BLOCK + Kernels.BLOCK];
  }

  /**
   * Begins an update with {@code total} coincidences, which says how many are made at once; with 0,
   * what is taken is undefined.
   */
  void start(long cycle, long total) {
    base = Streams.ofCycle(ofPurpose, cycle, 0);
    this.total = total;
    made = 0;
    position = 0;
    end = 0;
  }

  /** The buffer that {@link #take} points into. */
  float[] numbers() {
    return numbers;
  }

  /** Place of the next {@code count} numbers, valid until the next call. */
  int take(int count) {
    if (total == 0) {
      return 0;
    }
    if (end - position < count) {
      refill(count);
    }
    int at = position;
    position += count;
    return at;
  }

  /** Gives back the last ones that were taken and not used. */
  void giveBack(int count) {
    if (total != 0) {
      position -= count;
    }
  }

  private void refill(int count) {
    int left = end - position;
    System.arraycopy(numbers, position, numbers, 0, left);
    position = 0;
    end = left;
    while (end < count) {
      long wanted = Math.max(total - made, count - end);
      int more = (int) Math.min(BLOCK, (wanted + Kernels.GROUP - 1) & -Kernels.GROUP);
      kernels.gaussians(numbers, end, more, scratch, base, made);
      end += more;
      made += more;
    }
  }
}
