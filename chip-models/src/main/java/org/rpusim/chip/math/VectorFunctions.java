package org.rpusim.chip.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/** Activation functions over slices; tails take the scalar functions. */
final class VectorFunctions {
  private VectorFunctions() {}

  static void exp(float[] v, int offset, int n) {
    int i = offset;
    for (; i <= offset + n - Lanes.COUNT; i += Lanes.COUNT) {
      LaneFunctions.exp(FloatVector.fromArray(Lanes.FLOATS, v, i)).intoArray(v, i);
    }
    for (; i < offset + n; i++) {
      v[i] = Functions.exp(v[i]);
    }
  }

  static void ln(float[] v, int offset, int n) {
    int i = offset;
    for (; i <= offset + n - Lanes.COUNT; i += Lanes.COUNT) {
      LaneFunctions.ln(FloatVector.fromArray(Lanes.FLOATS, v, i)).intoArray(v, i);
    }
    for (; i < offset + n; i++) {
      v[i] = Functions.ln(v[i]);
    }
  }

  static void sigmoid(float[] v, int offset, int n) {
    FloatVector one = LaneFunctions.constant(1f);
    int i = offset;
    for (; i <= offset + n - Lanes.COUNT; i += Lanes.COUNT) {
      FloatVector e = LaneFunctions.exp(FloatVector.fromArray(Lanes.FLOATS, v, i).neg());
      one.div(e.add(one)).intoArray(v, i);
    }
    for (; i < offset + n; i++) {
      v[i] = Functions.sigmoid(v[i]);
    }
  }

  static void tanh(float[] v, int offset, int n) {
    int i = offset;
    for (; i <= offset + n - Lanes.COUNT; i += Lanes.COUNT) {
      FloatVector x = FloatVector.fromArray(Lanes.FLOATS, v, i);
      FloatVector e = LaneFunctions.expMinusOne(x.abs().mul(2f));
      IntVector sign = x.reinterpretAsInts().and(Integer.MIN_VALUE);
      IntVector t = e.div(e.add(2f)).reinterpretAsInts().or(sign);
      t.reinterpretAsFloats().intoArray(v, i);
    }
    for (; i < offset + n; i++) {
      v[i] = Functions.tanh(v[i]);
    }
  }

  static void relu(float[] v, int offset, int n) {
    FloatVector zero = LaneFunctions.constant(0f);
    int i = offset;
    for (; i <= offset + n - Lanes.COUNT; i += Lanes.COUNT) {
      FloatVector x = FloatVector.fromArray(Lanes.FLOATS, v, i);
      zero.blend(x, x.compare(VectorOperators.GT, zero)).intoArray(v, i);
    }
    for (; i < offset + n; i++) {
      v[i] = v[i] > 0f ? v[i] : 0f;
    }
  }
}
