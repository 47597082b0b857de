package org.rpusim.chip.math;

/** Kernels on the Vector API; each is a small loop of its own, which C2 compiles without boxing. */
final class VectorKernels implements Kernels {
  private static final BurstKernels BURSTS = new VectorBurstKernels();
  private final CellKernels cells = new VectorCells();
  private final StepKernels steps = new VectorSteps();

  /** Lanes of 32 bits of this machine's vectors. */
  static int lanes() {
    return Lanes.COUNT;
  }

  @Override
  public String name() {
    return "vector";
  }

  @Override
  public BurstKernels bursts() {
    return BURSTS;
  }

  @Override
  public float absMax(float[] v, int n) {
    return VectorConverters.absMax(v, n);
  }

  @Override
  public long convertInputs(float[] v, int n, float scale, int levels) {
    return levels == 0
        ? VectorConverters.scaleInputs(v, n, scale)
        : VectorConverters.convertInputs(v, n, scale, levels);
  }

  @Override
  public long convertInputs(float[] v, int n, float scale, int levels, int[] words) {
    return VectorRounding.convertInputs(v, n, scale, levels, words);
  }

  @Override
  public void scaleBytes(byte[] from, int at, int n, float scale, float[] to) {
    VectorConverters.scaleBytes(from, at, n, scale, to);
  }

  @Override
  public int countAbove(float[] v, int n, float limit) {
    return VectorRounding.countAbove(v, n, limit);
  }

  @Override
  public int nonZero(float[] v, int n, int[] positions) {
    return VectorConverters.nonZero(v, n, positions);
  }

  @Override
  public void multiply(float[] w, int stride, int from, int to, float[] v, int n, float[] y) {
    VectorProducts.multiply(w, stride, from, to, v, n, y);
  }

  @Override
  public void combine(
      float[] w, int stride, int[] lines, int count, float[] v, float[] y, int from, int to) {
    VectorProducts.combine(w, stride, lines, count, v, y, from, to);
  }

  @Override
  public int convertOutputs(
      float[] z, float[] noise, int n, float sigma, float bound, int levels, float scaleBack) {
    int saturated = VectorConverters.integrate(z, noise, n, sigma, bound);
    if (levels != 0) {
      VectorConverters.round(z, n, levels / bound, bound / levels);
    }
    VectorConverters.scale(z, n, scaleBack);
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
    int saturated = VectorConverters.integrate(z, noise, n, sigma, bound);
    VectorRounding.roundOutputs(z, n, bound, levels, words);
    VectorConverters.scale(z, n, scaleBack);
    return saturated;
  }

  @Override
  public void words(int[] out, int n, long base) {
    VectorRandom.words(out, n, base, 0);
  }

  @Override
  public void gaussians(float[] out, int at, int n, int[] scratch, long base, long first) {
    VectorRandom.words(scratch, n, base, first);
    VectorRandom.radii(scratch, out, at, n);
    VectorRandom.turn(scratch, out, at, n);
  }

  @Override
  public int pulseThresholds(
      float[] v, int n, float gain, int[] thresholds, int[] blocks, int[] negatives) {
    return VectorPulses.thresholds(v, n, gain, thresholds, blocks, negatives);
  }

  @Override
  public void pulseMasks(
      long base, int[] thresholds, int[] blocks, int count, int slots, long live, int[] masks) {
    VectorPulses.masks(base, thresholds, blocks, count, slots, live, masks);
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
    VectorPulses.uniformStep(w, step, offset, entries, from, to);
  }

  @Override
  public void addScaled(float[] w, int offset, float factor, float[] v, int n) {
    VectorProducts.addScaled(w, offset, factor, v, n);
  }

  @Override
  public void sigmoid(float[] v, int offset, int n) {
    VectorFunctions.sigmoid(v, offset, n);
  }

  @Override
  public void tanh(float[] v, int offset, int n) {
    VectorFunctions.tanh(v, offset, n);
  }

  @Override
  public void relu(float[] v, int offset, int n) {
    VectorFunctions.relu(v, offset, n);
  }

  @Override
  public void exp(float[] v, int offset, int n) {
    VectorFunctions.exp(v, offset, n);
  }

  @Override
  public void ln(float[] v, int offset, int n) {
    VectorFunctions.ln(v, offset, n);
  }

  @Override
  public void sigmoidGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int n) {
    VectorGradients.sigmoid(y, yOffset, delta, deltaOffset, n);
  }

  @Override
  public void tanhGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int n) {
    VectorGradients.tanh(y, yOffset, delta, deltaOffset, n);
  }

  @Override
  public void reluGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int n) {
    VectorGradients.relu(y, yOffset, delta, deltaOffset, n);
  }
}
