package org.rpusim.chip.array;

import java.util.Arrays;
import org.rpusim.chip.math.BurstKernels;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Streams;

/**
 * Several reads in one direction with the same weights: one product of matrices, with noise
 * management, converters and noise of each vector. Saturated vectors are gathered and read again.
 */
final class BurstReads {
  private final int inputs;
  private final int outputs;
  private final Converters converters;
  private final BurstKernels.Periphery periphery;
  private final BurstKernels kernels;
  private final FullScale fullScale;
  private final long noisePurpose;

  private float[] values = new float[0];
  private float[] max = new float[0];
  private float[] inverse = new float[0];
  private float[] scaleBack = new float[0];
  private long[] bases = new long[0];
  private int[] saturated = new int[0];
  private int[] words = new int[0];
  private float[] noise = new float[0];

  /** Vectors that are read again, with their inputs and outputs side by side. */
  private int[] again = new int[0];

  private float[] gathered = new float[0];
  private float[] results = new float[0];

  BurstReads(
      int inputs, int outputs, Converters converters, FullScale fullScale, long noisePurpose) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.converters = converters;
    this.periphery =
        new BurstKernels.Periphery(
            converters.readNoise(), converters.outputBound(), converters.outputLevels());
    this.kernels = converters.kernels().bursts();
    this.fullScale = fullScale;
    this.noisePurpose = noisePurpose;
  }

  /**
   * Reads; see {@link CrossbarArray#readForwardBurst}.
   *
   * @param matrix the weights, a line of outputs for each input
   * @param pitch distance of those lines
   */
  void read(
      float[] matrix,
      int pitch,
      float[] x,
      int xLine,
      float[] y,
      int yLine,
      int stride,
      int count,
      long firstCycle,
      int maxRetries,
      BurstOutcome outcome) {
    outcome.start(count);
    requireRoom(stride);
    for (int v = 0; v < count; v++) {
      again[v] = v;
    }
    pass(
        matrix, pitch, x, xLine * stride, y, yLine * stride, stride, count, firstCycle, 0, outcome);
    int left = select(count, outcome);
    for (int attempt = 1; attempt <= maxRetries && left > 0; attempt++) {
      int narrow = Kernels.padded(left);
      move(x, xLine * stride, stride, gathered, narrow, left);
      pass(matrix, pitch, gathered, 0, results, 0, narrow, left, firstCycle, attempt, outcome);
      moveBack(results, narrow, y, yLine * stride, stride, left);
      for (int k = 0; k < left; k++) {
        outcome.retries[again[k]] = attempt;
      }
      outcome.totalRetries += left;
      left = select(left, outcome);
    }
  }

  private void pass(
      float[] matrix,
      int pitch,
      float[] x,
      int xAt,
      float[] y,
      int yAt,
      int stride,
      int count,
      long firstCycle,
      int attempt,
      BurstOutcome outcome) {
    setScales(x, xAt, stride, count, firstCycle, attempt);
    if (fullScale.mayClip()) {
      float limit = fullScale.fixed() * (1 << attempt);
      outcome.clippedInputs += countAbove(x, xAt, inputs * stride, limit);
    }
    outcome.inputOnSteps +=
        kernels.convertInputs(x, xAt, values, inputs, stride, inverse, converters.inputLevels());
    kernels.combine(matrix, pitch, inputs, values, y, yAt, outputs, stride);
    kernels.convertOutputs(
        y, yAt, outputs, stride, periphery, scaleBack, bases, words, noise, saturated);
  }

  /** Unused places hold zeros. */
  private static int countAbove(float[] x, int at, int count, float limit) {
    int above = 0;
    for (int i = at; i < at + count; i++) {
      above += Math.abs(x[i]) > limit ? 1 : 0;
    }
    return above;
  }

  /** A scale of 0 marks what is not read: zeros under noise management, and unused places. */
  private void setScales(float[] x, int at, int stride, int count, long firstCycle, int attempt) {
    float halvings = 1 << attempt;
    if (fullScale.isLargest()) {
      kernels.absMax(x, at, inputs, stride, max);
    } else {
      Arrays.fill(max, 0, stride, fullScale.fixed());
    }
    kernels.scales(max, count, stride, halvings, scaleBack, inverse);
    Arrays.fill(saturated, 0, stride, 0);
    if (periphery.sigma() != 0f) {
      setStreams(stride, count, firstCycle, attempt);
    }
  }

  /** All vectors are read first; those that are read again are some of them. */
  private void setStreams(int stride, int count, long firstCycle, int attempt) {
    if (attempt == 0) {
      kernels.cycleStreams(noisePurpose, firstCycle, attempt, stride, bases);
    } else {
      for (int k = 0; k < count; k++) {
        bases[k] = Streams.ofCycle(noisePurpose, firstCycle + again[k], attempt);
      }
    }
  }

  /** Keeps those of the first {@code count} that saturated, and returns how many. */
  private int select(int count, BurstOutcome outcome) {
    int left = 0;
    for (int k = 0; k < count; k++) {
      if (saturated[k] > 0) {
        outcome.saturatedOutputs += saturated[k];
        again[left++] = again[k];
      }
    }
    return left;
  }

  private void move(float[] from, int at, int stride, float[] to, int narrow, int count) {
    for (int line = 0; line < inputs; line++) {
      for (int k = 0; k < narrow; k++) {
        to[line * narrow + k] = k < count ? from[at + line * stride + again[k]] : 0f;
      }
    }
  }

  private void moveBack(float[] from, int narrow, float[] to, int at, int stride, int count) {
    for (int line = 0; line < outputs; line++) {
      for (int k = 0; k < count; k++) {
        to[at + line * stride + again[k]] = from[line * narrow + k];
      }
    }
  }

  /** Arrays are made when the first burst of so many vectors comes. */
  private void requireRoom(int stride) {
    if (max.length < stride) {
      values = new float[inputs * stride];
      max = new float[stride];
      inverse = new float[stride];
      scaleBack = new float[stride];
      bases = new long[stride];
      saturated = new int[stride];
      words = new int[Kernels.GROUP * stride];
      noise = new float[Kernels.GROUP * stride];
      again = new int[stride];
      gathered = new float[inputs * stride];
      results = new float[outputs * stride];
    }
  }
}
