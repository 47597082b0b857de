package org.rpusim.chip.array;

import org.rpusim.chip.device.DeviceKey;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Streams;

/** The constants that reads add to the outputs of one side's lines, drawn once. */
final class LineOffsets {
  /** Above the numbers of any device's properties. */
  private static final int PROPERTY = 1 << 20;

  private final Kernels kernels;
  private final float[] offsets;

  /**
   * Draws the offsets of a side.
   *
   * @param deviation standard deviation between lines, weight units; with 0 there are none
   * @param side tells one side from the other: the purpose of its noise
   */
  LineOffsets(int lines, float deviation, DeviceKey key, long side, Kernels kernels) {
    this.kernels = kernels;
    int numbers = deviation == 0f ? 0 : (lines + Kernels.GROUP - 1) & -Kernels.GROUP;
    float[] normals = new float[numbers];
    long base = Streams.ofCycle(key.ofPurpose(Streams.DEVICES), PROPERTY + side, 0);
    kernels.gaussians(normals, 0, numbers, new int[numbers], base, 0);
    offsets = new float[numbers == 0 ? 0 : Kernels.padded(lines)];
    for (int line = 0; line < Math.min(lines, offsets.length); line++) {
      offsets[line] = deviation * normals[line];
    }
  }

  boolean any() {
    return offsets.length != 0;
  }

  /** Adds the offsets to padded sums. */
  void addTo(float[] sums) {
    kernels.addScaled(sums, 0, 1f, offsets, offsets.length);
  }
}
