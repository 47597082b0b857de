package org.rpusim.workload.recurrent.training;

import java.util.Arrays;

/**
 * An LSTM block with a softmax layer in double precision, written out from its equations and
 * nothing else: the reference of the simulated one. One sequence at a time, state carried over.
 */
final class DigitalLstm {
  final int symbols;
  final int units;
  final double[][] w;
  final double[][] v;
  private final double clip;
  private double[] h0;
  private double[] c0;

  /** By time step, of the last sequence. */
  double[][] h;

  double[][] c;
  double[][] gates;
  double[][] deltas;
  double loss;

  /**
   * @param w 4·units × (symbols + units + 1), rows i, f, o, g
   * @param v symbols × (units + 1)
   */
  DigitalLstm(int symbols, int units, double[][] w, double[][] v, double clip) {
    this.symbols = symbols;
    this.units = units;
    this.w = w;
    this.v = v;
    this.clip = clip;
    h0 = new double[units];
    c0 = new double[units];
    h = new double[0][];
    c = new double[0][];
    gates = new double[0][];
    deltas = new double[0][];
  }

  private static double sigmoid(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  /** Trains with one sequence: x[t] is followed by next[t]. */
  void train(int[] x, int[] next, double rate) {
    int steps = x.length;
    h = new double[steps][units];
    c = new double[steps][units];
    gates = new double[steps][4 * units];
    deltas = new double[steps][4 * units];
    double[][] errors = new double[steps][symbols];
    double[][] inputs = new double[steps][];
    for (int t = 0; t < steps; t++) {
      inputs[t] = input(x[t], t == 0 ? h0 : h[t - 1]);
      forward(t, inputs[t], t == 0 ? c0 : c[t - 1]);
      errors[t] = softmaxError(h[t], next[t]);
    }
    double[][] oldW = w;
    double[] dhNext = new double[units];
    double[] dcNext = new double[units];
    double[][] stepW = new double[4 * units][symbols + units + 1];
    double[][] stepV = new double[symbols][units + 1];
    for (int t = steps - 1; t >= 0; t--) {
      double[] dh = dhNext.clone();
      for (int k = 0; k < symbols; k++) {
        for (int j = 0; j < units; j++) {
          dh[j] += v[k][j] * errors[t][k];
          stepV[k][j] += rate * errors[t][k] * h[t][j];
        }
        stepV[k][units] += rate * errors[t][k];
      }
      backward(t, dh, dcNext, t == 0 ? c0 : c[t - 1]);
      Arrays.fill(dhNext, 0);
      for (int r = 0; r < 4 * units; r++) {
        for (int j = 0; j < inputs[t].length; j++) {
          stepW[r][j] += rate * deltas[t][r] * inputs[t][j];
        }
        for (int j = 0; j < units; j++) {
          dhNext[j] += oldW[r][symbols + j] * deltas[t][r];
        }
      }
    }
    add(w, stepW);
    add(v, stepV);
    h0 = h[steps - 1];
    c0 = c[steps - 1];
  }

  private static void add(double[][] to, double[][] step) {
    for (int r = 0; r < to.length; r++) {
      for (int j = 0; j < to[r].length; j++) {
        to[r][j] += step[r][j];
      }
    }
  }

  private double[] input(int symbol, double[] before) {
    double[] input = new double[symbols + units + 1];
    input[symbol] = 1;
    System.arraycopy(before, 0, input, symbols, units);
    input[symbols + units] = 1;
    return input;
  }

  private void forward(int t, double[] input, double[] before) {
    for (int r = 0; r < 4 * units; r++) {
      double z = 0;
      for (int j = 0; j < input.length; j++) {
        z += w[r][j] * input[j];
      }
      gates[t][r] = r < 3 * units ? sigmoid(z) : StrictMath.tanh(z);
    }
    double[] z = gates[t];
    for (int j = 0; j < units; j++) {
      c[t][j] = z[units + j] * before[j] + z[j] * z[3 * units + j];
      h[t][j] = z[2 * units + j] * StrictMath.tanh(c[t][j]);
    }
  }

  /** The negative gradient by the results of the softmax layer. */
  private double[] softmaxError(double[] state, int label) {
    double[] p = new double[symbols];
    double sum = 0;
    for (int k = 0; k < symbols; k++) {
      double z = v[k][units];
      for (int j = 0; j < units; j++) {
        z += v[k][j] * state[j];
      }
      p[k] = StrictMath.exp(z);
      sum += p[k];
    }
    for (int k = 0; k < symbols; k++) {
      p[k] = (k == label ? 1 : 0) - p[k] / sum;
    }
    loss -= StrictMath.log(1 - p[label]);
    return p;
  }

  private void backward(int t, double[] dh, double[] dc, double[] before) {
    double[] z = gates[t];
    for (int j = 0; j < units; j++) {
      double i = z[j];
      double f = z[units + j];
      double o = z[2 * units + j];
      double g = z[3 * units + j];
      double tanh = StrictMath.tanh(c[t][j]);
      dc[j] += dh[j] * o * (1 - tanh * tanh);
      deltas[t][j] = bounded(dc[j] * g * i * (1 - i));
      deltas[t][units + j] = bounded(dc[j] * before[j] * f * (1 - f));
      deltas[t][2 * units + j] = bounded(dh[j] * tanh * o * (1 - o));
      deltas[t][3 * units + j] = bounded(dc[j] * i * (1 - g * g));
      dc[j] *= f;
    }
  }

  private double bounded(double gradient) {
    return StrictMath.max(-clip, StrictMath.min(clip, gradient));
  }
}
