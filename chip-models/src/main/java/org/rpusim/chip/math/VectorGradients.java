package org.rpusim.chip.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Derivatives of activation functions from their outputs. */
final class VectorGradients {
  private VectorGradients() {}

  static void sigmoid(float[] y, int yOffset, float[] delta, int deltaOffset, int n) {
    FloatVector one = FloatVector.broadcast(Lanes.FLOATS, 1f);
    int i = 0;
    for (; i <= n - Lanes.COUNT; i += Lanes.COUNT) {
      FloatVector a = FloatVector.fromArray(Lanes.FLOATS, y, yOffset + i);
      FloatVector b = FloatVector.fromArray(Lanes.FLOATS, delta, deltaOffset + i);
      b.mul(a.mul(one.sub(a))).intoArray(delta, deltaOffset + i);
    }
    for (; i < n; i++) {
      float a = y[yOffset + i];
      delta[deltaOffset + i] *= a * (1f - a);
    }
  }

  static void tanh(float[] y, int yOffset, float[] delta, int deltaOffset, int n) {
    FloatVector one = FloatVector.broadcast(Lanes.FLOATS, 1f);
    int i = 0;
    for (; i <= n - Lanes.COUNT; i += Lanes.COUNT) {
      FloatVector a = FloatVector.fromArray(Lanes.FLOATS, y, yOffset + i);
      FloatVector b = FloatVector.fromArray(Lanes.FLOATS, delta, deltaOffset + i);
      b.mul(a.neg().fma(a, one)).intoArray(delta, deltaOffset + i);
    }
    for (; i < n; i++) {
      float a = y[yOffset + i];
      delta[deltaOffset + i] *= Math.fma(-a, a, 1f);
    }
  }

  static void relu(float[] y, int yOffset, float[] delta, int deltaOffset, int n) {
    FloatVector zero = FloatVector.zero(Lanes.FLOATS);
    int i = 0;
    for (; i <= n - Lanes.COUNT; i += Lanes.COUNT) {
      FloatVector a = FloatVector.fromArray(Lanes.FLOATS, y, yOffset + i);
      FloatVector b = FloatVector.fromArray(Lanes.FLOATS, delta, deltaOffset + i);
      zero.blend(b, a.compare(VectorOperators.GT, zero)).intoArray(delta, deltaOffset + i);
    }
    for (; i < n; i++) {
      delta[deltaOffset + i] = y[yOffset + i] > 0f ? delta[deltaOffset + i] : 0f;
    }
  }
}
