package org.rpusim.chip.math;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Products of matrices and vectors. */
final class VectorProducts {
  private static final int WIDE = Kernels.BLOCK;

  private VectorProducts() {}

  static void multiply(float[] w, int stride, int from, int to, float[] v, int n, float[] y) {
    int row = from;
    if (Lanes.COUNT == WIDE) {
      for (; row + 8 <= to; row += 8) {
        eightRows(w, Kernels.BASE + row * stride, stride, v, n, y, row);
      }
      for (; row < to; row++) {
        oneRow(w, Kernels.BASE + row * stride, v, n, y, row);
      }
    } else {
      for (; row < to; row++) {
        halfWidthRow(w, Kernels.BASE + row * stride, v, n, y, row);
      }
    }
  }

  private static void eightRows(
      float[] w, int offset, int stride, float[] v, int n, float[] y, int row) {
    FloatVector s0 = FloatVector.zero(Lanes.FLOATS);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    FloatVector s4 = s0;
    FloatVector s5 = s0;
    FloatVector s6 = s0;
    FloatVector s7 = s0;
    for (int j = 0; j < n; j += WIDE) {
      FloatVector a = FloatVector.fromArray(Lanes.FLOATS, v, j);
      int at = offset + j;
      s0 = FloatVector.fromArray(Lanes.FLOATS, w, at).fma(a, s0);
      s1 = FloatVector.fromArray(Lanes.FLOATS, w, at + stride).fma(a, s1);
      s2 = FloatVector.fromArray(Lanes.FLOATS, w, at + 2 * stride).fma(a, s2);
      s3 = FloatVector.fromArray(Lanes.FLOATS, w, at + 3 * stride).fma(a, s3);
      s4 = FloatVector.fromArray(Lanes.FLOATS, w, at + 4 * stride).fma(a, s4);
      s5 = FloatVector.fromArray(Lanes.FLOATS, w, at + 5 * stride).fma(a, s5);
      s6 = FloatVector.fromArray(Lanes.FLOATS, w, at + 6 * stride).fma(a, s6);
      s7 = FloatVector.fromArray(Lanes.FLOATS, w, at + 7 * stride).fma(a, s7);
    }
    // The levels of the tree interleave their arguments; this order gives rows 0 to 7.
    FloatVector even = LaneFold.from4(LaneFold.from8(s0, s4), LaneFold.from8(s2, s6));
    FloatVector odd = LaneFold.from4(LaneFold.from8(s1, s5), LaneFold.from8(s3, s7));
    LaneFold.finish(even, odd, y, row);
  }

  private static void oneRow(float[] w, int offset, float[] v, int n, float[] y, int row) {
    FloatVector sum = FloatVector.zero(Lanes.FLOATS);
    for (int j = 0; j < n; j += WIDE) {
      FloatVector a = FloatVector.fromArray(Lanes.FLOATS, v, j);
      sum = FloatVector.fromArray(Lanes.FLOATS, w, offset + j).fma(a, sum);
    }
    y[row] = LaneFold.fold(sum);
  }

  private static void halfWidthRow(float[] w, int offset, float[] v, int n, float[] y, int row) {
    FloatVector low = FloatVector.zero(Lanes.FLOATS);
    FloatVector high = low;
    for (int j = 0; j < n; j += WIDE) {
      FloatVector a = FloatVector.fromArray(Lanes.FLOATS, v, j);
      FloatVector b = FloatVector.fromArray(Lanes.FLOATS, v, j + 8);
      low = FloatVector.fromArray(Lanes.FLOATS, w, offset + j).fma(a, low);
      high = FloatVector.fromArray(Lanes.FLOATS, w, offset + j + 8).fma(b, high);
    }
    y[row] = LaneFold.foldFrom4(low.add(high));
  }

  static void combine(
      float[] w, int stride, int[] lines, int count, float[] v, float[] y, int from, int to) {
    if (count == 0) {
      Arrays.fill(y, from, to, 0f);
    }
    int k = 0;
    for (; k + 8 <= count; k += 8) {
      eightLines(w, stride, lines, k, v, y, from, to);
    }
    for (; k + 2 <= count; k += 2) {
      twoLines(w, stride, lines, k, v, y, from, to);
    }
    for (; k < count; k++) {
      oneLine(w, stride, lines, k, v, y, from, to);
    }
  }

