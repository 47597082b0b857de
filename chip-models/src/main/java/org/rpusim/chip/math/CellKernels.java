package org.rpusim.chip.math;

/**
 * The digital arithmetic of recurrent cells, number by number. {@code z} holds the activations of
 * an LSTM's gates i, f, o and of g, n of each one after the other (P3); gradients are negative
 * ones.
 */
public interface CellKernels {
  /** c = f·before + i·g. */
  void lstmState(float[] z, float[] before, float[] c, int n);

  /** h = o·tanhOfC. */
  void lstmOutput(float[] z, float[] tanhOfC, float[] h, int n);

  /** The gradient by o, dh·tanh(c), into delta; dc += dh·o·(1 − tanh(c)²). */
  void lstmOutputGradient(float[] z, float[] tanhOfC, float[] dh, float[] dc, float[] delta, int n);

  /** Gradients by i, f and g: dc·g, dc·before, dc·i, into delta; dc = dc·f, of the step before. */
  void lstmGateGradients(float[] z, float[] before, float[] dc, float[] delta, int n);

  /** sum[i] += part[at + i]. */
  void add(float[] sum, float[] part, int at, int n);

  /** v[i] within ±bound; what is no number stays so. */
  void clip(float[] v, int n, float bound);
}
