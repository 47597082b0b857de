package org.rpusim.chip.math;

/** Vectors side by side fill the lanes; see {@link VectorKernels}. */
final class VectorBurstKernels implements BurstKernels {
  /** Sums of the steps of so many lines fit an int in all lanes together. */
  private static final int LINES = 1024;

  @Override
  public void absMax(float[] x, int at, int lines, int stride, float[] max) {
    VectorBursts.absMax(x, at, lines, stride, max);
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
    for (int first = 0; first < outputs; first += Kernels.GROUP) {
      if (periphery.sigma() != 0f) {
        int numbers = Kernels.GROUP * stride;
        VectorBursts.words(words, bases, stride, first);
        VectorRandom.radii(words, noise, 0, numbers);
        VectorRandom.turn(words, noise, 0, numbers);
      }
      int end = Math.min(outputs, first + Kernels.GROUP);
      for (int i = first; i < end; i += 2) {
        boolean pair = i + 1 < end;
        int place = at + i * stride;
        int inGroup = (i - first) % Kernels.BLOCK / 2 * Kernels.GROUP / 8 * stride;
        int numbers = inGroup + (i - first) / Kernels.BLOCK * Kernels.BLOCK;
        VectorBursts.convertOutputs(
            y, place, stride, pair, periphery, scaleBack, noise, numbers, saturated);
      }
    }
  }

  @Override
  public void lineUp(
      float[] m, int first, int lines, int stride, int from, float[] out, int pitch) {
    for (int i = 0; i < lines; i++) {
      int at = (first + i) * stride + from;
      for (int v = 0; v < Kernels.BLOCK; v++) {
        out[v * pitch + i] = m[at + v];
      }
    }
  }
}
