package org.rpusim.chip.math;

import java.util.Arrays;

/** Plain Java loops over vectors side by side: the definition of the bits. */
final class ScalarBurstKernels implements BurstKernels {
  private static final int HALF = Kernels.GROUP / 2;

  @Override
  public void absMax(float[] x, int at, int lines, int stride, float[] max) {
    Arrays.fill(max, 0, stride, 0f);
    for (int line = 0; line < lines; line++) {
      for (int p = 0; p < stride; p++) {
        float a = Math.abs(x[at + line * stride + p]);
        max[p] = a > max[p] ? a : max[p];
      }
    }
  }

  @Override
  public void scales(
      float[] largest, int count, int stride, float halvings, float[] scaleBack, float[] inverse) {
    for (int v = 0; v < stride; v++) {
      boolean read = v < count && largest[v] >= Float.MIN_NORMAL;
      scaleBack[v] = read ? largest[v] * halvings : 0f;
      inverse[v] = read ? 1f / scaleBack[v] : 0f;
    }
  }

  @Override
  public void cycleStreams(
      long ofPurpose, long firstCycle, long attempt, int stride, long[] bases) {
    for (int v = 0; v < stride; v++) {
      bases[v] = Streams.ofCycle(ofPurpose, firstCycle + v, attempt);
    }
  }

  @Override
  public long convertInputs(
      float[] x, int at, float[] v, int lines, int stride, float[] scales, int levels) {
    float steps = levels == 0 ? Kernels.UNLIMITED_STEPS : levels;
    float step = 1f / steps;
    long sum = 0;
    for (int line = 0; line < lines; line++) {
      for (int p = 0; p < stride; p++) {
        float a = x[at + line * stride + p] * scales[p];
        a = a > 1f ? 1f : a;
        a = a < -1f ? -1f : a;
        float z = Math.fma(a, steps, Functions.MAGIC);
        sum += Math.abs(Float.floatToRawIntBits(z) - Functions.MAGIC_BITS);
        v[line * stride + p] = levels == 0 ? a : (z - Functions.MAGIC) * step;
      }
    }
    return sum;
  }

  @Override
  public void combine(
      float[] w, int pitch, int lines, float[] v, float[] y, int at, int outputs, int stride) {
    Arrays.fill(y, at, at + outputs * stride, 0f);
    for (int k = 0; k < lines; k++) {
      for (int i = 0; i < outputs; i++) {
        float factor = w[Kernels.BASE + k * pitch + i];
        int to = at + i * stride;
        for (int p = 0; p < stride; p++) {
          y[to + p] = Math.fma(factor, v[k * stride + p], y[to + p]);
        }
      }
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
    for (int p = 0; p < stride; p++) {
      for (int first = 0; first < outputs; first += Kernels.GROUP) {
        if (periphery.sigma() != 0f) {
          gaussians(noise, words, bases[p], first);
        }
        int end = Math.min(outputs, first + Kernels.GROUP);
        for (int i = first; i < end; i++) {
          int to = at + i * stride + p;
          y[to] = convert(y[to], noise[i - first], periphery, scaleBack[p], saturated, p);
        }
      }
    }
  }

  private static float convert(
      float z, float noise, Periphery periphery, float scaleBack, int[] saturated, int p) {
    if (scaleBack == 0f) {
      return 0f;
    }
    float bound = periphery.bound();
    float a = Math.fma(periphery.sigma(), noise, z);
    saturated[p] += Math.abs(a) >= bound ? 1 : 0;
    a = a > bound ? bound : a;
    a = a < -bound ? -bound : a;
    if (periphery.levels() != 0) {
      float toLevels = periphery.levels() / bound;
      float step = bound / periphery.levels();
      a = (Math.fma(a, toLevels, Functions.MAGIC) - Functions.MAGIC) * step;
    }
    return a * scaleBack;
  }

  /** One group of a stream; see {@link Kernels#gaussians}. */
  private static void gaussians(float[] out, int[] words, long base, int first) {
    for (int i = 0; i < Kernels.GROUP; i += 2) {
      long word = Streams.word(base, (first + i) >> 1);
      words[i] = (int) word;
      words[i + 1] = (int) (word >>> 32);
    }
    ScalarKernels.gaussianGroup(words, 0, out, 0, HALF);
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
    Arrays.fill(pulsed, 0, stride / Kernels.BLOCK, 0);
    for (int line = 0; line < lines; line++) {
      for (int p = 0; p < stride; p++) {
        long word = Streams.word(bases[p], line / 2);
        int drawn = (int) ((line & 1) == 0 ? word : word >>> 32) >>> 1;
        int threshold = ScalarPulses.threshold(d[at + line * stride + p], gains[p]);
        pulsed[p / Kernels.BLOCK] |= drawn <= threshold ? 1 << p % Kernels.BLOCK : 0;
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
    for (int line = 0; line < kernel * kernel; line++) {
      int source = at + line / kernel * width + line % kernel;
      for (int r = 0; r < rows; r++) {
        int target = to + line * stride + r * columns;
        System.arraycopy(input, source + r * width, patches, target, columns);
      }
    }
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
    for (int line = 0; line < kernel * kernel; line++) {
      int target = at + line / kernel * width + line % kernel;
      for (int r = 0; r < rows; r++) {
        int source = from + line * stride + r * columns;
        for (int c = 0; c < columns; c++) {
          input[target + r * width + c] += patches[source + c];
        }
      }
    }
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
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        int top = at + 2 * r * width + 2 * c;
        int left = input[top + width] > input[top] ? top + width : top;
        int right = input[top + width + 1] > input[top + 1] ? top + width + 1 : top + 1;
        int best = input[right] > input[left] ? right : left;
        output[to + r * columns + c] = input[best];
        places[to + r * columns + c] = best;
      }
    }
  }
}
