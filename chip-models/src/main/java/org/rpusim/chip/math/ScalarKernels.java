package org.rpusim.chip.math;

import java.util.Arrays;

/** Plain Java kernels: the definition of the bits that {@link VectorKernels} must give too. */
final class ScalarKernels implements Kernels {
  private static final BurstKernels BURSTS = new ScalarBurstKernels();
  private final CellKernels cells = new ScalarCells();
  private final StepKernels steps = new ScalarSteps();

  @Override
  public String name() {
    return "scalar";
  }

  @Override
  public BurstKernels bursts() {
    return BURSTS;
  }

  @Override
  public float absMax(float[] v, int n) {
    float max = 0f;
    for (int i = 0; i < n; i++) {
      float a = Math.abs(v[i]);
      max = a > max ? a : max;
    }
    return max;
  }

  @Override
  public long convertInputs(float[] v, int n, float scale, int levels) {
    float steps = levels == 0 ? UNLIMITED_STEPS : levels;
    float step = 1f / steps;
    int sum = 0;
    for (int i = 0; i < n; i++) {
      float a = v[i] * scale;
      a = a > 1f ? 1f : a;
      a = a < -1f ? -1f : a;
      float z = Math.fma(a, steps, Functions.MAGIC);
      sum += Math.abs(Float.floatToRawIntBits(z) - Functions.MAGIC_BITS);
      v[i] = levels == 0 ? a : (z - Functions.MAGIC) * step;
    }
    return sum;
  }

  @Override
  public long convertInputs(float[] v, int n, float scale, int levels, int[] words) {
    return ScalarRounding.convertInputs(v, n, scale, levels, words);
  }

  @Override
  public void scaleBytes(byte[] from, int at, int n, float scale, float[] to) {
    for (int i = 0; i < n; i++) {
      to[i] = (from[at + i] & 0xFF) * scale;
    }
  }

  @Override
  public int countAbove(float[] v, int n, float limit) {
    int count = 0;
    for (int i = 0; i < n; i++) {
      count += Math.abs(v[i]) > limit ? 1 : 0;
    }
    return count;
  }

  @Override
  public int nonZero(float[] v, int n, int[] positions) {
    int count = 0;
    for (int i = 0; i < n; i++) {
      positions[count] = i;
      count += v[i] != 0f ? 1 : 0;
    }
    return count;
  }

  @Override
  public void multiply(float[] w, int stride, int from, int to, float[] v, int n, float[] y) {
    for (int row = from; row < to; row++) {
      y[row] = ScalarDot.dot(w, BASE + row * stride, v, n);
    }
  }

  @Override
  public void combine(
      float[] w, int stride, int[] lines, int count, float[] v, float[] y, int from, int to) {
    Arrays.fill(y, from, to, 0f);
    for (int k = 0; k < count; k++) {
      int offset = BASE + lines[k] * stride;
      float factor = v[lines[k]];
      for (int i = from; i < to; i++) {
        y[i] = Math.fma(w[offset + i], factor, y[i]);
      }
    }
  }

  @Override
  public int convertOutputs(
      float[] z, float[] noise, int n, float sigma, float bound, int levels, float scaleBack) {
    float toLevels = levels / bound;
    float step = bound / levels;
    int saturated = 0;
    for (int i = 0; i < n; i++) {
      float a = Math.fma(sigma, noise[i], z[i]);
      saturated += Math.abs(a) >= bound ? 1 : 0;
      a = a > bound ? bound : a;
      a = a < -bound ? -bound : a;
      if (levels != 0) {
        a = (Math.fma(a, toLevels, Functions.MAGIC) - Functions.MAGIC) * step;
      }
      z[i] = a * scaleBack;
    }
    return saturated;
  }

  @Override
  public int convertOutputs(
      float[] z,
      float[] noise,
      int n,
      float sigma,
      float bound,
      int levels,
      float scaleBack,
      int[] words) {
    int saturated = convertOutputs(z, noise, n, sigma, bound, 0, 1f);
    ScalarRounding.roundOutputs(z, n, bound, levels, words);
    for (int i = 0; i < n; i++) {
      z[i] *= scaleBack;
    }
    return saturated;
  }

