package org.rpusim.workload.program;

import com.google.common.collect.ImmutableList;
import org.rpusim.workload.network.MatrixLayer;
import org.rpusim.workload.network.Window;

/**
 * Rows of a layer's output that are worked out together and sent on as soon as they are there.
 *
 * @param firstRow counted from 0
 * @param rows 1 or more
 */
public record Band(int firstRow, int rows) {
  /** Fewer vectors than this are read no faster together than this many. */
  private static final int LANES = 16;

  private static final int MOST_ROWS = 4;

  /** The row behind the last. */
  public int endRow() {
    return firstRow + rows;
  }

  /** Whether any row is in both. */
  boolean overlaps(int otherFirst, int otherEnd) {
    return firstRow < otherEnd && otherFirst < endRow();
  }

  /**
   * The bands of a layer's vectors: as few rows a band as have 16 vectors or more, if possible a
   * multiple of 16 with at most 4 rows; what is left is added to the last one. A layer with fewer
   * than 32 vectors has one.
   */
  static ImmutableList<Band> of(MatrixLayer layer) {
    int height = layer.output().height();
    int each = rows(layer.output().width(), height);
    ImmutableList.Builder<Band> bands = ImmutableList.builder();
    int count = Math.max(1, height / each);
    for (int i = 0; i < count; i++) {
      int first = i * each;
      bands.add(new Band(first, (i == count - 1 ? height : first + each) - first));
    }
    return bands.build();
  }

  private static int rows(int width, int height) {
    int fewest = Math.min(height, Math.ceilDiv(LANES, width));
    for (int rows = fewest; rows <= Math.min(height, MOST_ROWS); rows++) {
      if (rows * width % LANES == 0) {
        return rows;
      }
    }
    return fewest;
  }

  /** Row of the input behind the last that the windows of some output rows reach. */
  static int endOfInput(Window window, int endRow) {
    return (endRow - 1) * window.stride() - window.padding() + window.kernel();
  }

  /** First row of the input that they reach; below 0 in the padding. */
  static int firstOfInput(Window window, int firstRow) {
    return firstRow * window.stride() - window.padding();
  }
}
