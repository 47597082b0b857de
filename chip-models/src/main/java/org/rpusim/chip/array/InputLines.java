package org.rpusim.chip.array;

import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Streams;

/** Input side of a read: the padded values on one side's lines, scaled and converted; reused. */
final class InputLines {
  private final Converters converters;
  private final FullScale fullScale;
  private final int lines;
  private final long roundingPurpose;
  private final int[] words;
  private float scaleBack;

  /** Values on the lines. */
  final float[] values;

  /** Positions of those that are on, ascending. */
  final int[] active;

  InputLines(int lines, Converters converters, FullScale fullScale, long roundingPurpose) {
    this.converters = converters;
    this.fullScale = fullScale;
    this.lines = lines;
    this.roundingPurpose = roundingPurpose;
    values = new float[Kernels.padded(lines)];
    active = new int[values.length + Kernels.BLOCK];
    words = new int[stochastic() ? values.length : 0];
  }

  private boolean stochastic() {
    return converters.stochasticInputs() && converters.inputLevels() != 0;
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
  boolean drive(long cycle, int attempt, ReadOutcome outcome) {
    float halvings = 1 << attempt;
    float full = fullScale.of(values, attempt);
    outcome.saturatedOutputs = 0;
    outcome.clippedInputs = 0;
    if (full == 0f) {
      outcome.activeInputs = 0;
      outcome.inputOnSteps = 0;
      return false;
    }
    scaleBack = full * halvings;
    if (fullScale.mayClip()) {
      outcome.clippedInputs = converters.kernels().countAbove(values, values.length, scaleBack);
    }
    outcome.inputOnSteps = convert(cycle, attempt);
    outcome.activeInputs = countActive();
    return true;
  }

  private long convert(long cycle, int attempt) {
    Kernels kernels = converters.kernels();
    int levels = converters.inputLevels();
    if (!stochastic()) {
      return kernels.convertInputs(values, values.length, 1f / scaleBack, levels);
    }
    kernels.words(words, words.length, Streams.ofCycle(roundingPurpose, cycle, attempt));
    return kernels.convertInputs(values, values.length, 1f / scaleBack, levels, words);
  }

  /** Lists the lines that are on and returns how many. */
  int countActive() {
    return converters.kernels().nonZero(values, values.length, active);
  }

  /** What outputs must be multiplied by after {@link #drive}. */
  float scaleBack() {
    return scaleBack;
  }
}