  @Override
  public void words(int[] out, int n, long base) {
    ScalarRounding.words(out, n, base);
  }

  @Override
  public void gaussians(float[] out, int at, int n, int[] scratch, long base, long first) {
    for (int i = 0; i < n; i += 2) {
      long word = Streams.word(base, (first + i) >> 1);
      scratch[i] = (int) word;
      scratch[i + 1] = (int) (word >>> 32);
    }
    for (int group = 0; group < n; group += GROUP) {
      gaussianGroup(scratch, group, out, at + group, BLOCK);
    }
  }

  /** Radii from {@code half} words, angles from as many behind them. */
  static void gaussianGroup(int[] words, int from, float[] out, int at, int half) {
    for (int i = 0; i < half; i++) {
      int bits = words[from + i];
      float low = Math.fma((float) (bits & 0xFF), 0x1p-32f, 0x1p-33f);
      float uniform = Math.fma((float) (bits >>> 8), 0x1p-24f, low);
      float radius = (float) Math.sqrt(-2f * Functions.ln(uniform));
      int word = words[from + i + half];
      int quarter = (word + (1 << 29)) >> 30;
      float f = (float) (word - (quarter << 30)) * 0x1p-32f;
      out[at + i] = Functions.cosOfQuarter(quarter, f) * radius;
      out[at + i + half] = Functions.sinOfQuarter(quarter, f) * radius;
    }
  }

  @Override
  public int pulseThresholds(
      float[] v, int n, float gain, int[] thresholds, int[] blocks, int[] negatives) {
    return ScalarPulses.thresholds(v, n, gain, thresholds, blocks, negatives);
  }

  @Override
  public void pulseMasks(
      long base, int[] thresholds, int[] blocks, int count, int slots, long live, int[] masks) {
    ScalarPulses.masks(base, thresholds, blocks, count, slots, live, masks);
  }

  @Override
  public CellKernels cells() {
    return cells;
  }

  @Override
  public StepKernels steps() {
    return steps;
  }

  @Override
  public void uniformStep(float[] w, float step, int offset, int[] entries, int from, int to) {
    for (int e = from; e < to; e++) {
      int block = offset + (entries[e] >>> 16) * BLOCK;
      for (int bits = entries[e] & 0xFFFF; bits != 0; bits &= bits - 1) {
        w[block + Integer.numberOfTrailingZeros(bits)] += step;
      }
    }
  }

  @Override
  public void addScaled(float[] w, int offset, float factor, float[] v, int n) {
    for (int i = 0; i < n; i++) {
      w[offset + i] = Math.fma(factor, v[i], w[offset + i]);
    }
  }

  @Override
  public void sigmoid(float[] v, int offset, int n) {
    for (int i = offset; i < offset + n; i++) {
      v[i] = Functions.sigmoid(v[i]);
    }
  }

  @Override
  public void tanh(float[] v, int offset, int n) {
    for (int i = offset; i < offset + n; i++) {
      v[i] = Functions.tanh(v[i]);
    }
  }

  @Override
  public void relu(float[] v, int offset, int n) {
    for (int i = offset; i < offset + n; i++) {
      v[i] = v[i] > 0f ? v[i] : 0f;
    }
  }

  @Override
  public void exp(float[] v, int offset, int n) {
    for (int i = offset; i < offset + n; i++) {
      v[i] = Functions.exp(v[i]);
    }
  }

  @Override
  public void ln(float[] v, int offset, int n) {
    for (int i = offset; i < offset + n; i++) {
      v[i] = Functions.ln(v[i]);
    }
  }

  @Override
  public void sigmoidGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int n) {
    for (int i = 0; i < n; i++) {
      float a = y[yOffset + i];
      delta[deltaOffset + i] *= a * (1f - a);
    }
  }

  @Override
  public void tanhGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int n) {
    for (int i = 0; i < n; i++) {
      float a = y[yOffset + i];
      delta[deltaOffset + i] *= Math.fma(-a, a, 1f);
    }
  }

  @Override
  public void reluGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int n) {
    for (int i = 0; i < n; i++) {
      delta[deltaOffset + i] = y[yOffset + i] > 0f ? delta[deltaOffset + i] : 0f;
    }
  }
}