  /** Adds eight lines: enough of them that loading and storing sums does not matter. */
  private static void eightLines(
      float[] w, int stride, int[] lines, int k, float[] v, float[] y, int from, int to) {
    FloatVector v0 = FloatVector.broadcast(Lanes.FLOATS, v[lines[k]]);
    FloatVector v1 = FloatVector.broadcast(Lanes.FLOATS, v[lines[k + 1]]);
    FloatVector v2 = FloatVector.broadcast(Lanes.FLOATS, v[lines[k + 2]]);
    FloatVector v3 = FloatVector.broadcast(Lanes.FLOATS, v[lines[k + 3]]);
    FloatVector v4 = FloatVector.broadcast(Lanes.FLOATS, v[lines[k + 4]]);
    FloatVector v5 = FloatVector.broadcast(Lanes.FLOATS, v[lines[k + 5]]);
    FloatVector v6 = FloatVector.broadcast(Lanes.FLOATS, v[lines[k + 6]]);
    FloatVector v7 = FloatVector.broadcast(Lanes.FLOATS, v[lines[k + 7]]);
    int w0 = Kernels.BASE + lines[k] * stride;
    int w1 = Kernels.BASE + lines[k + 1] * stride;
    int w2 = Kernels.BASE + lines[k + 2] * stride;
    int w3 = Kernels.BASE + lines[k + 3] * stride;
    int w4 = Kernels.BASE + lines[k + 4] * stride;
    int w5 = Kernels.BASE + lines[k + 5] * stride;
    int w6 = Kernels.BASE + lines[k + 6] * stride;
    int w7 = Kernels.BASE + lines[k + 7] * stride;
    for (int i = from; i < to; i += Lanes.COUNT) {
      FloatVector sum =
          k == 0 ? FloatVector.zero(Lanes.FLOATS) : FloatVector.fromArray(Lanes.FLOATS, y, i);
      sum = FloatVector.fromArray(Lanes.FLOATS, w, w0 + i).fma(v0, sum);
      sum = FloatVector.fromArray(Lanes.FLOATS, w, w1 + i).fma(v1, sum);
      sum = FloatVector.fromArray(Lanes.FLOATS, w, w2 + i).fma(v2, sum);
      sum = FloatVector.fromArray(Lanes.FLOATS, w, w3 + i).fma(v3, sum);
      sum = FloatVector.fromArray(Lanes.FLOATS, w, w4 + i).fma(v4, sum);
      sum = FloatVector.fromArray(Lanes.FLOATS, w, w5 + i).fma(v5, sum);
      sum = FloatVector.fromArray(Lanes.FLOATS, w, w6 + i).fma(v6, sum);
      sum = FloatVector.fromArray(Lanes.FLOATS, w, w7 + i).fma(v7, sum);
      sum.intoArray(y, i);
    }
  }

  private static void twoLines(
      float[] w, int stride, int[] lines, int k, float[] v, float[] y, int from, int to) {
    FloatVector v0 = FloatVector.broadcast(Lanes.FLOATS, v[lines[k]]);
    FloatVector v1 = FloatVector.broadcast(Lanes.FLOATS, v[lines[k + 1]]);
    int w0 = Kernels.BASE + lines[k] * stride;
    int w1 = Kernels.BASE + lines[k + 1] * stride;
    for (int i = from; i < to; i += Lanes.COUNT) {
      FloatVector sum =
          k == 0 ? FloatVector.zero(Lanes.FLOATS) : FloatVector.fromArray(Lanes.FLOATS, y, i);
      sum = FloatVector.fromArray(Lanes.FLOATS, w, w0 + i).fma(v0, sum);
      sum = FloatVector.fromArray(Lanes.FLOATS, w, w1 + i).fma(v1, sum);
      sum.intoArray(y, i);
    }
  }

  private static void oneLine(
      float[] w, int stride, int[] lines, int k, float[] v, float[] y, int from, int to) {
    FloatVector v0 = FloatVector.broadcast(Lanes.FLOATS, v[lines[k]]);
    int w0 = Kernels.BASE + lines[k] * stride;
    for (int i = from; i < to; i += Lanes.COUNT) {
      FloatVector sum =
          k == 0 ? FloatVector.zero(Lanes.FLOATS) : FloatVector.fromArray(Lanes.FLOATS, y, i);
      sum = FloatVector.fromArray(Lanes.FLOATS, w, w0 + i).fma(v0, sum);
      sum.intoArray(y, i);
    }
  }

  static void addScaled(float[] w, int offset, float factor, float[] v, int n) {
    FloatVector a = FloatVector.broadcast(Lanes.FLOATS, factor);
    for (int i = 0; i < n; i += Lanes.COUNT) {
      FloatVector b = FloatVector.fromArray(Lanes.FLOATS, w, offset + i);
      b = FloatVector.fromArray(Lanes.FLOATS, v, i).lanewise(VectorOperators.FMA, a, b);
      b.intoArray(w, offset + i);
    }
  }
}
