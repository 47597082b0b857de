package org.rpusim.workload.training;

import java.util.Arrays;
import org.rpusim.chip.math.BurstKernels;
import org.rpusim.chip.math.Kernels;
import org.rpusim.workload.network.PoolingLayer;
import org.rpusim.workload.network.Window;

/** The numbers of a pooling layer, whole channels at a time. */
final class Pooling {
  private final int height;
  private final int width;
  private final int outputRows;
  private final int outputColumns;
  private final Window window;
  private final boolean largest;
  private final float share;
  private final BurstKernels kernels;

  Pooling(PoolingLayer layer, Kernels kernels) {
    this.kernels = kernels.bursts();
    this.height = layer.input().height();
    this.width = layer.input().width();
    this.outputRows = layer.output().height();
    this.outputColumns = layer.output().width();
    this.window = layer.window();
    this.largest = layer.largest();
    this.share = 1f / window.area();
  }

  /**
   * The outputs of some channels.
   *
   * @param first first output, a channel's first
   * @param count outputs, whole channels
   * @param places set to the place of each largest input; of equals the first, column by column
   */
  void pool(float[] input, float[] output, int[] places, int first, int count) {
    int area = outputRows * outputColumns;
    for (int at = first; at < first + count; at += area) {
      poolRows(input, output, places, at / area, 0, outputRows);
    }
  }

  /** Some rows of the outputs of one channel; see {@link #pool}. */
  void poolRows(
      float[] input, float[] output, int[] places, int channelNumber, int firstRow, int rows) {
    int channel = channelNumber * height * width;
    int at = (channelNumber * outputRows + firstRow) * outputColumns;
    if (!largest) {
      mean(input, channel, output, at, firstRow, rows);
    } else if (window.kernel() == 2 && window.stride() == 2 && window.padding() == 0) {
      int firstInput = channel + 2 * firstRow * width;
      kernels.largestOfFour(input, firstInput, width, output, places, at, rows, outputColumns);
    } else {
      largest(input, channel, output, places, at, firstRow, rows);
    }
  }

  private void largest(
      float[] input, int channel, float[] output, int[] places, int at, int firstRow, int rows) {
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < outputColumns; c++) {
        int best = best(input, channel, firstRow + r, c);
        output[at + r * outputColumns + c] = input[best];
        places[at + r * outputColumns + c] = best;
      }
    }
  }

  private int best(float[] input, int channel, int r, int c) {
    int firstRow = r * window.stride() - window.padding();
    int firstColumn = c * window.stride() - window.padding();
    int best = -1;
    int endRow = Math.min(firstRow + window.kernel(), height);
    int endColumn = Math.min(firstColumn + window.kernel(), width);
    for (int column = Math.max(firstColumn, 0); column < endColumn; column++) {
      for (int row = Math.max(firstRow, 0); row < endRow; row++) {
        int i = channel + row * width + column;
        best = best < 0 || input[i] > input[best] ? i : best;
      }
    }
    return best;
  }

  private void mean(float[] input, int channel, float[] output, int at, int firstRow, int rows) {
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < outputColumns; c++) {
        float sum = 0f;
        for (int k = 0; k < window.area(); k++) {
          sum += input[channel + inWindow(firstRow + r, c, k)];
        }
        output[at + r * outputColumns + c] = sum * share;
      }
    }
  }

  private int inWindow(int r, int c, int k) {
    int row = r * window.stride() + k / window.kernel();
    return row * width + c * window.stride() + k % window.kernel();
  }

  /** The gradient of the inputs of some channels; {@code first} and {@code count} as above. */
  void unpool(float[] delta, int[] places, float[] gradient, int first, int count) {
    int area = outputRows * outputColumns;
    int firstInput = first / area * height * width;
    Arrays.fill(gradient, firstInput, firstInput + count / area * height * width, 0f);
    for (int i = first; i < first + count; i++) {
      if (largest) {
        gradient[places[i]] += delta[i];
      } else {
        spread(delta[i] * share, i % area, gradient, i / area * height * width);
      }
    }
  }

  private void spread(float share, int position, float[] gradient, int channel) {
    for (int k = 0; k < window.area(); k++) {
      gradient[channel + inWindow(position / outputColumns, position % outputColumns, k)] += share;
    }
  }
}
