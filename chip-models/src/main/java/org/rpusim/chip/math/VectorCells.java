package org.rpusim.chip.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Cells on the Vector API; what does not fill a vector at the end is done under a mask. */
final class VectorCells implements CellKernels {
  @Override
  public void lstmState(float[] z, float[] before, float[] c, int n) {
    for (int j = 0; j < n; j += Lanes.COUNT) {
      VectorMask<Float> on = Lanes.within(j, n);
      FloatVector kept = FloatVector.fromArray(Lanes.FLOATS, z, n + j, on);
      kept = kept.mul(FloatVector.fromArray(Lanes.FLOATS, before, j, on));
      FloatVector added = FloatVector.fromArray(Lanes.FLOATS, z, j, on);
      added = added.mul(FloatVector.fromArray(Lanes.FLOATS, z, 3 * n + j, on));
      kept.add(added).intoArray(c, j, on);
    }
  }

  @Override
  public void lstmOutput(float[] z, float[] tanhOfC, float[] h, int n) {
    for (int j = 0; j < n; j += Lanes.COUNT) {
      VectorMask<Float> on = Lanes.within(j, n);
      FloatVector gate = FloatVector.fromArray(Lanes.FLOATS, z, 2 * n + j, on);
      gate.mul(FloatVector.fromArray(Lanes.FLOATS, tanhOfC, j, on)).intoArray(h, j, on);
    }
  }

  @Override
  public void lstmOutputGradient(
      float[] z, float[] tanhOfC, float[] dh, float[] dc, float[] delta, int n) {
    for (int j = 0; j < n; j += Lanes.COUNT) {
      VectorMask<Float> on = Lanes.within(j, n);
      FloatVector t = FloatVector.fromArray(Lanes.FLOATS, tanhOfC, j, on);
      FloatVector d = FloatVector.fromArray(Lanes.FLOATS, dh, j, on);
      d.mul(t).intoArray(delta, 2 * n + j, on);
      d = d.mul(FloatVector.fromArray(Lanes.FLOATS, z, 2 * n + j, on));
      d = d.mul(LaneFunctions.constant(1f).sub(t.mul(t)));
      FloatVector.fromArray(Lanes.FLOATS, dc, j, on).add(d).intoArray(dc, j, on);
    }
  }

  @Override
  public void lstmGateGradients(float[] z, float[] before, float[] dc, float[] delta, int n) {
    for (int j = 0; j < n; j += Lanes.COUNT) {
      VectorMask<Float> on = Lanes.within(j, n);
      FloatVector d = FloatVector.fromArray(Lanes.FLOATS, dc, j, on);
      d.mul(FloatVector.fromArray(Lanes.FLOATS, z, 3 * n + j, on)).intoArray(delta, j, on);
      d.mul(FloatVector.fromArray(Lanes.FLOATS, before, j, on)).intoArray(delta, n + j, on);
      d.mul(FloatVector.fromArray(Lanes.FLOATS, z, j, on)).intoArray(delta, 3 * n + j, on);
      d.mul(FloatVector.fromArray(Lanes.FLOATS, z, n + j, on)).intoArray(dc, j, on);
    }
  }

  @Override
  public void add(float[] sum, float[] part, int at, int n) {
    for (int i = 0; i < n; i += Lanes.COUNT) {
      VectorMask<Float> on = Lanes.within(i, n);
      FloatVector a = FloatVector.fromArray(Lanes.FLOATS, sum, i, on);
      a.add(FloatVector.fromArray(Lanes.FLOATS, part, at + i, on)).intoArray(sum, i, on);
    }
  }

  @Override
  public void clip(float[] v, int n, float bound) {
    FloatVector upper = LaneFunctions.constant(bound);
    FloatVector lower = LaneFunctions.constant(-bound);
    for (int i = 0; i < n; i += Lanes.COUNT) {
      VectorMask<Float> on = Lanes.within(i, n);
      FloatVector a = FloatVector.fromArray(Lanes.FLOATS, v, i, on);
      a = a.blend(upper, a.compare(VectorOperators.GT, upper));
      a.blend(lower, a.compare(VectorOperators.LT, lower)).intoArray(v, i, on);
    }
  }
}
