package org.rpusim.chip.array;

import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.spec.ManagementSpec.NoiseManagement;

/** Input side of a read: the padded values on one side's lines, scaled and converted; reused. */
final class InputLines {
  private final Kernels kernels;
  private final int lines;
  private final boolean scaled;
  private float scaleBack;

  /** Values on the lines. */
  final float[] values;

  /** Positions of those that are on, ascending. */
  final int[] active;

  InputLines(int lines, NoiseManagement management, Kernels kernels) {
    this.kernels = kernels;
    this.lines = lines;
    scaled = management == NoiseManagement.ABS_MAX;
    values = new float[Kernels.padded(lines)];
    active = new int[values.length + Kernels.BLOCK];
  }

  /** Takes the numbers of a read or an update as they are. */
  void load(float[] source, int offset) {
    System.arraycopy(source, offset, values, 0, lines);
  }

  /**
   * Scales and converts the loaded numbers, and counts into the outcome.
   *
   * @return whether there is anything to read: false if noise management finds only zeros
   */
  boolean drive(int levels, int attempt, ReadOutcome outcome) {
    float halvings = 1 << attempt;
    float max = scaled ? kernels.absMax(values, values.length) : 1f;
    outcome.saturatedOutputs = 0;
    if (max < Float.MIN_NORMAL) { // zero, or too small to divide by
      outcome.activeInputs = 0;
      outcome.inputOnSteps = 0;
      return false;
    }
    scaleBack = max * halvings;
    outcome.inputOnSteps = kernels.convertInputs(values, values.length, 1f / scaleBack, levels);
    outcome.activeInputs = countActive();
    return true;
  }

  /** Lists the lines that are on and returns how many. */
  int countActive() {
    return kernels.nonZero(values, values.length, active);
  }

  /** What outputs must be multiplied by after {@link #drive}. */
  float scaleBack() {
    return scaleBack;
  }
}
