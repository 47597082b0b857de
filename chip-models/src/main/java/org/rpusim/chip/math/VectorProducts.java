package org.rpusim.chip.math;

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
    int i = from;
    for (; i + 8 * Lanes.COUNT <= to; i += 8 * Lanes.COUNT) {
      eightVectors(w, stride, lines, count, v, y, i);
    }
    for (; i + 2 * Lanes.COUNT <= to; i += 2 * Lanes.COUNT) {
      twoVectors(w, stride, lines, count, v, y, i);
    }
    for (; i < to; i += Lanes.COUNT) {
      oneVector(w, stride, lines, count, v, y, i);
    }
  }

  private static void eightVectors(
      float[] w, int stride, int[] lines, int count, float[] v, float[] y, int i) {
    FloatVector s0 = FloatVector.zero(Lanes.FLOATS);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    FloatVector s4 = s0;
    FloatVector s5 = s0;
    FloatVector s6 = s0;
    FloatVector s7 = s0;
    for (int k = 0; k < count; k++) {
      int line = lines[k];
      FloatVector a = FloatVector.broadcast(Lanes.FLOATS, v[line]);
      int at = Kernels.BASE + line * stride + i;
      s0 = FloatVector.fromArray(Lanes.FLOATS, w, at).fma(a, s0);
      s1 = FloatVector.fromArray(Lanes.FLOATS, w, at + Lanes.COUNT).fma(a, s1);
      s2 = FloatVector.fromArray(Lanes.FLOATS, w, at + 2 * Lanes.COUNT).fma(a, s2);
      s3 = FloatVector.fromArray(Lanes.FLOATS, w, at + 3 * Lanes.COUNT).fma(a, s3);
      s4 = FloatVector.fromArray(Lanes.FLOATS, w, at + 4 * Lanes.COUNT).fma(a, s4);
      s5 = FloatVector.fromArray(Lanes.FLOATS, w, at + 5 * Lanes.COUNT).fma(a, s5);
      s6 = FloatVector.fromArray(Lanes.FLOATS, w, at + 6 * Lanes.COUNT).fma(a, s6);
      s7 = FloatVector.fromArray(Lanes.FLOATS, w, at + 7 * Lanes.COUNT).fma(a, s7);
    }
    s0.intoArray(y, i);
    s1.intoArray(y, i + Lanes.COUNT);
    s2.intoArray(y, i + 2 * Lanes.COUNT);
    s3.intoArray(y, i + 3 * Lanes.COUNT);
    s4.intoArray(y, i + 4 * Lanes.COUNT);
    s5.intoArray(y, i + 5 * Lanes.COUNT);
    s6.intoArray(y, i + 6 * Lanes.COUNT);
    s7.intoArray(y, i + 7 * Lanes.COUNT);
  }

  private static void twoVectors(
      float[] w, int stride, int[] lines, int count, float[] v, float[] y, int i) {
    FloatVector s0 = FloatVector.zero(Lanes.FLOATS);
    FloatVector s1 = s0;
    for (int k = 0; k < count; k++) {
      int line = lines[k];
      FloatVector a = FloatVector.broadcast(Lanes.FLOATS, v[line]);
      int at = Kernels.BASE + line * stride + i;
      s0 = FloatVector.fromArray(Lanes.FLOATS, w, at).fma(a, s0);
      s1 = FloatVector.fromArray(Lanes.FLOATS, w, at + Lanes.COUNT).fma(a, s1);
    }
    s0.intoArray(y, i);
    s1.intoArray(y, i + Lanes.COUNT);
  }

  private static void oneVector(
      float[] w, int stride, int[] lines, int count, float[] v, float[] y, int i) {
    FloatVector sum = FloatVector.zero(Lanes.FLOATS);
    for (int k = 0; k < count; k++) {
      int at = Kernels.BASE + lines[k] * stride + i;
      FloatVector a = FloatVector.broadcast(Lanes.FLOATS, v[lines[k]]);
      sum = FloatVector.fromArray(Lanes.FLOATS, w, at).fma(a, sum);
    }
    sum.intoArray(y, i);
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
