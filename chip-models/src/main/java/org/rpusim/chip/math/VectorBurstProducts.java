package org.rpusim.chip.math;

import jdk.incubator.vector.FloatVector;

/** Products of a matrix with vectors side by side. */
final class VectorBurstProducts {
  private VectorBurstProducts() {}

  /** Eight outputs from weight {@code at}, for all vectors. */
  static void eight(
      float[] w, int at, int pitch, int lines, float[] v, float[] y, int to, int stride) {
    int p = 0;
    for (; p + 2 * Lanes.COUNT <= stride; p += 2 * Lanes.COUNT) {
      eightByTwo(w, at, pitch, lines, v, y, to, stride, p);
    }
    for (; p < stride; p += Lanes.COUNT) {
      eightByOne(w, at, pitch, lines, v, y, to, stride, p);
    }
  }

  private static void eightByTwo(
      float[] w, int at, int pitch, int lines, float[] v, float[] y, int to, int stride, int p) {
    FloatVector a0 = FloatVector.zero(Lanes.FLOATS);
    FloatVector a1 = a0;
    FloatVector a2 = a0;
    FloatVector a3 = a0;
    FloatVector a4 = a0;
    FloatVector a5 = a0;
    FloatVector a6 = a0;
    FloatVector a7 = a0;
    FloatVector b0 = a0;
    FloatVector b1 = a0;
    FloatVector b2 = a0;
    FloatVector b3 = a0;
    FloatVector b4 = a0;
    FloatVector b5 = a0;
    FloatVector b6 = a0;
    FloatVector b7 = a0;
    int i = at;
    int from = p;
    for (int k = 0; k < lines; k++) {
      FloatVector a = FloatVector.fromArray(Lanes.FLOATS, v, from);
      FloatVector b = FloatVector.fromArray(Lanes.FLOATS, v, from + Lanes.COUNT);
      FloatVector c = FloatVector.broadcast(Lanes.FLOATS, w[i]);
      a0 = a.fma(c, a0);
      b0 = b.fma(c, b0);
      c = FloatVector.broadcast(Lanes.FLOATS, w[i + 1]);
      a1 = a.fma(c, a1);
      b1 = b.fma(c, b1);
      c = FloatVector.broadcast(Lanes.FLOATS, w[i + 2]);
      a2 = a.fma(c, a2);
      b2 = b.fma(c, b2);
      c = FloatVector.broadcast(Lanes.FLOATS, w[i + 3]);
      a3 = a.fma(c, a3);
      b3 = b.fma(c, b3);
      c = FloatVector.broadcast(Lanes.FLOATS, w[i + 4]);
      a4 = a.fma(c, a4);
      b4 = b.fma(c, b4);
      c = FloatVector.broadcast(Lanes.FLOATS, w[i + 5]);
      a5 = a.fma(c, a5);
      b5 = b.fma(c, b5);
      c = FloatVector.broadcast(Lanes.FLOATS, w[i + 6]);
      a6 = a.fma(c, a6);
      b6 = b.fma(c, b6);
      c = FloatVector.broadcast(Lanes.FLOATS, w[i + 7]);
      a7 = a.fma(c, a7);
      b7 = b.fma(c, b7);
      i += pitch;
      from += stride;
    }
    int place = to + p;
    a0.intoArray(y, place);
    b0.intoArray(y, place + Lanes.COUNT);
    a1.intoArray(y, place + stride);
    b1.intoArray(y, place + stride + Lanes.COUNT);
    a2.intoArray(y, place + 2 * stride);
    b2.intoArray(y, place + 2 * stride + Lanes.COUNT);
    a3.intoArray(y, place + 3 * stride);
    b3.intoArray(y, place + 3 * stride + Lanes.COUNT);
    a4.intoArray(y, place + 4 * stride);
    b4.intoArray(y, place + 4 * stride + Lanes.COUNT);
    a5.intoArray(y, place + 5 * stride);
    b5.intoArray(y, place + 5 * stride + Lanes.COUNT);
    a6.intoArray(y, place + 6 * stride);
    b6.intoArray(y, place + 6 * stride + Lanes.COUNT);
    a7.intoArray(y, place + 7 * stride);
    b7.intoArray(y, place + 7 * stride + Lanes.COUNT);
  }

  private static void eightByOne(
      float[] w, int at, int pitch, int lines, float[] v, float[] y, int to, int stride, int p) {
    FloatVector a0 = FloatVector.zero(Lanes.FLOATS);
    FloatVector a1 = a0;
    FloatVector a2 = a0;
    FloatVector a3 = a0;
    FloatVector a4 = a0;
    FloatVector a5 = a0;
    FloatVector a6 = a0;
    FloatVector a7 = a0;
    int i = at;
    int from = p;
    for (int k = 0; k < lines; k++) {
      FloatVector a = FloatVector.fromArray(Lanes.FLOATS, v, from);
      a0 = a.fma(FloatVector.broadcast(Lanes.FLOATS, w[i]), a0);
      a1 = a.fma(FloatVector.broadcast(Lanes.FLOATS, w[i + 1]), a1);
      a2 = a.fma(FloatVector.broadcast(Lanes.FLOATS, w[i + 2]), a2);
      a3 = a.fma(FloatVector.broadcast(Lanes.FLOATS, w[i + 3]), a3);
      a4 = a.fma(FloatVector.broadcast(Lanes.FLOATS, w[i + 4]), a4);
      a5 = a.fma(FloatVector.broadcast(Lanes.FLOATS, w[i + 5]), a5);
      a6 = a.fma(FloatVector.broadcast(Lanes.FLOATS, w[i + 6]), a6);
      a7 = a.fma(FloatVector.broadcast(Lanes.FLOATS, w[i + 7]), a7);
      i += pitch;
      from += stride;
    }
    int place = to + p;
    a0.intoArray(y, place);
    a1.intoArray(y, place + stride);
    a2.intoArray(y, place + 2 * stride);
    a3.intoArray(y, place + 3 * stride);
    a4.intoArray(y, place + 4 * stride);
    a5.intoArray(y, place + 5 * stride);
    a6.intoArray(y, place + 6 * stride);
    a7.intoArray(y, place + 7 * stride);
  }

  /** One output, for all vectors. */
  static void one(
      float[] w, int at, int pitch, int lines, float[] v, float[] y, int to, int stride) {
    for (int p = 0; p < stride; p += Lanes.COUNT) {
      FloatVector sum = FloatVector.zero(Lanes.FLOATS);
      for (int k = 0; k < lines; k++) {
        FloatVector a = FloatVector.fromArray(Lanes.FLOATS, v, k * stride + p);
        sum = a.fma(FloatVector.broadcast(Lanes.FLOATS, w[at + k * pitch]), sum);
      }
      sum.intoArray(y, to + p);
    }
  }
}
