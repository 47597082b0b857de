package org.rpusim.chip.device;

import org.jspecify.annotations.Nullable;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Trains;
import org.rpusim.chip.math.Workers;

/**
 * The weights of an array, row-major, each row padded with zeros to a multiple of 16, or
 * input-major, or both; see {@link WeightLayout}.
 */
public final class CrossPoints {
  /** Most lines a side: sums of input steps then fit an int. */
  public static final int MAX_LINES = 32_767;

  /** Below this many cross-points a read is over before other threads have begun. */
  private static final long SHARED_FROM = 1 << 20;

  private static final float[] NONE = {};

  private final WeightLayout layout;
  private final int rows;
  private final int columns;
  private final int stride;
  private final int copyLength;

  /** An odd number of cache lines: neighbours in a row would share few places of the cache else. */
  private final int copyStride;

  private final int length;
  private final float @Nullable [] copy;
  private final Workers workers;

  /** Row-major; of length 0 where there is an input-major copy and nothing has needed them yet. */
  private float[] weights;

  /** Whether the copy has changes that the row-major weights lack. */
  private boolean stale;

  /**
   * Zero weights.
   *
   * @param rows output lines of a forward read, 1 to {@value #MAX_LINES}
   * @param columns input lines, 1 to {@value #MAX_LINES}
   * @param workers share the reads of large arrays
   * @throws IllegalArgumentException if a side is out of range or the array has over 2^31 numbers
   */
  public CrossPoints(int rows, int columns, WeightLayout layout, Workers workers) {
    if (rows < 1 || rows > MAX_LINES || columns < 1 || columns > MAX_LINES) {
      throw new IllegalArgumentException(
          "An array has 1 to " + MAX_LINES + " lines a side, not " + rows + " × " + columns + ".");
    }
    this.layout = layout;
    this.rows = rows;
    this.columns = columns;
    stride = Kernels.padded(columns);
    copyLength = Kernels.padded(rows);
    copyStride = copyLength / Kernels.BLOCK % 2 == 0 ? copyLength + Kernels.BLOCK : copyLength;
    length = arrayLength(rows, stride);
    boolean copied = layout != WeightLayout.ROW_MAJOR;
    copy = copied ? new float[arrayLength(columns, copyStride)] : null;
    stale = copied;
    weights = copied ? NONE : new float[length];
    this.workers = (long) rows * columns < SHARED_FROM ? Workers.NONE : workers;
  }

  /** Zero weights that one thread reads. */
  public CrossPoints(int rows, int columns, WeightLayout layout) {
    this(rows, columns, layout, Workers.NONE);
  }

  /** Output lines of a forward read. */
  public int rows() {
    return rows;
  }

  /** Input lines of a forward read. */
  public int columns() {
    return columns;
  }

