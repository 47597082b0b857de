package org.rpusim.chip.array;

import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Streams;

/** Output side of a read: sums, noise and converted numbers of one side's lines; reused. */
final class OutputLines {
  private final Converters converters;
  private final int lines;
  private final long noisePurpose;
  private final long roundingPurpose;
  private final float[] noise;
  private final int[] scratch;

  /** Sums on the lines, padded; converted in place. */
  final float[] values;

  OutputLines(int lines, Converters converters, long noisePurpose, long roundingPurpose) {
    this.converters = converters;
    this.lines = lines;
    this.noisePurpose = noisePurpose;
    this.roundingPurpose = roundingPurpose;
    int numbers = (lines + Kernels.GROUP - 1) & -Kernels.GROUP;
    values = new float[numbers + Kernels.BLOCK]; // see Kernels.multiply
    noise = new float[numbers];
    scratch = new int[numbers];
  }

  /** Adds noise, clips, converts, scales back and delivers; counts saturated outputs. */
  void convert(
      float scaleBack, long cycle, int attempt, float[] y, int offset, ReadOutcome outcome) {
    Kernels kernels = converters.kernels();
    if (converters.readNoise() != 0f) {
      long base = Streams.ofCycle(noisePurpose, cycle, attempt);
      kernels.gaussians(noise, 0, noise.length, scratch, base, 0);
      for (int i = lines; i < noise.length; i++) {
        noise[i] = 0f;
      }
    }
    int n = Kernels.padded(lines);
    float sigma = converters.readNoise();
    float bound = converters.outputBound();
    int levels = converters.outputLevels();
    if (converters.stochasticOutputs() && levels != 0) {
      kernels.words(scratch, n, Streams.ofCycle(roundingPurpose, cycle, attempt));
      outcome.saturatedOutputs =
          kernels.convertOutputs(values, noise, n, sigma, bound, levels, scaleBack, scratch);
    } else {
      outcome.saturatedOutputs =
          kernels.convertOutputs(values, noise, n, sigma, bound, levels, scaleBack);
    }
    System.arraycopy(values, 0, y, offset, lines);
  }
}
