package org.rpusim.workload.training;

import java.util.Arrays;
import org.rpusim.chip.math.BurstKernels;
import org.rpusim.chip.math.Kernels;
import org.rpusim.workload.network.ConvolutionLayer;
import org.rpusim.workload.network.Window;
import org.rpusim.workload.program.Band;

/**
 * Patches of a convolution's input. Line (channel, kernel row, kernel column) holds what every
 * patch has there, patches side by side in the order of the output's rows and columns.
 */
final class Patches {
  private final int height;
  private final int width;
  private final int outputRows;
  private final int outputColumns;
  private final int stride;
  private final Window window;
  private final BurstKernels kernels;

  /**
   * @param stride distance of lines
   */
  Patches(ConvolutionLayer layer, int stride, Kernels kernels) {
    this.kernels = kernels.bursts();
    this.height = layer.input().height();
    this.width = layer.input().width();
    this.outputRows = layer.output().height();
    this.outputColumns = layer.output().width();
    this.stride = stride;
    this.window = layer.window();
  }

  /** Fills lines from ≤ line &lt; to; padding is zero. */
  void take(float[] input, float[] patches, int from, int to) {
    int area = window.area();
    if (window.stride() > 1 || window.padding() > 0 || from % area > 0 || to % area > 0) {
      takeLines(input, patches, from, to);
      return;
    }
    for (int line = from; line < to; line += area) {
      kernels.takePatches(
          input,
          line / area * height * width,
          width,
          patches,
          line * stride,
          stride,
          window.kernel(),
          outputRows,
          outputColumns);
    }
  }

  private void takeLines(float[] input, float[] patches, int from, int to) {
    for (int line = from; line < to; line++) {
      int column = line % window.kernel() - window.padding();
      int row = line / window.kernel() % window.kernel() - window.padding();
      int channel = line / window.area() * height * width;
      int firstInside = firstInside(column);
      int endInside = endInside(column);
      for (int r = 0; r < outputRows; r++) {
        int at = line * stride + r * outputColumns;
        int inputRow = r * window.stride() + row;
        if (inputRow < 0 || inputRow >= height) {
          Arrays.fill(patches, at, at + outputColumns, 0f);
        } else {
          int source = channel + inputRow * width + column;
          Arrays.fill(patches, at, at + firstInside, 0f);
          copy(input, source, patches, at, firstInside, endInside);
          Arrays.fill(patches, at + endInside, at + outputColumns, 0f);
        }
      }
    }
  }

  /**
   * Fills lines from ≤ line &lt; to with the patches of a band of output rows, side by side from 0,
   * {@code bandStride} apart from line to line; line {@code from} is the first.
   */
  void takeRows(float[] input, float[] bandPatches, int bandStride, int from, int to, Band band) {
    for (int line = from; line < to; line++) {
      int column = line % window.kernel() - window.padding();
      int row = line / window.kernel() % window.kernel() - window.padding();
      int channel = line / window.area() * height * width;
      int first = firstInside(column);
      int end = endInside(column);
      for (int r = 0; r < band.rows(); r++) {
        int at = (line - from) * bandStride + r * outputColumns;
        int inputRow = (band.firstRow() + r) * window.stride() + row;
        if (inputRow < 0 || inputRow >= height) {
          Arrays.fill(bandPatches, at, at + outputColumns, 0f);
        } else {
          int source = channel + inputRow * width + column;
          Arrays.fill(bandPatches, at, at + first, 0f);
          copy(input, source, bandPatches, at, first, end);
          Arrays.fill(bandPatches, at + end, at + outputColumns, 0f);
        }
      }
    }
  }

  private void copy(float[] input, int source, float[] patches, int at, int from, int to) {
    if (window.stride() == 1) {
      for (int c = from; c < to; c++) {
        patches[at + c] = input[source + c];
      }
    } else {
      for (int c = from; c < to; c++) {
        patches[at + c] = input[source + c * window.stride()];
      }
    }
  }

  /** Adds up what the patches of all lines of the kernel say of each input, in their order. */
  void add(float[] patches, int lines, float[] input) {
    Arrays.fill(input, 0f);
    if (window.stride() > 1 || window.padding() > 0) {
      addLines(patches, lines, input);
      return;
    }
    for (int line = 0; line < lines; line += window.area()) {
      kernels.addPatches(
          patches,
          line * stride,
          stride,
          input,
          line / window.area() * height * width,
          width,
          window.kernel(),
          outputRows,
          outputColumns);
    }
  }

  private void addLines(float[] patches, int lines, float[] input) {
    for (int line = 0; line < lines; line++) {
      int column = line % window.kernel() - window.padding();
      int row = line / window.kernel() % window.kernel() - window.padding();
      int channel = line / window.area() * height * width;
      int from = firstInside(column);
      int to = endInside(column);
      for (int r = 0; r < outputRows; r++) {
        int inputRow = r * window.stride() + row;
        if (inputRow >= 0 && inputRow < height) {
          int target = channel + inputRow * width + column;
          addRow(patches, line * stride + r * outputColumns, input, target, from, to);
        }
      }
    }
  }

  private void addRow(float[] patches, int at, float[] input, int target, int from, int to) {
    if (window.stride() == 1) {
      for (int c = from; c < to; c++) {
        input[target + c] += patches[at + c];
      }
    } else {
      for (int c = from; c < to; c++) {
        input[target + c * window.stride()] += patches[at + c];
      }
    }
  }

  /** First position at which a kernel column, padding taken off, lies in the input. */
  private int firstInside(int column) {
    return Math.min(outputColumns, column >= 0 ? 0 : Math.ceilDiv(-column, window.stride()));
  }

  /** End of the positions at which it does. */
  private int endInside(int column) {
    int end = Math.ceilDiv(Math.max(width - column, 0), window.stride());
    return Math.max(firstInside(column), Math.min(outputColumns, end));
  }
}
