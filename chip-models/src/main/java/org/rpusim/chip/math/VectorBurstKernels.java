package org.rpusim.chip.math;

/** Vectors side by side fill the lanes; see {@link VectorKernels}. */
final class VectorBurstKernels implements BurstKernels {
  /** Sums of the steps of so many lines fit an int in all lanes together. */
  private static final int LINES = 1024;

  /** Noise of so many vectors is made at a time, so that it stays in the nearest cache. */
  private static final int VECTORS = 64;

  @Override
  public void absMax(float[] x, int at, int lines, int stride, float[] max) {
    VectorBursts.absMax(x, at, lines, stride, max);
  }

  @Override
  public void scales(
      float[] largest, int count, int stride, float halvings, float[] scaleBack, float[] inverse) {
    VectorBursts.scales(largest, count, stride, halvings, scaleBack, inverse);
  }

  @Override
  public void cycleStreams(
      long ofPurpose, long firstCycle, long attempt, int stride, long[] bases) {
    VectorRandom.cycleStreams(ofPurpose, firstCycle, attempt, stride, bases);
  }

  @Override
  public long convertInputs(
      float[] x, int at, float[] v, int lines, int stride, float[] scales, int levels) {
    long sum = 0;
    for (int line = 0; line < lines; line += LINES) {
      int end = Math.min(line + LINES, lines);
      for (int p = 0; p < stride; p += Lanes.COUNT) {
        sum +=
            levels == 0
                ? VectorBursts.scaleInputs(x, at, v, line, end, stride, p, scales)
                : VectorBursts.convertInputs(x, at, v, line, end, stride, p, scales, levels);
      }
    }
    return sum;
  }

  @Override
  public void combine(
      float[] w, int pitch, int lines, float[] v, float[] y, int at, int outputs, int stride) {
    int i = 0;
    for (; i + 8 <= outputs; i += 8) {
      VectorBurstProducts.eight(w, Kernels.BASE + i, pitch, lines, v, y, at + i * stride, stride);
    }
    for (; i < outputs; i++) {
      VectorBurstProducts.one(w, Kernels.BASE + i, pitch, lines, v, y, at + i * stride, stride);
    }
  }

  @Override
  public void convertOutputs(
      float[] y,
      int at,
      int outputs,
      int stride,
      Periphery periphery,
      float[] scaleBack,
      long[] bases,
      int[] words,
      float[] noise,
      int[] saturated) {
    float sigma = periphery.sigma();
    VectorBursts.evensFirst(bases, stride);
    float bound = periphery.bound();
    for (int from = 0; from < stride; from += VECTORS) {
      int to = Math.min(from + VECTORS, stride);
      int numbers = Kernels.GROUP * (to - from);
      for (int first = 0; first < outputs; first += Kernels.GROUP) {
        if (sigma != 0f) {
          long word = first / 2;
          VectorBursts.words(words, 0, bases, from, to, word);
          VectorBursts.words(words, Kernels.BLOCK, bases, from, to, word + Kernels.BLOCK / 2);
          VectorRandom.radii(words, noise, 0, numbers);
          VectorRandom.turn(words, noise, 0, numbers);
        }
        int end = Math.min(outputs, first + Kernels.GROUP);
        for (int i = first; i < end; i++) {
          VectorBursts.integrate(
              y,
              at + i * stride + from,
              from,
              to,
              sigma,
              bound,
              noise,
              placeOfNoise(i - first, to - from),
              saturated);
        }
      }
    }
    finish(y, at, outputs, stride, periphery, scaleBack, saturated);
  }

  /** Where the noise of an output of a group begins: by pair, second of it, half of the group. */
  private static int placeOfNoise(int output, int vectors) {
    int pair = output % Kernels.BLOCK / 2;
    return pair * vectors / Kernels.BLOCK * VectorBursts.PER_BLOCK
        + (output & 1) * Kernels.GROUP
        + output / Kernels.BLOCK * Kernels.BLOCK;
  }

  private static void finish(
      float[] y,
      int at,
      int outputs,
      int stride,
      Periphery periphery,
      float[] scaleBack,
      int[] saturated) {
    int levels = periphery.levels();
    if (levels == 0) {
      VectorBursts.scale(y, at, outputs, stride, scaleBack);
    } else {
      float bound = periphery.bound();
      VectorBursts.round(y, at, outputs, stride, levels / bound, bound / levels, scaleBack);
    }
    for (int v = 0; v < stride; v++) {
      saturated[v] = scaleBack[v] == 0f ? 0 : saturated[v];
    }
  }

  @Override
  public void pulsed(
      float[] d,
      int at,
      int lines,
      int stride,
      float[] gains,
      long[] bases,
      int[] words,
      int[] pulsed) {
    VectorBursts.evensFirst(bases, stride);
    for (int block = 0; block < stride; block += Kernels.BLOCK) {
      long on = 0;
      for (int lane = 0; lane < Kernels.BLOCK; lane += Lanes.COUNT) {
        int even = block + lane / 2;
        VectorPulses.words(words, lines, bases, even, even + Kernels.BLOCK / 2);
        int p = block + lane;
        on |= VectorPulses.pulsed(d, at + p, lines, stride, gains, p, words) << lane;
      }
      pulsed[block / Kernels.BLOCK] = (int) on;
    }
  }

  @Override
  public void lineUp(
      float[] m, int first, int lines, int stride, int from, float[] out, int pitch) {
    VectorPatches.lineUp(m, first, lines, stride, from, out, pitch);
  }

  @Override
  public void takePatches(
      float[] input,
      int at,
      int width,
      float[] patches,
      int to,
      int stride,
      int kernel,
      int rows,
      int columns) {
    VectorPatches.take(input, at, width, patches, to, stride, kernel, rows, columns);
  }

  @Override
  public void addPatches(
      float[] patches,
      int from,
      int stride,
      float[] input,
      int at,
      int width,
      int kernel,
      int rows,
      int columns) {
    VectorPatches.add(patches, from, stride, input, at, width, kernel, rows, columns);
  }

  @Override
  public void largestOfFour(
      float[] input,
      int at,
      int width,
      float[] output,
      int[] places,
      int to,
      int rows,
      int columns) {
    VectorPooling.largestOfFour(input, at, width, output, places, to, rows, columns);
  }
}
