package org.rpusim.chip.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** Numbers moved between images, patches and vectors; eight lanes, as rows are short. */
final class VectorPatches {
  private static final VectorSpecies<Float> EIGHT = FloatVector.SPECIES_256;
  private static final int LANES = 8;

  private VectorPatches() {}

  static void take(
      float[] input,
      int at,
      int width,
      float[] patches,
      int to,
      int stride,
      int kernel,
      int rows,
      int columns) {
    int whole = columns & -LANES;
    VectorMask<Float> rest = VectorMask.fromLong(EIGHT, (1L << (columns - whole)) - 1);
    for (int line = 0; line < kernel * kernel; line++) {
      int source = at + line / kernel * width + line % kernel;
      int target = to + line * stride;
      for (int r = 0; r < rows; r++) {
        for (int c = 0; c < whole; c += LANES) {
          FloatVector.fromArray(EIGHT, input, source + c).intoArray(patches, target + c);
        }
        if (whole < columns) {
          FloatVector tail = FloatVector.fromArray(EIGHT, input, source + whole, rest);
          tail.intoArray(patches, target + whole, rest);
        }
        source += width;
        target += columns;
      }
    }
  }

  static void add(
      float[] patches,
      int from,
      int stride,
      float[] input,
      int at,
      int width,
      int kernel,
      int rows,
      int columns) {
    int whole = columns & -LANES;
    VectorMask<Float> rest = VectorMask.fromLong(EIGHT, (1L << (columns - whole)) - 1);
    for (int line = 0; line < kernel * kernel; line++) {
      int target = at + line / kernel * width + line % kernel;
      int source = from + line * stride;
      for (int r = 0; r < rows; r++) {
        for (int c = 0; c < whole; c += LANES) {
          FloatVector sum = FloatVector.fromArray(EIGHT, input, target + c);
          sum.add(FloatVector.fromArray(EIGHT, patches, source + c)).intoArray(input, target + c);
        }
        if (whole < columns) {
          FloatVector sum = FloatVector.fromArray(EIGHT, input, target + whole, rest);
          sum = sum.add(FloatVector.fromArray(EIGHT, patches, source + whole, rest));
          sum.intoArray(input, target + whole, rest);
        }
        target += width;
        source += columns;
      }
    }
  }

  /** Squares of 8 × 8; lines behind the last are written as they are. */
  static void lineUp(
      float[] m, int first, int lines, int stride, int from, float[] out, int pitch) {
    int line = 0;
    for (; line + LANES <= lines; line += LANES) {
      int at = (first + line) * stride + from;
      turn(m, at, stride, out, line, pitch);
      turn(m, at + LANES, stride, out, LANES * pitch + line, pitch);
    }
    for (; line < lines; line++) {
      int at = (first + line) * stride + from;
      for (int v = 0; v < Kernels.BLOCK; v++) {
        out[v * pitch + line] = m[at + v];
      }
    }
  }

  private static void turn(float[] m, int at, int stride, float[] out, int to, int pitch) {
    FloatVector a = FloatVector.fromArray(EIGHT, m, at);
    FloatVector b = FloatVector.fromArray(EIGHT, m, at + stride);
    FloatVector c = FloatVector.fromArray(EIGHT, m, at + 2 * stride);
    FloatVector d = FloatVector.fromArray(EIGHT, m, at + 3 * stride);
    FloatVector e = FloatVector.fromArray(EIGHT, m, at + 4 * stride);
    FloatVector f = FloatVector.fromArray(EIGHT, m, at + 5 * stride);
    FloatVector g = FloatVector.fromArray(EIGHT, m, at + 6 * stride);
    FloatVector h = FloatVector.fromArray(EIGHT, m, at + 7 * stride);
    FloatVector a4 = LaneTurn.upper4(a, e);
    FloatVector e4 = LaneTurn.lower4(a, e);
    FloatVector b4 = LaneTurn.upper4(b, f);
    FloatVector f4 = LaneTurn.lower4(b, f);
    FloatVector c4 = LaneTurn.upper4(c, g);
    FloatVector g4 = LaneTurn.lower4(c, g);
    FloatVector d4 = LaneTurn.upper4(d, h);
    FloatVector h4 = LaneTurn.lower4(d, h);
    LaneTurn.finish(a4, b4, c4, d4, out, to, pitch);
    LaneTurn.finish(e4, f4, g4, h4, out, to + 4 * pitch, pitch);
  }
}