  private static int arrayLength(int lines, int lineStride) {
    long length = Kernels.BASE + (long) lines * lineStride;
    if (length > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "An array of " + lines + " × " + lineStride + " cross-points is too large.");
    }
    return (int) length;
  }

  /** Distance of neighbouring rows in {@link #weights}. */
  public int stride() {
    return stride;
  }

  /** Place of a cross-point in {@link #weights}, and in a device's arrays like it. */
  public int index(int row, int column) {
    return Kernels.BASE + row * stride + column;
  }

  /** The row-major weights themselves. Who changes them calls a {@code mirror} method after. */
  public float[] weights() {
    refresh();
    return weights;
  }

  /**
   * The input-major copy: a line of rows for each column.
   *
   * @throws IllegalStateException if there is none
   */
  public float[] inputMajorWeights() {
    if (copy == null) {
      throw new IllegalStateException("there is no input-major copy");
    }
    return copy;
  }

  /** Distance of neighbouring columns in {@link #inputMajorWeights}. */
  public int inputMajorStride() {
    return copyStride;
  }

  /** Length of {@link #weights}, and of a device's arrays like it. */
  int length() {
    return length;
  }

  /**
   * Whether the input-major weights are the only ones. Who changes them changes numbers at {@link
   * Kernels#BASE} + column·{@link #inputMajorStride} + row; once somebody has asked for the
   * row-major ones, these are changed and mirrored instead.
   */
  boolean isInputMajorAlone() {
    return copy != null && weights.length == 0;
  }

  /** How the weights lie. */
  public WeightLayout layout() {
    return layout;
  }

  /** Writes one weight, to the copy too. */
  public void set(int row, int column, float weight) {
    if (weights.length > 0) {
      weights[index(row, column)] = weight;
    }
    if (copy != null) {
      copy[Kernels.BASE + column * copyStride + row] = weight;
    }
  }

  /** One weight. */
  public float get(int row, int column) {
    return copy == null
        ? weights[index(row, column)]
        : copy[Kernels.BASE + column * copyStride + row];
  }

  /**
   * y = W v.
   *
   * @param v padded inputs
   * @param active positions of the non-zero inputs, ascending
   * @param activeCount how many
   * @param y padded outputs, overwritten
   */
  public void forward(Kernels kernels, float[] v, int[] active, int activeCount, float[] y) {
    if (copy != null) {
      combine(kernels, copy, copyStride, copyLength, active, activeCount, v, y);
    } else {
      multiply(kernels, weights, stride, rows, v, stride, y);
    }
  }

  private void multiply(
      Kernels kernels,
      float[] matrix,
      int matrixStride,
      int lines,
      float[] v,
      int length,
      float[] y) {
    if (workers.threads() == 1) {
      kernels.multiply(matrix, matrixStride, 0, lines, v, length, y);
    } else {
      workers.share(
          lines,
          Kernels.BLOCK,
          (from, to) -> kernels.multiply(matrix, matrixStride, from, to, v, length, y));
    }
  }

  private void combine(
      Kernels kernels,
      float[] matrix,
      int matrixStride,
      int length,
      int[] active,
      int activeCount,
      float[] v,
      float[] y) {
    if (workers.threads() == 1) {
      kernels.combine(matrix, matrixStride, active, activeCount, v, y, 0, length);
    } else {
      workers.share(
          length,
          Kernels.BLOCK,
          (from, to) -> kernels.combine(matrix, matrixStride, active, activeCount, v, y, from, to));
    }
  }

  /** y = Wᵀ v; see {@link #forward}. */
  public void backward(Kernels kernels, float[] v, int[] active, int activeCount, float[] y) {
    if (copy != null && layout == WeightLayout.INPUT_MAJOR) {
      multiply(kernels, copy, copyStride, columns, v, copyLength, y);
    } else {
      combine(kernels, weights(), stride, stride, active, activeCount, v, y);
    }
  }

  /** Brings the whole copy up to date. */
  void mirrorAll() {
    for (int row = 0; row < rows && copy != null; row++) {
      int offset = index(row, 0);
      for (int column = 0; column < columns; column++) {
        copy[Kernels.BASE + column * copyStride + row] = weights[offset + column];
      }
    }
  }

  /** Brings the copy of changed cross-points of a row up to date. */
  void mirror(int row, int[] entries, int from, int to) {
    if (copy == null) {
      return;
    }
    int offset = index(row, 0);
    for (int e = from; e < to; e++) {
      int block = (entries[e] >>> 16) * Kernels.BLOCK;
      for (int bits = entries[e] & 0xFFFF; bits != 0; bits &= bits - 1) {
        int column = block + Integer.numberOfTrailingZeros(bits);
        copy[Kernels.BASE + column * copyStride + row] = weights[offset + column];
      }
    }
  }

  /** Brings the copy of the blocks of a row in which a column has a value up to date. */
  void mirror(int row, Trains trains) {
    if (copy == null) {
      return;
    }
    int offset = index(row, 0);
    for (int k = 0; k < trains.count(); k++) {
      int first = trains.blocks[k] * Kernels.BLOCK;
      for (int column = first; column < Math.min(first + Kernels.BLOCK, columns); column++) {
        copy[Kernels.BASE + column * copyStride + row] = weights[offset + column];
      }
    }
  }

  /**
   * w_ij += scale·d_i·x_j, each with one rounding of scale·d_i and one of the sum. Where there is a
   * copy, only its active columns change, and the row-major weights follow when they are needed.
   *
   * @param d padded; overwritten
   */
  void addOuterProduct(
      Kernels kernels, float scale, float[] d, float[] x, int[] activeX, int activeCount) {
    for (int row = 0; row < rows; row++) {
      d[row] *= scale;
      if (copy == null && d[row] != 0f) {
        kernels.addScaled(weights, index(row, 0), d[row], x, stride);
      }
    }
    if (copy != null) {
      for (int k = 0; k < activeCount; k++) {
        int offset = Kernels.BASE + activeX[k] * copyStride;
        kernels.addScaled(copy, offset, x[activeX[k]], d, copyLength);
      }
      stale = true;
    }
  }

  private void refresh() {
    if (stale && copy != null) {
      weights = weights.length == 0 ? new float[length] : weights;
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          weights[index(row, column)] = copy[Kernels.BASE + column * copyStride + row];
        }
      }
      stale = false;
    }
  }
}
